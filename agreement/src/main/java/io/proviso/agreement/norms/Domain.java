package io.proviso.agreement.norms;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The facets an act takes, each as a finite row of cells: the values of a choice, or for a count or an amount the stretches between all
 * numbers that any clause in force names, within which no clause can tell two numbers apart.
 */
public final class Domain {
    private final List<Facet> facets;
    private final List<String[]> labels = new ArrayList<>();
    private final List<long[]> cuts = new ArrayList<>();

    Domain(Vocabulary vocabulary, Vocabulary.Act act, List<Condition> mentioned) {
        this.facets = act.takes().stream().map(vocabulary::facet).toList();
        for (var facet : facets) {
            switch (facet) {
                case Facet.Choice choice -> {
                    labels.add(choice.values().toArray(String[]::new));
                    cuts.add(new long[0]);
                }
                case Facet.Measure measure -> {
                    var starts = starts(measure.name(), mentioned);
                    labels.add(rangeLabels(measure, starts));
                    cuts.add(starts);
                }
            }
        }
    }

    private static long[] starts(String facet, List<Condition> mentioned) {
        var starts = new TreeSet<Long>(List.of(0L));
        for (var condition : mentioned) {
            if (condition.facets().get(facet) instanceof Match.Between(long atLeast, long below, Currency _)) {
                starts.add(atLeast);
                starts.add(below);
            }
        }
        return starts.stream()
                .filter(start -> start != Long.MAX_VALUE)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static String[] rangeLabels(Facet.Measure measure, long[] starts) {
        var labels = new String[starts.length];
        for (int i = 0; i < starts.length; i++) {
            labels[i] = i + 1 < starts.length ? measure.range(starts[i], starts[i + 1]) : measure.from(starts[i]);
        }
        return labels;
    }

    public int size() {
        return facets.size();
    }

    public Facet facet(int index) {
        return facets.get(index);
    }

    /** How many cells a facet has. */
    public int cells(int facet) {
        return labels.get(facet).length;
    }

    /** The names of some cells, neighbouring stretches of a count as one. */
    public List<String> labels(int facet, BitSet cells) {
        if (!(facet(facet) instanceof Facet.Measure measure)) {
            return cells.stream().mapToObj(cell -> label(facet, cell)).toList();
        }
        var starts = cuts.get(facet);
        var ranges = new ArrayList<String>();
        for (int first = cells.nextSetBit(0); first >= 0; ) {
            int after = cells.nextClearBit(first);
            ranges.add(
                    after < starts.length ? measure.range(starts[first], starts[after]) : measure.from(starts[first]));
            first = cells.nextSetBit(after);
        }
        return ranges;
    }

    /** A stretch of numbers of a facet in words, its end excluded. */
    public String range(int facet, long start, long below) {
        var measure = (Facet.Measure) facet(facet);
        return below == Long.MAX_VALUE ? measure.from(start) : measure.range(start, below);
    }

    /** The cell in words: a value, or a stretch of numbers. */
    public String label(int facet, int cell) {
        return labels.get(facet)[cell];
    }

    /** The index of a facet, or -1 if the act does not take it. */
    public int indexOf(String facet) {
        for (int i = 0; i < facets.size(); i++) {
            if (facets.get(i).name().equals(facet)) {
                return i;
            }
        }
        return -1;
    }

    /** The fact that the desk supplies; an act that a right of first refusal covers takes it. */
    String suppliedByDesk() {
        return facets.stream()
                .filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.DESK)
                .map(Facet::name)
                .findFirst()
                .orElseThrow();
    }

    public BitSet all(int facet) {
        var all = new BitSet();
        all.set(0, cells(facet));
        return all;
    }

    /** The first number of each cell of a count, in order; empty for a choice. */
    public long[] starts(int facet) {
        return cuts.get(facet).clone();
    }

    /** The cells of some values, and of the members of groups among them. */
    public BitSet values(int facet, List<String> words) {
        var known = Arrays.asList(labels.get(facet));
        var cells = new BitSet();
        for (var word : words) {
            var values = facet(facet) instanceof Facet.Choice choice ? choice.expand(word) : List.<String>of();
            if (values.isEmpty()) {
                throw new IllegalArgumentException("facet " + facet(facet).name() + " has no value '" + word + "'");
            }
            values.forEach(value -> cells.set(known.indexOf(value)));
        }
        return cells;
    }

    /** The cell of a facet's default value, or -1 if it has none. */
    public int defaultCell(int facet) {
        return facet(facet) instanceof Facet.Choice choice && choice.defaultValue() != null
                ? choice.values().indexOf(choice.defaultValue())
                : -1;
    }

    /** The cell a number falls into. */
    public int cellOf(int facet, long number) {
        int found = Arrays.binarySearch(cuts.get(facet), number);
        return found >= 0 ? found : -found - 2;
    }

    BitSet cells(int facet, Match match) {
        return switch (match) {
            case Match.AnyOf(List<String> values) -> values(facet, values);
            case Match.NoneOf(List<String> values) -> {
                var rest = all(facet);
                rest.andNot(values(facet, values));
                yield rest;
            }
            case Match.Between(long atLeast, long below, Currency _) -> {
                var within = new BitSet();
                var starts = cuts.get(facet);
                for (int i = 0; i < starts.length; i++) {
                    within.set(i, starts[i] >= atLeast && starts[i] < below);
                }
                yield within;
            }
            case Match.Undisclosed() -> all(facet);
        };
    }

    /** The cells a condition holds for; what it says of facets that the act does not take is left out. */
    public Box box(Condition condition) {
        var box = Box.everything(size());
        for (Map.Entry<String, Match> entry : condition.facets().entrySet()) {
            int facet = indexOf(entry.getKey());
            if (facet >= 0) {
                box = box.and(facet, cells(facet, entry.getValue()));
            }
        }
        return box;
    }
}
