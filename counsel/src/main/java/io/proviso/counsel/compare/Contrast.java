package io.proviso.counsel.compare;

import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Region;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.english.ShortQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Closed questions about one act that two standpoints are asked alike. Exact: every region of the act before is cut by the
 * regions of the act after, so each piece has one answer on either side.
 *
 * @param boxes the questions, disjoint
 */
public record Contrast(CommonSpace space, FactsTaken before, FactsTaken after, List<Cells> boxes) {
    /** Questions that come out alike on either side. */
    record Piece(Cells cells, Region.Answer before, Region.Answer after) {
        boolean differs() {
            return !before.equals(after);
        }
    }

    /** One question that comes out otherwise. */
    public record Difference(Question question, Region.Answer before, Region.Answer after) {}

    private record Answered(Cells cells, Region.Answer answer) {}

    public Contrast {
        boxes = List.copyOf(boxes);
    }

    /** All questions that both understand, each fact free to take any value; no box if there is no such question. */
    public static Contrast free(CompiledAct before, CompiledAct after) {
        var space = new CommonSpace(before.domain(), after.domain(), Set.of());
        return new Contrast(
                space,
                FactsTaken.none(before),
                FactsTaken.none(after),
                space.isEmpty() ? List.of() : List.of(space.everything()));
    }

    /** Whether the record attests a fact otherwise on the two sides. */
    public boolean takesFacts() {
        return !before.values().isEmpty();
    }

    /** The questions of some box that can occur. */
    List<Piece> pieces(Cells box) {
        var pieces = new ArrayList<Piece>();
        for (var old : answers(before, box)) {
            for (var now : answers(after, old.cells())) {
                pieces.add(new Piece(now.cells(), old.answer(), now.answer()));
            }
        }
        return pieces;
    }

    /** The first question within some boxes that has another answer; null if there is none. */
    @Nullable
    public Difference firstDifference(List<Cells> within) {
        return within.stream()
                .flatMap(box -> pieces(box).stream())
                .filter(Piece::differs)
                .map(piece -> new Difference(question(piece.cells()), piece.before(), piece.after()))
                .findFirst()
                .orElse(null);
    }

    private List<Answered> answers(FactsTaken side, Cells box) {
        var answers = List.<Answered>of();
        for (var values : side.alternatives()) {
            var more = side.act().regions(space.candidates(side.act(), box, values)).stream()
                    .map(region ->
                            new Answered(space.narrowed(box, side.act().domain(), region.cells()), region.answer()))
                    .toList();
            answers = answers.isEmpty() ? more : overlaid(answers, more);
        }
        return answers;
    }

    /** A question that leaves a fact open has the answers under all its values. */
    private static List<Answered> overlaid(List<Answered> some, List<Answered> more) {
        var all = new ArrayList<Answered>();
        for (var one : some) {
            for (var other : more) {
                var both = one.cells().and(other.cells());
                if (both != null) {
                    all.add(new Answered(both, either(one.answer(), other.answer())));
                }
            }
        }
        only(some, more).forEach(all::add);
        only(more, some).forEach(all::add);
        return all;
    }

    private static List<Answered> only(List<Answered> some, List<Answered> others) {
        var only = new ArrayList<Answered>();
        for (var one : some) {
            var rest = List.of(one.cells());
            for (var other : others) {
                rest = Cells.minus(rest, other.cells());
            }
            rest.forEach(cells -> only.add(new Answered(cells, one.answer())));
        }
        return only;
    }

    private static Region.Answer either(Region.Answer one, Region.Answer other) {
        var outcomes = new TreeSet<>(one.outcomes());
        outcomes.addAll(other.outcomes());
        var needs = new TreeSet<>(one.needs());
        needs.addAll(other.needs());
        return new Region.Answer(outcomes, needs);
    }

    String act() {
        return after.act().act().name();
    }

    /** The clauses that decide every question of some boxes: one that decides only some would be named for questions it misses. */
    Set<ClauseName> deciding(FactsTaken side, List<Cells> boxes) {
        Set<ClauseName> deciding = null;
        for (var box : boxes) {
            for (var values : side.alternatives()) {
                for (var region : side.act().regions(space.candidates(side.act(), box, values))) {
                    if (deciding == null) {
                        deciding = new TreeSet<>(region.deciding());
                    }
                    deciding.retainAll(region.deciding());
                }
            }
        }
        return deciding == null ? Set.of() : deciding;
    }

    /** One question of a box that says no more than what tells it from others, or what some clause minds. */
    private Question question(Cells box) {
        var question = new ShortQuestion(act());
        for (int i = 0; i < space.axes().size(); i++) {
            var axis = space.axes().get(i);
            var cells = box.axes().get(i);
            if (cells.cardinality() < axis.size()
                    || ShortQuestion.isMinded(before.act(), axis.name())
                    || ShortQuestion.isMinded(after.act(), axis.name())) {
                switch (axis.facet()) {
                    case Facet.Measure measure -> {
                        int cell = cells.nextSetBit(0);
                        question.measure(measure, axis.first(cell), axis.last(cell));
                    }
                    case Facet.Choice choice -> question.choose(choice, usual(choice, axis.values(cells)));
                }
            }
        }
        return question.question();
    }

    private static String usual(Facet.Choice facet, List<String> values) {
        return facet.defaultValue() != null && values.contains(facet.defaultValue())
                ? facet.defaultValue()
                : values.getFirst();
    }
}
