package io.proviso.agreement.rounds;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.rounds.RightStanding.Limit;
import io.proviso.agreement.rounds.RightStanding.Says;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.rounds.RoundCited.Remark;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.agreement.rounds.RoundCourse.How;
import io.proviso.agreement.rounds.RoundCourse.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rounds by which rights say what they say to a question, told. */
public record RoundsCited(Standings standings, Instant asOf) {
    public List<RoundCited> all() {
        var cited = new LinkedHashMap<String, RoundCited>();
        for (var of : standings.rights()) {
            for (var way : of.standing().ways()) {
                var course = way.says().course();
                if (course != null) {
                    boolean unknown = way.limits().stream().anyMatch(Limit.Silent.class::isInstance);
                    cited.merge(course.round().id(), cited(course, way.says(), unknown), RoundsCited::whichTellsTerms);
                }
            }
        }
        return List.copyOf(cited.values());
    }

    /** Of two ways by which one round counts, the one on whose terms the answer holds. */
    private static RoundCited whichTellsTerms(RoundCited one, RoundCited other) {
        return one.onTerms().isEmpty() && !other.onTerms().isEmpty() ? other : one;
    }

    /** A round by itself, whatever is asked; null if it was withdrawn or not begun by then. */
    static @Nullable RoundCited alone(RoundCourse course, Instant asOf, Instant knownAt) {
        var state = course.at(asOf);
        Says says = switch (state) {
            case null -> null;
            case State.Withdrawn() -> null;
            case State.Sent _, State.Open _ -> new Says.Waits(course, state);
            case State.Ended(Answer.Takes _, Instant _, Instant _, Instant _) -> new Says.Taken(course);
            case State.Ended ended -> new Says.Free(course, ended.freeThrough(), Map.of());
        };
        if (says == null) {
            return null;
        }
        boolean unknown =
                state instanceof State.Ended ended && ended.isSilent() && knownAt.isBefore(ended.windowEnds());
        return new RoundsCited(Standings.NONE, asOf).cited(course, says, unknown);
    }

    private RoundCited cited(RoundCourse course, Says says, boolean unknown) {
        return new RoundCited(
                course.round(),
                course.terms().holder(),
                came(course, says, unknown),
                !(says instanceof Says.NotOffered),
                says instanceof Says.Free free ? free.onTerms() : Map.of(),
                remarks(course, says));
    }

    private Came came(RoundCourse course, Says says, boolean unknown) {
        return switch (course.at(asOf)) {
            case State.Sent(List<String> missing) -> new Came.Sent(missing);
            case State.Open open ->
                new Came.Open(open.deadline() == null ? null : open.deadline().utc(), open.stoppedBy());
            case State.Ended ended when unknown -> new Came.Unknown(ended.windowEnds());
            case State.Ended ended ->
                switch (ended.answer()) {
                    case Answer.Takes takes ->
                        new Came.Taken(
                                takes.quantity(),
                                ended.at(),
                                takes.bySilence(),
                                ended.freeThrough(),
                                served(course, takes));
                    case Answer.Leaves(How how) ->
                        new Came.Freed(word(how), ended.at(), says instanceof Says.Free free ? free.last() : null);
                };
            case State.Withdrawn() -> throw new IllegalStateException("a round that was withdrawn says nothing");
            case null -> throw new IllegalStateException("a round that was not begun says nothing");
        };
    }

    private @Nullable Instant served(RoundCourse course, Answer.Takes takes) {
        var served = course.served(takes);
        return served == null || served.isAfter(asOf) ? null : served;
    }

    private static Refusal word(How how) {
        return switch (how) {
            case DECLINED, COUNTERED, TOOK_ANOTHER_PART, TOOK_TOO_SMALL_A_PART -> Refusal.DECLINED;
            case WAIVED -> Refusal.WAIVED;
            case LAPSED -> Refusal.LAPSED;
        };
    }

    private List<Remark> remarks(RoundCourse course, Says says) {
        var remarks = new ArrayList<Remark>();
        if (course.at(asOf) instanceof State.Ended(Answer.Leaves(How how), var _, var _, var _)) {
            if (how == How.COUNTERED) {
                remarks.add(new Remark.CounterDeclines());
            }
            if (how == How.TOOK_ANOTHER_PART || how == How.TOOK_TOO_SMALL_A_PART) {
                remarks.add(new Remark.TookAnotherPart());
            }
            if (how == How.LAPSED && talked(course)) {
                remarks.add(new Remark.TalksEnded());
            }
        }
        if (says instanceof Says.Free) {
            var untested = notPut(course);
            if (!untested.isEmpty()) {
                remarks.add(new Remark.NotPut(untested));
            }
            remarks.addAll(freedom(course));
        }
        course.late(asOf).forEach(late -> remarks.add(new Remark.Late(late.at())));
        return remarks;
    }

    private static boolean talked(RoundCourse course) {
        var open = course.lastOpen();
        return open != null && open.stage() > 0;
    }

    /** Bounds of its tail on what it did not put. */
    private static List<String> notPut(RoundCourse course) {
        var bounds = new ArrayList<String>();
        if (course.tail() != null) {
            var floor = course.tail().floor();
            add(bounds, Covering.PRICE, floor.price());
            add(bounds, "start", floor.start());
            add(bounds, "term", floor.term());
        }
        bounds.removeAll(course.round().put().keySet());
        return bounds;
    }

    private static void add(List<String> bounds, String term, @Nullable Object bound) {
        if (bound != null) {
            bounds.add(term);
        }
    }

    /** Until when it frees, where that is no day. */
    private static List<Remark> freedom(RoundCourse course) {
        var tail = course.tail();
        if (tail == null) {
            return List.of(course.hidesItsTail() ? new Remark.UntilUndisclosed() : new Remark.ForGood());
        }
        return tail.isUndisclosed()
                ? List.of(new Remark.UntilUndisclosed())
                : tail.period() == null ? List.of(new Remark.WithoutEnd()) : List.of();
    }
}
