package io.proviso.agreement.rounds;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.norms.Binding;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.rounds.RightStanding.Says;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what each right says to a question: by what the question supposes, else by the rounds on record. */
public record RightsBefore(RoundCourses courses) {
    public Standings standings(
            CompiledAct act, Question question, List<BitSet> candidates, Instant asOf, Instant knownAt) {
        var vocabulary = courses.portfolio().vocabulary();
        var asked = new Box(new ArrayList<>(candidates));
        var binding = new Binding(courses.portfolio(), question, asOf, knownAt);
        var supplier = vocabulary.desk().find(DeskWords.Of.SUPPLIER);
        var asking =
                new RightBefore.Asking(act.domain(), candidates, binding, asOf, knownAt, supplier, question.request());
        var totals = new RequestTotals(courses.rounds(), courses, asOf, knownAt);
        var found = new ArrayList<Standings.Of>();
        var fact = vocabulary.refusal();
        Instant next = null;
        for (var right : act.rightNorms()) {
            var boxes = right.boxes().stream().filter(asked::meets).toList();
            if (boxes.isEmpty()) {
                continue;
            }
            var name = right.version().id();
            var supposed = fact == null ? null : question.supposed(fact.name(), name);
            RightStanding standing;
            if (supposed != null) {
                standing = RightStanding.always(supposed(supposed, right.terms()));
            } else {
                var rounds = rounds(right, question, asOf, knownAt);
                var before = new RightBefore(
                        asking,
                        name,
                        right.terms(),
                        boxes,
                        rounds.begun(),
                        totals,
                        right.isOver() ? at -> courses.papers().at(at).find(name) == null : null);
                standing = before.standing();
                next = earlier(earlier(next, rounds.next()), before.next());
            }
            found.add(
                    new Standings.Of(right.version(), right.reading(), standing, right.conditions(), right.forbids()));
        }
        return new Standings(found, next);
    }

    /** How a round stood then; null if it was not on record, or not begun. */
    @Nullable
    public RoundCited told(Round round, Instant asOf, Instant knownAt) {
        var course = courses.own(round, knownAt);
        return course == null ? null : RoundsCited.alone(course, asOf, knownAt);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Exactly what is asked was answered so; the tail of a refusal begins at as-of. */
    private static Says supposed(Refusal answer, FirstRefusal terms) {
        var taken = new Says.Taken(null);
        var free = Says.Free.OF_NOTHING;
        return switch (answer) {
            case NONE -> new Says.NotOffered(null);
            case OPEN -> new Says.Waits(null, null);
            case DECLINED, WAIVED -> free;
            case LAPSED -> terms.onLapse() == FirstRefusal.OnLapse.ACCEPT ? taken : free;
            case ACCEPTED -> taken;
        };
    }

    /**
     * @param begun the last first
     * @param next when another goes on, whether or not it is one of those
     */
    private record Rounds(List<RoundCourse> begun, @Nullable Instant next) {}

    /** Of a request in particular, its own rounds and those of others that have ended: all or a part of what they put is free. */
    private Rounds rounds(CompiledAct.RightNorms right, Question question, Instant asOf, Instant knownAt) {
        var begun = new ArrayList<RoundCourse>();
        var running = courses.running(right.version(), right.reading().name(), right.terms());
        running.at(asOf, knownAt, begun::add);
        var next = running.next(asOf, knownAt);
        for (var course : begun) {
            next = earlier(next, course.next(asOf));
        }
        begun.sort(Comparator.comparing(RoundCourse::round, Round.IN_ORDER).reversed());
        begun.removeIf(course -> !reaches(course, question, asOf));
        return new Rounds(begun, next);
    }

    private static boolean reaches(RoundCourse course, Question question, Instant asOf) {
        return question.request() == null
                || question.request().equals(course.round().request())
                || course.at(asOf) instanceof RoundCourse.State.Ended;
    }
}
