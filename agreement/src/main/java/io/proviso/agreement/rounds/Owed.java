package io.proviso.agreement.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.norms.Told;
import io.proviso.agreement.portfolio.Answerable;
import io.proviso.agreement.portfolio.ConsentInForce;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.rounds.RoundCourse.State;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step without its dates.
 *
 * @param under null where no time to answer belongs to it
 * @param says what is on record of the right, null if nothing is
 */
public record Owed(
        Step.Kind kind,
        Party to,
        ClauseName clause,
        @Nullable Answerable under,
        RightStanding.@Nullable Says says,
        Map<Given, List<String>> given) {

    /**
     * Steps dated in the order in which they must be taken: equal ranks side by side, a later rank at the latest when the earlier
     * ones are over.
     *
     * @param over by step the first instant at which it is over whatever the other side does; a step that may never be is missing
     */
    public record Dated(Instant asOf, Map<Owed, Instant> begins, Map<Owed, Instant> over) {
        public static Dated of(List<Owed> steps, Instant asOf) {
            var byRank = new TreeMap<Integer, List<Owed>>();
            steps.forEach(step ->
                    byRank.computeIfAbsent(step.rank(), _ -> new ArrayList<>()).add(step));
            var begins = new LinkedHashMap<Owed, Instant>();
            var over = new LinkedHashMap<Owed, Instant>();
            @Nullable Instant begin = asOf;
            for (var equal : byRank.values()) {
                if (begin == null) {
                    break;
                }
                for (var step : equal) {
                    begins.put(step, begin);
                    var ends = step.certainBy(begin);
                    if (ends != null) {
                        over.put(step, ends);
                    }
                }
                begin = over.keySet().containsAll(equal)
                        ? equal.stream()
                                .map(over::get)
                                .flatMap(Stream::ofNullable)
                                .max(Instant::compareTo)
                                .orElseThrow()
                        : null;
            }
            return new Dated(asOf, begins, over);
        }

        public Step step(Owed owed) {
            return owed.step(asOf, over.get(owed));
        }

        /** Rights refused as early as may be, which stand again before every other holder must have answered. */
        public List<ClauseName> stale(Map<ClauseName, Instant> free, List<Owed> steps) {
            if (over.size() < steps.size()) {
                return List.of();
            }
            var stale = new ArrayList<ClauseName>();
            free.forEach((clause, last) -> {
                if (over.values().stream().anyMatch(last::isBefore)) {
                    stale.add(clause);
                }
            });
            for (var step : steps) {
                var last = step.refusedAt(asOf);
                boolean another = steps.stream()
                        .filter(other -> !other.clause().equals(step.clause()))
                        .map(over::get)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(ends -> last != null && last.isBefore(ends));
                if (another) {
                    stale.add(step.clause());
                }
            }
            return stale.stream().distinct().toList();
        }

        public List<UnlistedYear> unlisted(Owed owed) {
            var begin = begins.get(owed);
            return begin == null || over.get(owed) == null ? List.of() : owed.unlisted(begin);
        }
    }

    private @Nullable RightInForce right() {
        return under instanceof RightInForce right ? right : null;
    }

    private int rank() {
        var right = right();
        return right == null
                ? Integer.MIN_VALUE
                : right.terms().preemption().conduct().rank();
    }

    private Step step(Instant asOf, @Nullable Instant certainBy) {
        var course = says instanceof RightStanding.Says.Waits waits ? waits.course() : null;
        return new Step(
                kind,
                to,
                clause,
                under == null ? null : window(under),
                from(),
                under instanceof ConsentInForce consent ? consent.answer().silence() : null,
                asOf,
                certainBy,
                course == null ? null : course.round().id(),
                under != null && !(says instanceof RightStanding.Says.Waits(RoundCourse _, State.Open _)),
                given);
    }

    private FirstRefusal.@Nullable From from() {
        if (under == null
                || (says instanceof RightStanding.Says.Waits(RoundCourse _, State.Open open) && open.stage() > 0)) {
            return null;
        }
        var right = right();
        return right == null
                ? FirstRefusal.From.RECEIPT
                : right.terms().answering().from();
    }

    /** The one that runs; before the notice, the first. */
    private Told<Window> window(Answerable of) {
        return says instanceof RightStanding.Says.Waits(RoundCourse course, State.Open open) && course != null
                ? told(course.window(open.stage()))
                : told(of.window());
    }

    private static Told<Window> told(@Nullable Window window) {
        return window == null ? new Told.Undisclosed<>() : new Told.Open<>(window);
    }

    /**
     * The deadline plus a second, or the known end of the right if that is sooner; where silence accepts, or refuses a consent, the
     * deadline frees nobody, and only an end before it does. Before a receipt it assumes one when the step begins.
     */
    private @Nullable Instant certainBy(Instant begins) {
        if (under == null) {
            return null;
        }
        var deadline = deadline(under, begins);
        var ends = runsOn() ? null : under.ends();
        if (deadline == null) {
            return isStopped() ? null : ends;
        }
        var lapsed = deadline.utc().plusSeconds(1);
        if (ends != null && ends.isBefore(lapsed)) {
            return ends;
        }
        return under.silenceFrees() ? lapsed : null;
    }

    private boolean runsOn() {
        var right = right();
        return right != null
                && says instanceof RightStanding.Says.Waits
                && right.terms().preemption().conduct().openOffers() == Preemption.OpenOffers.RUN_ON;
    }

    private boolean isStopped() {
        return says instanceof RightStanding.Says.Waits(RoundCourse _, State.Open open) && open.stoppedBy() != null;
    }

    private static @Nullable Deadline first(Answerable of, Instant begins) {
        return of.window() == null ? null : of.deadlines().deadline(begins, of.window());
    }

    /** The end of the last stage, if each takes all of its time; null if no window is known or its clock stands still. */
    private @Nullable Deadline deadline(Answerable of, Instant begins) {
        return switch (of) {
            case ConsentInForce consent -> first(consent, begins);
            case RightInForce right -> deadline(right, begins);
        };
    }

    private @Nullable Deadline deadline(RightInForce of, Instant begins) {
        if (says instanceof RightStanding.Says.Waits(RoundCourse course, State.Open open) && course != null) {
            var now = open.deadline();
            return now == null ? null : through(of, now, open.stage(), course.lastStage());
        }
        var first = first(of, begins);
        return first == null
                ? null
                : through(of, first, 0, of.terms().answering().talks().size());
    }

    /** Null if nobody disclosed how long one of the stages is. */
    private static @Nullable Deadline through(RightInForce of, Deadline first, int stage, int last) {
        var deadline = first;
        for (int next = stage + 1; next <= last; next++) {
            var window = of.terms().answering().talks().get(next - 1).asKnown(Instant.MAX);
            if (window == null) {
                return null;
            }
            deadline = of.deadlines().deadline(deadline.utc(), window);
        }
        return deadline;
    }

    /** The last instant of the tail, if the holder refused then; null if it would free for good or nobody knows. */
    private @Nullable Instant refusedAt(Instant refused) {
        var right = right();
        var tail = right == null ? null : right.terms().preemption().tail();
        return right != null
                        && tail instanceof Stated.Known<Preemption.Tail>(Preemption.Tail known, Instant _)
                        && known.from() == Preemption.Tail.From.REFUSAL
                        && known.length() != null
                ? right.deadlines().lastOf(refused, known.length()).utc()
                : null;
    }

    /** Years beyond a calendar's list on which the deadline depends. */
    private List<UnlistedYear> unlisted(Instant begins) {
        var deadline = under == null ? null : deadline(under, begins);
        return deadline == null ? List.of() : deadline.unlisted();
    }
}
