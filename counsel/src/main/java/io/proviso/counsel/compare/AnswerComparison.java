package io.proviso.counsel.compare;

import io.proviso.agreement.Facet;
import io.proviso.agreement.norms.Region;
import io.proviso.counsel.Standpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which questions change their answer, exactly: each question in one row, pieces that change alike in few rows, the largest first. */
final class AnswerComparison {
    private record Kind(Region.Answer before, Region.Answer after) {}

    /** The pieces of one contrast that lie within a box. */
    private record Found(
            Contrast contrast, Cells within, double all, Map<Kind, List<Cells>> changed, List<Cells> free) {
        List<Cells> of(Kind kind) {
            return changed.getOrDefault(kind, List.of());
        }
    }

    private final Standpoint before;
    private final Standpoint after;
    private final List<Found> found = new ArrayList<>();
    private final List<Found> asked = new ArrayList<>();

    AnswerComparison(Standpoint before, Standpoint after) {
        this.before = before;
        this.after = after;
        var known = after.portfolio().vocabulary().acts().keySet();
        before.portfolio().vocabulary().acts().keySet().stream()
                .filter(known::contains)
                .flatMap(act -> Contrasts.of(act, before, after).stream())
                .forEach(this::look);
    }

    private void look(Contrast contrast) {
        var everything = contrast.space().everything();
        found.add(within(contrast, everything));
        asked.add(within(contrast, asSupposed(contrast.space(), everything)));
    }

    /** All of them, in boxes without exceptions. */
    List<AnswerChange> changes() {
        return rows(
                found,
                (all, kind) -> Cover.of(all.within(), all.of(kind), all.free()).stream()
                        .map(box -> new Cover.Told(box, null)));
    }

    /** Those that change where nothing is supposed of facts, in fewer rows, some with an exception. */
    List<AnswerChange> asAsked() {
        return rows(asked, (all, kind) -> Cover.excepting(all.within(), all.of(kind), all.free()).stream());
    }

    private interface Telling {
        Stream<Cover.Told> rows(Found all, Kind kind);
    }

    private static List<AnswerChange> rows(List<Found> found, Telling telling) {
        var totals = new LinkedHashMap<String, Double>();
        found.forEach(all -> totals.merge(all.contrast().act(), all.all(), Double::sum));
        var acts = List.copyOf(totals.keySet());
        return found.stream()
                .flatMap(all -> all.changed().keySet().stream()
                        .flatMap(kind -> telling.rows(all, kind)
                                .map(told -> row(
                                        all,
                                        kind,
                                        told,
                                        totals.getOrDefault(all.contrast().act(), 1.0)))))
                .sorted(Comparator.comparingDouble(AnswerChange::share)
                        .reversed()
                        .thenComparingInt(row -> acts.indexOf(row.act()))
                        .thenComparing(AnswerChange::sentence))
                .toList();
    }

    private static AnswerChange row(Found all, Kind kind, Cover.Told told, double total) {
        var contrast = all.contrast();
        return new AnswerChange(
                contrast.act(),
                contrast.space().limits(told.box(), all.within()),
                told.without() == null ? List.of() : contrast.space().limits(told.without(), told.box()),
                kind.before(),
                kind.after(),
                told.of(all.of(kind)) / contrast.space().suppositions(all.within()) / total,
                contrast.deciding(contrast.before(), told.parts()),
                contrast.deciding(contrast.after(), told.parts()));
    }

    private static Found within(Contrast contrast, Cells within) {
        var boxes = contrast.boxes().stream()
                .flatMap(box -> Stream.ofNullable(box.and(within)))
                .toList();
        var free = boxes;
        double all = 0;
        var changed = new LinkedHashMap<Kind, List<Cells>>();
        for (var box : boxes) {
            for (var piece : contrast.pieces(box)) {
                all += piece.cells().volume();
                free = Cells.minus(free, piece.cells());
                if (piece.differs()) {
                    changed.computeIfAbsent(new Kind(piece.before(), piece.after()), _ -> new ArrayList<>())
                            .add(piece.cells());
                }
            }
        }
        return new Found(contrast, within, all / contrast.space().suppositions(within), changed, free);
    }

    /** The questions in which each fact has the value that holds unless a question supposes another. */
    private Cells asSupposed(CommonSpace space, Cells everything) {
        var box = everything;
        for (var axis : space.axes()) {
            var value = axis.facet() instanceof Facet.Choice choice ? standing(choice) : null;
            box = value == null ? box : space.with(box, axis, value);
        }
        return box;
    }

    /** Null if it is open, or not the same for all questions of both sides. */
    private @Nullable String standing(Facet.Choice fact) {
        if (fact.suppliedBy() == Facet.SuppliedBy.CALLER) {
            return null;
        }
        var was = before.factOrDefault(fact.name());
        boolean everywhere = Stream.concat(before.entries(fact.name()).stream(), after.entries(fact.name()).stream())
                .allMatch(entry -> entry.scope().facets().isEmpty());
        return everywhere && Objects.equals(was, after.factOrDefault(fact.name())) ? was : null;
    }
}
