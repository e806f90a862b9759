package io.proviso.counsel;

import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which questions change their answer. Exact: every region of the act before is cut by the regions of the act after, so each
 * piece has one answer on either side; pieces that change alike are then told in few boxes.
 *
 * <p>A fact that the record attests otherwise on the two sides has each side's value; every other fact takes all its values.
 */
final class AnswerComparison {
    private record Kind(Region.Answer before, Region.Answer after) {}

    /** The act on one side, and that side's own values of the facts that the record attests otherwise on the other. */
    private record Side(CompiledAct act, Map<String, String> bound) {}

    private final Standpoint before;
    private final Standpoint after;

    AnswerComparison(Standpoint before, Standpoint after) {
        this.before = before;
        this.after = after;
    }

    List<AnswerChange> changes() {
        var known = after.portfolio().vocabulary().acts().keySet();
        return before.portfolio().vocabulary().acts().keySet().stream()
                .filter(known::contains)
                .flatMap(act -> changes(act).stream())
                .toList();
    }

    private List<AnswerChange> changes(String name) {
        var was = new Side(before.compiled().act(name, before.asOf(), before.knownAt()), new HashMap<>());
        var is = new Side(after.compiled().act(name, after.asOf(), after.knownAt()), new HashMap<>());
        bind(was, is);
        var space = new CommonSpace(
                was.act().domain(), is.act().domain(), was.bound().keySet());
        if (space.isEmpty()) {
            return List.of();
        }
        var everything = space.everything();
        var free = new ArrayList<>(List.of(everything));
        var changed = new LinkedHashMap<Kind, List<Cells>>();
        for (var old : regions(space, was, everything)) {
            var box = space.narrowed(everything, was.act().domain(), old.cells(), was.bound());
            for (var now : regions(space, is, box)) {
                var cells = space.narrowed(box, is.act().domain(), now.cells(), is.bound());
                remove(free, cells);
                if (!old.answer().equals(now.answer())) {
                    changed.computeIfAbsent(new Kind(old.answer(), now.answer()), _ -> new ArrayList<>())
                            .add(cells);
                }
            }
        }
        var changes = new ArrayList<AnswerChange>();
        changed.forEach((kind, wanted) -> {
            for (var box : Cover.of(everything, wanted, free)) {
                changes.add(new AnswerChange(
                        name,
                        limits(space, box),
                        kind.before(),
                        kind.after(),
                        throughout(regions(space, was, box)),
                        throughout(regions(space, is, box))));
            }
        });
        return changes;
    }

    private static List<Region> regions(CommonSpace space, Side side, Cells box) {
        return side.act().regions(space.candidates(side.act(), box, side.bound()));
    }

    /** Facts that the record attests on a side, or only on one, and not alike. */
    private void bind(Side was, Side is) {
        for (int i = 0; i < was.act().domain().size(); i++) {
            var facet = was.act().domain().facet(i);
            if (facet.suppliedBy() != Facet.SuppliedBy.RECORD
                    || is.act().domain().indexOf(facet.name()) < 0) {
                continue;
            }
            var first = before.factOrDefault(facet.name());
            var second = after.factOrDefault(facet.name());
            if (first != null && second != null && !first.equals(second)) {
                was.bound().put(facet.name(), first);
                is.bound().put(facet.name(), second);
            }
        }
    }

    private static void remove(List<Cells> from, Cells cells) {
        var rest = from.stream().flatMap(each -> each.minus(cells).stream()).toList();
        from.clear();
        from.addAll(rest);
    }

    /** The clauses that decide every region: one that decides only some of them would be named for questions it misses. */
    private static Set<String> throughout(List<Region> regions) {
        var deciding = new TreeSet<>(regions.getFirst().deciding());
        regions.forEach(region -> deciding.retainAll(region.deciding()));
        return deciding;
    }

    private static List<AnswerChange.Limit> limits(CommonSpace space, Cells box) {
        var limits = new ArrayList<AnswerChange.Limit>();
        for (int i = 0; i < space.axes().size(); i++) {
            var axis = space.axes().get(i);
            var cells = box.axes().get(i);
            if (cells.cardinality() < axis.size()) {
                limits.add(new AnswerChange.Limit(axis.name(), axis.values(cells), words(axis, cells)));
            }
        }
        return limits;
    }

    /** The shorter of the values and the values left out; a group by its name. */
    private static String words(CommonSpace.Axis axis, BitSet cells) {
        var values = axis.values(cells);
        var rest = new BitSet();
        rest.set(0, axis.size());
        rest.andNot(cells);
        if (axis.facet() instanceof Facet.Choice choice) {
            for (var group : choice.groups().entrySet()) {
                if (Set.copyOf(group.getValue()).equals(Set.copyOf(values))) {
                    return group.getKey();
                }
            }
            if (rest.cardinality() < values.size() && axis.size() > 2) {
                return "not " + String.join(" or ", axis.values(rest));
            }
        }
        return String.join(" or ", values);
    }
}
