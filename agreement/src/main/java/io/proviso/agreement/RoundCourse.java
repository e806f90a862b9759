package io.proviso.agreement;

import io.proviso.agreement.Round.Happening;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a round goes, by the clause that governs it: every state that it is in, each from its first instant on. Nobody is waited for
 * beyond a deadline: silence ends the round by itself.
 */
final class RoundCourse {
    /** A state of a round. */
    sealed interface State {
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
            boolean isSilent() {
                return switch (answer) {
                    case Answer.Takes(Long _, boolean bySilence) -> bySilence;
                    case Answer.Leaves(How how) -> how == How.LAPSED;
                };
            }

            /** Whether what it frees the customer for is not over. */
            boolean frees(Instant asOf) {
                return freeThrough == null || asOf.isBefore(freeThrough.plusSeconds(1));
            }
        }

        /** Ended by the customer, which frees it of nothing. */
        record Withdrawn() implements State {}
    }

    /** What ended a round, as the clause has it. */
    sealed interface Answer {
        /** Takes so many; null takes all. */
        record Takes(@Nullable Long quantity, boolean bySilence) implements Answer {}

        record Leaves(How how) implements Answer {}
    }

    /** In which way a holder leaves what was put. */
    enum How {
        DECLINED,
        WAIVED,
        COUNTERED,
        /** What it took of it was too little, or was not to be had alone, or was more than was put. */
        TOOK_ANOTHER_PART,
        LAPSED
    }

    private final Round round;
    private final FirstRefusal terms;
    private final DeadlineRule rule;
    private final @Nullable Window window;
    private final Preemption.@Nullable Tail tail;
    private final NavigableMap<Instant, State> states = new TreeMap<>();
    private final List<Round.Step> late = new ArrayList<>();
    private final List<Round.Step> signed = new ArrayList<>();

    /**
     * @param knownAt by when a window or a tail may be undisclosed; without a window nothing lapses
     * @param reoffers whether the holder refused another bargain of the same request before
     */
    RoundCourse(Round round, FirstRefusal terms, DeadlineRule rule, Instant knownAt, boolean reoffers) {
        this.round = round;
        this.terms = terms;
        this.rule = rule;
        var shorter = reoffers ? terms.preemption().conduct().reofferWindow() : null;
        this.window = shorter == null ? terms.answering().window().asKnown(knownAt) : shorter;
        var stated = terms.preemption().tail();
        this.tail = stated == null ? null : stated.asKnown(knownAt);
        new Walk().through();
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
    @Nullable
    State at(Instant asOf) {
        var state = states.floorEntry(asOf);
        return state == null ? null : state.getValue();
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

    /** What was signed by then, with whomever. */
    List<Round.Step> signed(Instant asOf) {
        return signed.stream().filter(step -> !step.at().isAfter(asOf)).toList();
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
        return stage == 0 ? window : terms.answering().talks().get(stage - 1);
    }

    /** For how long and within what a refusal frees the customer; null if it frees for good, or nobody knows. */
    Preemption.@Nullable Tail tail() {
        return tail;
    }

    boolean hidesItsTail() {
        return tail == null && terms.preemption().tail() != null;
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

    /** Whether what a holder takes is another bargain: more than was put, or a part where there are no parts. */
    static boolean isCounter(FirstRefusal terms, Round round, @Nullable Long quantity) {
        var put = PutQuantity.of(round);
        return quantity != null
                && put != null
                && (quantity > put || (quantity < put && terms.partial() == FirstRefusal.Partial.NONE));
    }

    /** A later deadline, which stands still with the clock from when it was agreed on. */
    private record Extension(Instant agreed, Instant until) {
        Instant later(List<DeadlineRule.Standstill> standstills) {
            var later = until;
            for (var still : standstills) {
                later = later.plus(still.after(agreed));
            }
            return later;
        }
    }

    /** One pass over what happened. */
    private final class Walk {
        private int stage;
        private boolean countedAnew;
        private @Nullable Instant from;
        private @Nullable Extension extension;
        private @Nullable Instant stoppedAt;
        private @Nullable String stoppedBy;
        private final List<DeadlineRule.Standstill> standstills = new ArrayList<>();

        void through() {
            var notice = round.notice();
            states.put(notice.sent(), new State.Sent(notice.missing()));
            var starts = switch (terms.answering().from()) {
                case RECEIPT -> notice.starts();
                case GIVING -> notice.missing().isEmpty() ? notice.sent() : null;
            };
            if (starts != null) {
                open(starts);
            }
            for (var step : round.steps()) {
                lapseBefore(step.at());
                take(step);
            }
            lapseBefore(Instant.MAX);
        }

        private void take(Round.Step step) {
            switch (step.what()) {
                case Happening.Signed _ -> signed.add(step);
                case Happening.Received(List<String> missing) -> received(step.at(), missing);
                case Happening.Answer answer when !isOpen() -> heal(step, answer);
                case Happening.Answer answer -> answer(step.at(), answer);
                case Happening.Withdrawn() -> {
                    if (!(states.lastEntry().getValue() instanceof State.Ended)) {
                        states.put(step.at(), new State.Withdrawn());
                    }
                }
                case Happening.ExtendedTo(Instant deadline) -> {
                    extension = new Extension(step.at(), deadline);
                    goOn(step.at());
                }
                case Happening.Tolled(String event) -> {
                    stoppedAt = step.at();
                    stoppedBy = event;
                    goOn(step.at());
                }
                case Happening.Resumed _ -> {
                    if (stoppedAt != null) {
                        standstills.add(new DeadlineRule.Standstill(stoppedAt, step.at()));
                        stoppedAt = null;
                        stoppedBy = null;
                        goOn(step.at());
                    }
                }
            }
        }

        /** Who answers a notice that was not whole has it from then on; who answers after the end changes nothing. */
        private void heal(Round.Step step, Happening.Answer answer) {
            if (states.lastEntry().getValue() instanceof State.Sent) {
                open(step.at());
                answer(step.at(), answer);
            } else {
                late.add(step);
            }
        }

        private void received(Instant at, List<String> missing) {
            if (states.lastEntry().getValue() instanceof State.Sent) {
                if (missing.isEmpty()) {
                    open(at);
                } else {
                    states.put(at, new State.Sent(missing));
                }
            }
        }

        private void open(Instant receipt) {
            from = receipt;
            goOn(receipt);
        }

        private void goOn(Instant at) {
            if (from != null && (at.equals(from) || isOpen())) {
                states.put(at, new State.Open(stage, from, deadline(from), stoppedBy));
            }
        }

        private boolean isOpen() {
            return states.lastEntry().getValue() instanceof State.Open;
        }

        private @Nullable Deadline deadline(Instant counted) {
            var length = window(stage);
            if (stoppedAt != null || length == null) {
                return null;
            }
            var deadline = rule.deadline(counted, length, standstills);
            return extension == null
                    ? deadline
                    : new Deadline(
                            deadline.deemedReceived(),
                            extension.later(standstills).atZone(rule.zone()),
                            deadline.unlisted());
        }

        /** Ends it by silence if its deadline passes before that instant. */
        private void lapseBefore(Instant next) {
            if (states.lastEntry().getValue() instanceof State.Open open && open.deadline() != null) {
                var passed = open.deadline().utc().plusSeconds(1);
                if (!passed.isAfter(next)) {
                    var answer = terms.onLapse() == FirstRefusal.OnLapse.ACCEPT
                            ? new Answer.Takes(null, true)
                            : new Answer.Leaves(How.LAPSED);
                    var deadline = open.deadline().utc();
                    states.put(passed, ended(answer, deadline, deadline));
                }
            }
        }

        private void answer(Instant at, Happening.Answer answer) {
            switch (answer) {
                case Happening.Accepted(Long quantity)
                when isCounter(terms, round, quantity) -> countered(at, How.TOOK_ANOTHER_PART);
                case Happening.Accepted(Long quantity) -> end(at, taken(quantity));
                case Happening.Declined() -> end(at, new Answer.Leaves(How.DECLINED));
                case Happening.Waived() -> end(at, new Answer.Leaves(How.WAIVED));
                case Happening.Countered() -> countered(at, How.COUNTERED);
            }
        }

        private void countered(Instant at, How how) {
            switch (terms.preemption().counter()) {
                case DECLINES -> end(at, new Answer.Leaves(how));
                case EXTENDS -> {
                    if (countedAnew) {
                        end(at, new Answer.Leaves(how));
                    } else {
                        countedAnew = true;
                        anew(at);
                    }
                }
                case NEGOTIATES -> {
                    if (stage < lastStage()) {
                        stage++;
                        anew(at);
                    }
                }
            }
        }

        private void anew(Instant at) {
            extension = null;
            standstills.clear();
            open(at);
        }

        private Answer taken(@Nullable Long quantity) {
            var put = PutQuantity.of(round);
            if (quantity == null || put == null || quantity.equals(put)) {
                return new Answer.Takes(quantity, false);
            }
            var gang = round.number(PutQuantity.GANG);
            boolean tooSmall = gang != null
                    && terms.belowGang() == FirstRefusal.BelowGang.DECLINES_ALL
                    && (quantity < gang || put - quantity < gang);
            return tooSmall ? new Answer.Leaves(How.TOOK_ANOTHER_PART) : new Answer.Takes(quantity, false);
        }

        private void end(Instant at, Answer answer) {
            var open = (State.Open) states.lastEntry().getValue();
            var deadline = open.deadline();
            states.put(at, ended(answer, at, deadline == null ? at : deadline.utc()));
        }

        private State.Ended ended(Answer answer, Instant at, Instant windowEnds) {
            return new State.Ended(answer, at, windowEnds, tail == null ? null : freeThrough(tail, at, windowEnds));
        }

        private @Nullable Instant freeThrough(Preemption.Tail known, Instant at, Instant windowEnds) {
            if (known.period() == null) {
                return null;
            }
            var from = switch (known.from()) {
                case REFUSAL -> at;
                case END_OF_WINDOW -> windowEnds;
            };
            return rule.lastOf(from, known.period()).utc();
        }
    }
}
