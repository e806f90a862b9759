package io.proviso.counsel.compare;

import io.proviso.agreement.Facet;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The closed questions about one act that both sides of a comparison can be asked: choices by the values both know, counts cut
 * wherever a clause of either side cuts.
 */
public final class CommonSpace {
    /**
     * One facet.
     *
     * @param labels the value of each cell of a choice; empty for a measure
     * @param starts the first number of each cell of a measure; empty for a choice
     */
    record Axis(Facet facet, List<String> labels, List<Long> starts) {
        String name() {
            return facet.name();
        }

        int size() {
            return labels.size() + starts.size();
        }

        /** The first number of a cell of a measure. */
        long first(int cell) {
            return starts.get(cell);
        }

        long last(int cell) {
            return cell + 1 < starts.size() ? starts.get(cell + 1) - 1 : Long.MAX_VALUE;
        }

        /** The values of some cells; numbers without a gap between them are told as one range. */
        List<String> values(BitSet cells) {
            if (!(facet instanceof Facet.Measure measure)) {
                return cells.stream().mapToObj(labels::get).toList();
            }
            var ranges = new ArrayList<String>();
            for (int from = cells.nextSetBit(0); from >= 0; ) {
                int to = cells.nextClearBit(from);
                ranges.add(to < starts.size() ? measure.range(first(from), first(to)) : measure.from(first(from)));
                from = cells.nextSetBit(to);
            }
            return ranges;
        }
    }

    private final List<Axis> axes = new ArrayList<>();

    /** Facets in {@code bound} are left out: on each side they have a value of their own. */
    CommonSpace(Domain before, Domain after, Set<String> bound) {
        add(before, after, bound);
        add(after, before, bound);
    }

    private void add(Domain domain, Domain other, Set<String> bound) {
        for (int i = 0; i < domain.size(); i++) {
            var facet = domain.facet(i);
            var known = axes.stream().anyMatch(axis -> axis.name().equals(facet.name()));
            if (!known && !bound.contains(facet.name())) {
                axes.add(axis(domain, other, i));
            }
        }
    }

    private static Axis axis(Domain domain, Domain other, int index) {
        var facet = domain.facet(index);
        int twin = other.indexOf(facet.name());
        return switch (facet) {
            case Facet.Choice choice -> {
                var values = new ArrayList<>(choice.values());
                if (twin >= 0) {
                    values.retainAll(other.facet(twin) instanceof Facet.Choice theirs ? theirs.values() : List.of());
                }
                yield new Axis(facet, values, List.of());
            }
            case Facet.Measure _
            when twin >= 0 && !areOneMeasure(facet, other.facet(twin)) -> new Axis(facet, List.of(), List.of());
            case Facet.Measure _ -> {
                var starts = new TreeSet<Long>();
                LongStream.of(domain.starts(index)).forEach(starts::add);
                if (twin >= 0) {
                    LongStream.of(other.starts(twin)).forEach(starts::add);
                }
                yield new Axis(facet, List.of(), List.copyOf(starts));
            }
        };
    }

    /** Numbers of two currencies, or a number and an amount, are not comparable. */
    private static boolean areOneMeasure(Facet one, Facet other) {
        return one instanceof Facet.Amount ? one.equals(other) : one.getClass().equals(other.getClass());
    }

    List<Axis> axes() {
        return axes;
    }

    /** Whether there is any question that both sides understand. */
    boolean isEmpty() {
        return axes.stream().anyMatch(axis -> axis.size() == 0);
    }

    Cells everything() {
        return new Cells(axes.stream()
                .map(axis -> {
                    var all = new BitSet();
                    all.set(0, axis.size());
                    return all;
                })
                .toList());
    }

    /** What of this space lies in a box of one side's act; nothing if the other side understands none of it. */
    public List<Cells> within(Domain domain, Box box) {
        var cells = new ArrayList<BitSet>();
        for (int facet = 0; facet < domain.size(); facet++) {
            var own = box.cells(facet);
            cells.add(own == null ? domain.all(facet) : own);
        }
        var within = narrowed(everything(), domain, cells);
        return within.axes().stream().anyMatch(BitSet::isEmpty) ? List.of() : List.of(within);
    }

    /** Whether each of these facets is an axis. */
    boolean has(Set<String> facets) {
        return facets.stream().allMatch(facet -> find(facet) >= 0);
    }

    /** The box of this space that leaves out nothing but what a box of another space, with some of the axes, does. */
    Cells embed(Cells box, CommonSpace other) {
        var embedded = everything();
        for (int i = 0; i < other.axes.size(); i++) {
            embedded = embedded.with(index(other.axes.get(i).name()), box.axes().get(i));
        }
        return embedded;
    }

    /** The candidates of one side's act for a box of this space; a bound facet has the side's own value. */
    List<BitSet> candidates(CompiledAct act, Cells box, Map<String, String> bound) {
        var domain = act.domain();
        var candidates = new ArrayList<BitSet>();
        for (int facet = 0; facet < domain.size(); facet++) {
            var name = domain.facet(facet).name();
            var value = bound.get(name);
            var cells = new BitSet();
            for (int cell = 0; cell < domain.cells(facet); cell++) {
                cells.set(
                        cell,
                        value == null
                                ? onAxis(domain, facet, cell)
                                        .intersects(box.axes().get(index(name)))
                                : value.equals(domain.label(facet, cell)));
            }
            candidates.add(cells);
        }
        return candidates;
    }

    /** The part of a box that lies in a region of one side's act, whatever the values of bound facets. */
    Cells narrowed(Cells box, Domain domain, List<BitSet> region) {
        var narrowed = box;
        for (int facet = 0; facet < domain.size(); facet++) {
            var name = domain.facet(facet).name();
            if (find(name) < 0) {
                continue;
            }
            int index = facet;
            var cells = new BitSet();
            region.get(facet).stream().forEach(cell -> cells.or(onAxis(domain, index, cell)));
            cells.and(narrowed.axes().get(index(name)));
            narrowed = narrowed.with(index(name), cells);
        }
        return narrowed;
    }

    /** The cells of the axis that make up one cell of a domain. */
    private BitSet onAxis(Domain domain, int facet, int cell) {
        var axis = axes.get(index(domain.facet(facet).name()));
        var cells = new BitSet();
        if (axis.starts().isEmpty()) {
            int same = axis.labels().indexOf(domain.label(facet, cell));
            if (same >= 0) {
                cells.set(same);
            }
            return cells;
        }
        var starts = domain.starts(facet);
        for (int i = 0; i < axis.starts().size(); i++) {
            int found = Arrays.binarySearch(starts, axis.starts().get(i));
            cells.set(i, (found >= 0 ? found : -found - 2) == cell);
        }
        return cells;
    }

    /** A box with one value of an axis; as it was where no box has the value. */
    Cells with(Cells box, Axis axis, String value) {
        var cell = new BitSet();
        cell.set(Math.max(axis.labels().indexOf(value), 0));
        return axis.labels().contains(value) ? box.with(axes.indexOf(axis), cell) : box;
    }

    /** How many questions of a box say the same and suppose something else of the facts. */
    double suppositions(Cells box) {
        double ways = 1;
        for (int i = 0; i < axes.size(); i++) {
            ways *= axes.get(i).facet().suppliedBy() == Facet.SuppliedBy.CALLER
                    ? 1
                    : box.axes().get(i).cardinality();
        }
        return ways;
    }

    /** What tells the questions of a box from the others within a wider one. */
    List<AnswerChange.Limit> limits(Cells box, Cells within) {
        var limits = new ArrayList<AnswerChange.Limit>();
        for (int i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            var cells = box.axes().get(i);
            if (!cells.equals(within.axes().get(i))) {
                limits.add(limit(axis, cells));
            }
        }
        return limits;
    }

    /** The shorter of the values and the values left out; a group by its name. */
    private static AnswerChange.Limit limit(Axis axis, BitSet cells) {
        var values = axis.values(cells);
        boolean supposed = axis.facet().suppliedBy() != Facet.SuppliedBy.CALLER;
        var rest = new BitSet();
        rest.set(0, axis.size());
        rest.andNot(cells);
        if (axis.facet() instanceof Facet.Choice choice) {
            for (var group : choice.groups().entrySet()) {
                if (Set.copyOf(group.getValue()).equals(Set.copyOf(values))) {
                    return new AnswerChange.Limit(axis.name(), values, List.of(group.getKey()), false, supposed);
                }
            }
            if (!rest.isEmpty() && rest.cardinality() < values.size() && axis.size() > 2) {
                return new AnswerChange.Limit(axis.name(), values, axis.values(rest), true, supposed);
            }
        }
        return new AnswerChange.Limit(axis.name(), values, values, false, supposed);
    }

    private int index(String facet) {
        int found = find(facet);
        if (found < 0) {
            throw new IllegalArgumentException("comparison: no axis for the facet '" + facet + "'");
        }
        return found;
    }

    private int find(String facet) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(facet)) {
                return i;
            }
        }
        return -1;
    }
}
