package io.proviso.agreement.rounds;

import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * How a round goes, by the clause that governs it: every state that it is in, each from its first instant on. Nobody is waited for
 * beyond a deadline: silence ends the round by itself. Rulings read rounds on record by it, and the desk runs its own.
 */
public final class RoundCourse {
    /** A state of a round. */
    public sealed interface State {
        /** Sent, but not known to be in the holder's hands whole. */
        record Sent(List<String> missing) implements State {}

        /**
         * In the holder's hands, which may still answer.
         *
         * @param stage of a negotiation, from 0
         * @param deadline null while the clock stands still, or if nobody disclosed the window
         * @param stoppedBy the event by which the clock stands still; null while it runs
         */
        record Open(
                int stage,
                Instant countedFrom,
                @Nullable Deadline deadline,
                @Nullable String stoppedBy) implements State {}

        /**
         * Ended by an answer or by silence.
         *
         * @param windowEnds the last instant for an answer, which the answer may have come long before
         * @param freeThrough the last instant of what it frees the customer for; null if it frees for good, or nobody knows
         */
        record Ended(
                Answer answer,
                Instant at,
                Instant windowEnds,
                @Nullable Instant freeThrough) implements State {
            /** Whether nobody answered. */
            public boolean isSilent() {
                return switch (answer) {
                    case Answer.Takes(Long _, boolean bySilence) -> bySilence;
                    case Answer.Leaves(How how) -> how == How.LAPSED;
                };
            }

            /** Whether what it frees the customer for is not over. */
            public boolean frees(Instant asOf) {
                return freeThrough == null || asOf.isBefore(freeThrough.plusSeconds(1));
            }
        }

        /** Ended by the customer, which frees it of nothing. */
        record Withdrawn() implements State {}
    }

    /** What ended a round, as the clause has it. */
    public sealed interface Answer {
        /** Takes so many; null takes all. */
        record Takes(@Nullable Long quantity, boolean bySilence) implements Answer {}

        record Leaves(How how) implements Answer {}
    }

    /** In which way a holder leaves what was put. */
    public enum How {
        DECLINED,
        WAIVED,
        COUNTERED,
        /** What it took of it was not to be had alone, or was more than was put: another bargain. */
        TOOK_ANOTHER_PART,
        /** It took less, or left less, than is of use in one place. */
        TOOK_TOO_SMALL_A_PART,
        LAPSED
    }

    private final Round round;
    private final FirstRefusal terms;
    private final DeadlineRule rule;
    private final @Nullable Window window;
    private final Preemption.@Nullable Tail tail;
    private final NavigableMap<Instant, State> states;
    private final List<Round.Step> late;
    private final List<Round.Step> signed;

    /**
     * Walks the round once; what it comes to at an instant is then looked up.
     *
     * @param window the first; null if nobody disclosed it, and then nothing lapses
     * @param tail null if a refusal frees for good, or nobody disclosed how long
     * @param rule with the closures by which days are counted
     */
    public RoundCourse(
            Round round,
            FirstRefusal terms,
            @Nullable Window window,
            Preemption.@Nullable Tail tail,
            DeadlineRule rule) {
        this.round = round;
        this.terms = terms;
        this.rule = rule;
        this.window = window;
        this.tail = tail;
        var walk = new RoundWalk(this);
        walk.through();
        this.states = walk.states();
        this.late = walk.late();
        this.signed = walk.signed();
    }

    /**
     * By the clause as it was known at an instant.
     *
     * @param reoffers whether the holder refused another bargain of the same request before
     */
    static RoundCourse known(Round round, FirstRefusal terms, DeadlineRule rule, Instant knownAt, boolean reoffers) {
        var shorter = reoffers ? terms.preemption().conduct().reofferWindow() : null;
        var stated = terms.preemption().tail();
        return new RoundCourse(
                round,
                terms,
                shorter == null ? terms.answering().window().asKnown(knownAt) : shorter,
                stated == null ? null : stated.asKnown(knownAt),
                rule);
    }

    Round round() {
        return round;
    }

    FirstRefusal terms() {
        return terms;
    }

    DeadlineRule rule() {
        return rule;
    }

    /** Null before the notice was sent. */
    public @Nullable State at(Instant asOf) {
        var state = states.floorEntry(asOf);
        return state == null ? null : state.getValue();
    }

    /** As it was open last; null if it never was. */
    public State.@Nullable Open lastOpen() {
        for (var state : states.descendingMap().values()) {
            if (state instanceof State.Open open) {
                return open;
            }
        }
        return null;
    }

    /** What silence through the deadline means. */
    public Answer silence() {
        return terms.onLapse() == FirstRefusal.OnLapse.ACCEPT
                ? new Answer.Takes(null, true)
                : new Answer.Leaves(How.LAPSED);
    }

    /**
     * How it stands from an answer on.
     *
     * @param windowEnds the last instant that it had for it
     */
    public State.Ended ended(Answer answer, Instant at, Instant windowEnds) {
        return new State.Ended(answer, at, windowEnds, tail == null ? null : freeThrough(tail, at, windowEnds));
    }

    private @Nullable Instant freeThrough(Preemption.Tail known, Instant at, Instant windowEnds) {
        var length = known.length();
        if (length == null) {
            return null;
        }
        var from = switch (known.from()) {
            case REFUSAL -> at;
            case END_OF_WINDOW -> windowEnds;
        };
        return rule.lastOf(from, length).utc();
    }

    /** How far another bargain may depart from what its holder left, null where it may in every way. */
    public Preemption.@Nullable Floor floor() {
        return terms.preemption().floor(tail);
    }

    /** The first instant after which it is in another state, null if it stays. */
    @Nullable
    Instant next(Instant asOf) {
        return states.higherKey(asOf);
    }

    /** Answers received after the deadline by then, which change nothing. */
    List<Round.Step> late(Instant asOf) {
        return late.stream().filter(step -> !step.at().isAfter(asOf)).toList();
    }

    /** When something is next signed, null if nothing is. */
    @Nullable
    Instant nextSigned(Instant asOf) {
        return signed.stream()
                .map(Round.Step::at)
                .filter(at -> at.isAfter(asOf))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The window of a stage; null if nobody disclosed it. */
    @Nullable
    Window window(int stage) {
        return stage == 0 ? window : terms.answering().talks().get(stage - 1).asKnown(Instant.MAX);
    }

    /** For how long and within what a refusal frees the customer; null if it frees for good, or nobody knows. */
    Preemption.@Nullable Tail tail() {
        return tail;
    }

    boolean hidesItsTail() {
        return tail == null ? terms.preemption().tail() != null : tail.isUndisclosed();
    }

    /** Whether nobody can know that it is over by silence: its window is undisclosed, and its clock runs. */
    static boolean hidesItsEnd(State.Open open) {
        return open.deadline() == null && open.stoppedBy() == null;
    }

    /** How it stands if a window that nobody disclosed is over. */
    State.Ended lapsedUnseen(Instant asOf) {
        return new State.Ended(silence(), asOf, asOf, null);
    }

    /** When all that a holder took is served; null while it is not. */
    @Nullable
    Instant served(Answer.Takes takes) {
        var taken = takes.quantity() == null ? PutQuantity.of(round) : takes.quantity();
        long served = 0;
        for (var step : signed) {
            if (step.what() instanceof Happening.Signed contract
                    && contract.with().equals(terms.holder().name())) {
                var quantity = PutQuantity.signed(round, contract);
                if (taken == null || quantity == null) {
                    return step.at();
                }
                served += quantity;
                if (served >= taken) {
                    return step.at();
                }
            }
        }
        return null;
    }

    /** The first instant of its course. */
    Instant begins() {
        return states.firstKey();
    }

    /** From when on it says nothing any more, if its silence is known to be one; null if there is no such instant. */
    @Nullable
    Instant over() {
        var last = states.lastEntry();
        return switch (last.getValue()) {
            case State.Sent _, State.Open _ -> null;
            case State.Withdrawn() -> last.getKey();
            case State.Ended ended -> {
                var through = ended.freeThrough();
                if (through == null) {
                    yield null;
                }
                var free = through.plusSeconds(1);
                yield switch (ended.answer()) {
                    case Answer.Leaves _ -> free;
                    case Answer.Takes takes -> {
                        var served = served(takes);
                        yield served == null || served.isAfter(free) ? served : free;
                    }
                };
            }
        };
    }

    /** The end of a window in which nobody answered: before it, nobody could know that. Null if somebody did, or still may. */
    @Nullable
    Instant silentThrough() {
        return states.lastEntry().getValue() instanceof State.Ended ended && ended.isSilent()
                ? ended.windowEnds()
                : null;
    }

    /** The number of the last stage. */
    int lastStage() {
        return terms.answering().talks().size();
    }
}
