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
import java.util.function.Function;

/**
 * Which questions change their answer. Exact: every region of the act before is cut by the regions of the act after, so each
 * piece has one answer on either side; pieces that change alike are then told in few boxes.
 *
 * <p>A fact that the record attests otherwise on the two sides has each side's value; every other fact takes all its values.
 */
final class AnswerComparison {
    private record Kind(Region.Answer before, Region.Answer after) {}

    /** A piece of the common space with the answers and the clauses that decide. */
    private record Piece(Cells cells, Region before, Region after) {}

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
        var was = before.compiled().act(name, before.asOf(), before.knownAt());
        var is = after.compiled().act(name, after.asOf(), after.knownAt());
        var boundBefore = new HashMap<String, String>();
        var boundAfter = new HashMap<String, String>();
        bind(was, is, boundBefore, boundAfter);
        var space = new CommonSpace(was.domain(), is.domain(), boundBefore.keySet());
        if (space.isEmpty()) {
            return List.of();
        }
        var everything = space.everything();
        var free = new ArrayList<>(List.of(everything));
        var changed = new LinkedHashMap<Kind, List<Piece>>();
        for (var old : was.regions(space.candidates(was, everything, boundBefore))) {
            var box = space.narrowed(everything, was.domain(), old.cells(), boundBefore);
            for (var now : is.regions(space.candidates(is, box, boundAfter))) {
                var cells = space.narrowed(box, is.domain(), now.cells(), boundAfter);
                remove(free, cells);
                if (!old.answer().equals(now.answer())) {
                    changed.computeIfAbsent(new Kind(old.answer(), now.answer()), _ -> new ArrayList<>())
                            .add(new Piece(cells, old, now));
                }
            }
        }
        return changed.entrySet().stream()
                .flatMap(entry -> told(name, space, entry.getKey(), entry.getValue(), free).stream())
                .toList();
    }

    /** Facts that the record attests on a side, or only on one, and not alike. */
    private void bind(
            CompiledAct was, CompiledAct is, Map<String, String> boundBefore, Map<String, String> boundAfter) {
        for (int i = 0; i < was.domain().size(); i++) {
            var facet = was.domain().facet(i);
            if (facet.suppliedBy() != Facet.SuppliedBy.RECORD || is.domain().indexOf(facet.name()) < 0) {
                continue;
            }
            var first = before.factOrDefault(facet.name());
            var second = after.factOrDefault(facet.name());
            if (first != null && second != null && !first.equals(second)) {
                boundBefore.put(facet.name(), first);
                boundAfter.put(facet.name(), second);
            }
        }
    }

    private static void remove(List<Cells> from, Cells cells) {
        var rest = from.stream().flatMap(each -> each.minus(cells).stream()).toList();
        from.clear();
        from.addAll(rest);
    }

    private static List<AnswerChange> told(
            String act, CommonSpace space, Kind kind, List<Piece> pieces, List<Cells> free) {
        var wanted = pieces.stream().map(Piece::cells).toList();
        return Cover.of(space.everything(), wanted, free).stream()
                .map(box -> {
                    var within = pieces.stream()
                            .filter(piece -> piece.cells().and(box) != null)
                            .toList();
                    return new AnswerChange(
                            act,
                            limits(space, box),
                            kind.before(),
                            kind.after(),
                            throughout(within, Piece::before),
                            throughout(within, Piece::after));
                })
                .toList();
    }

    /** The clauses that decide every piece: one that decides only some of them would be named for questions it misses. */
    private static Set<String> throughout(List<Piece> pieces, Function<Piece, Region> side) {
        var deciding = new TreeSet<>(side.apply(pieces.getFirst()).deciding());
        pieces.forEach(piece -> deciding.retainAll(side.apply(piece).deciding()));
        return deciding;
    }

    private static List<AnswerChange.Limit> limits(CommonSpace space, Cells box) {
        var limits = new ArrayList<AnswerChange.Limit>();
        for (int i = 0; i < space.axes().size(); i++) {
            var axis = space.axes().get(i);
            var cells = box.axes().get(i);
            if (cells.cardinality() < axis.labels().size()) {
                limits.add(new AnswerChange.Limit(axis.name(), labels(axis, cells), words(axis, cells)));
            }
        }
        return limits;
    }

    private static List<String> labels(CommonSpace.Axis axis, BitSet cells) {
        return cells.stream().mapToObj(axis.labels()::get).toList();
    }

    /** The shorter of the values and the values left out; a group by its name. */
    private static String words(CommonSpace.Axis axis, BitSet cells) {
        var values = labels(axis, cells);
        var rest = new BitSet();
        rest.set(0, axis.labels().size());
        rest.andNot(cells);
        if (axis.facet() instanceof Facet.Choice choice) {
            for (var group : choice.groups().entrySet()) {
                if (Set.copyOf(group.getValue()).equals(Set.copyOf(values))) {
                    return group.getKey();
                }
            }
            if (rest.cardinality() < values.size() && axis.labels().size() > 2) {
                return "not " + String.join(" or ", labels(axis, rest));
            }
        }
        return String.join(" or ", values);
    }
}
