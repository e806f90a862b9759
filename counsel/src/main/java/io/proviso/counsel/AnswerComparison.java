package io.proviso.counsel;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Which questions change their answer, exactly; pieces that change alike are told in few boxes. */
final class AnswerComparison {
    private record Kind(Region.Answer before, Region.Answer after) {}

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

    private List<AnswerChange> changes(String act) {
        return Contrasts.of(act, before, after).stream()
                .flatMap(contrast -> changes(act, contrast).stream())
                .toList();
    }

    private static List<AnswerChange> changes(String act, Contrast contrast) {
        var space = contrast.space();
        var free = contrast.boxes();
        var changed = new LinkedHashMap<Kind, List<Cells>>();
        for (var box : contrast.boxes()) {
            for (var piece : contrast.pieces(box)) {
                free = Cells.minus(free, piece.cells());
                if (piece.differs()) {
                    changed.computeIfAbsent(new Kind(piece.before(), piece.after()), _ -> new ArrayList<>())
                            .add(piece.cells());
                }
            }
        }
        var changes = new ArrayList<AnswerChange>();
        for (var entry : changed.entrySet()) {
            var kind = entry.getKey();
            for (var box : Cover.of(space.everything(), entry.getValue(), free)) {
                changes.add(new AnswerChange(
                        act,
                        limits(space, box),
                        kind.before(),
                        kind.after(),
                        contrast.deciding(contrast.before(), box),
                        contrast.deciding(contrast.after(), box)));
            }
        }
        return changes;
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
