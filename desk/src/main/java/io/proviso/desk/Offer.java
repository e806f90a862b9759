package io.proviso.desk;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Source;
import io.proviso.calendar.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quantity offered to a holder of first refusal, and how far that has got.
 *
 * @param round what was put to the holder and came of it, as it is on record: what the clause makes of it is the course of that round
 * @param bargain what the holder may match; null if it is offered the terms requested
 * @param counters what it proposed instead without ending the offer
 * @param receipt null until a complete notice was received
 * @param ending null while the offer is open
 * @param late answers that came after the deadline on record: their duplicates are known, and a deadline that moves past them
 *     takes them in
 */
public record Offer(
        Round round,
        Right right,
        long gpus,
        @Nullable Receipt receipt,
        @Nullable Ending ending,
        List<Late> late,
        @Nullable Bargain bargain,
        List<Ending.Answered> counters) {
    private static final Source DESK = new Source("the desk's own round", null, Confidence.PRIMARY);

    /** A complete notice in the holder's hands, the clause that counts, and the last instant for an answer as far as is known. */
    public record Receipt(Instant at, PinnedRight pinned, Deadline deadline) {
        public Receipt due(Deadline moved) {
            return new Receipt(at, pinned, moved);
        }

        /** Whether an answer received then counts as far as is known; while the clock stands still, the deadline may yet move past it. */
        public boolean inTime(Instant received) {
            return deadline.inTime(received);
        }
    }

    /** An answer that did not count when it was read. */
    public record Late(String answer, Instant received, Response response) {}

    /** The one thing that ended an offer. */
    public sealed interface Ending {
        /**
         * The terminal answer.
         *
         * @param received null in histories of the first two schemas, which did not say
         */
        record Answered(String answer, @Nullable Instant received, Response response) implements Ending {
            public static Answered by(Command.Answer answer) {
                return new Answered(answer.id(), answer.received(), answer.response());
            }

            Instant receivedOr(Instant otherwise) {
                return received == null ? otherwise : received;
            }

            /** Whether that answer is a copy of it; the first receipt counts. */
            public boolean isRepeatedBy(Command.Answer other) {
                return answer.equals(other.id()) && response.equals(other.response());
            }
        }

        /** Nobody answered in time. */
        record Lapsed(Instant deadline) implements Ending {}

        /** The right ended first. */
        record Moot(Instant since) implements Ending {}

        /** The customer no longer needs it. */
        record Withdrawn(Instant since) implements Ending {}
    }

    public Offer {
        late = List.copyOf(late);
        counters = List.copyOf(counters);
        if (receipt == null && (ending instanceof Ending.Answered || ending instanceof Ending.Lapsed)) {
            throw new IllegalArgumentException(
                    "offer " + round.id() + ": only an offer that was received can be answered or lapse");
        }
    }

    static Offer made(
            String id,
            Right right,
            long gpus,
            @Nullable Bargain bargain,
            Map<String, Round.Term> put,
            String request,
            Instant made) {
        var notice = new Round.Notice(made, null, List.of(), made);
        var round = new Round(id, right.name(), request, put, notice, List.of(), DESK);
        return new Offer(round, right, gpus, null, null, List.of(), bargain, List.of());
    }

    public String id() {
        return round.id();
    }

    public Instant made() {
        return round.notice().sent();
    }

    /** What the last notice lacked; such a notice never starts the clock. */
    public List<String> missing() {
        for (var step : round.steps().reversed()) {
            if (step.what() instanceof Happening.Received(List<String> missing)) {
                return missing;
            }
        }
        return List.of();
    }

    /** Since when the clock stands still; null while it runs. */
    public @Nullable Instant stoppedSince() {
        var stopped = stopped();
        return stopped == null ? null : stopped.at();
    }

    /** What stopped the clock; null while it runs. */
    public Round.@Nullable Step stopped() {
        for (var step : round.steps().reversed()) {
            if (step.what() instanceof Happening.Resumed) {
                return null;
            }
            if (step.what() instanceof Happening.Tolled) {
                return step;
            }
        }
        return null;
    }

    /**
     * What an answer is in the round: one to another bargain than was offered is a counter, whatever its sender calls it.
     *
     * @param wanted by the request
     */
    public Happening.Answer told(Response response, Terms wanted) {
        return switch (response) {
            case Response.Accepts accepts ->
                Matching.meets(
                                accepts,
                                this,
                                wanted,
                                clock().pinned().terms().preemption().matching())
                        ? new Happening.Accepted(accepts.gpus())
                        : new Happening.Countered();
            case Response.Declines _ -> new Happening.Declined();
            case Response.Waives _ -> new Happening.Waived();
            case Response.Counters _ -> new Happening.Countered();
        };
    }

    /** What its holder has said by now of the quantity it did not take, as a question puts it. */
    Refusal refusal() {
        return switch (ending) {
            case Ending.Answered(String _, Instant _, Response.Waives _) -> Refusal.WAIVED;
            case Ending.Answered _ -> Refusal.DECLINED;
            // Silence that accepts frees nobody; where its holder may not supply what it would take, it is a decline.
            case Ending.Lapsed _ ->
                clock().pinned().terms().onLapse() == FirstRefusal.OnLapse.ACCEPT ? Refusal.DECLINED : Refusal.LAPSED;
            case Ending.Moot _, Ending.Withdrawn _ -> Refusal.NONE;
            case null -> Refusal.OPEN;
        };
    }

    /** The counter of that id, null if there is none. */
    public Ending.@Nullable Answered counter(String answer) {
        return counters.stream()
                .filter(counter -> counter.answer().equals(answer))
                .findFirst()
                .orElse(null);
    }

    /** What the holder proposed last instead of what it was offered, null if it proposed nothing definite. */
    public Response.@Nullable Accepts proposal() {
        if (ending instanceof Ending.Answered answered && proposal(answered.response()) != null) {
            return proposal(answered.response());
        }
        return counters.reversed().stream()
                .map(counter -> proposal(counter.response()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public static Response.@Nullable Accepts proposal(Response response) {
        return switch (response) {
            case Response.Accepts accepts -> accepts;
            case Response.Counters counters -> counters.terms();
            case Response.Declines _, Response.Waives _ -> null;
        };
    }

    Offer countered(Ending.Answered counter, Terms wanted, Instant recorded) {
        var more = new ArrayList<>(counters);
        more.add(counter);
        var others = late.stream()
                .filter(other -> !(other.answer().equals(counter.answer())
                        && other.response().equals(counter.response())))
                .toList();
        var step =
                new Round.Step(told(counter.response(), wanted), lastAnswered(counter.receivedOr(recorded)), recorded);
        return new Offer(round.with(step), right, gpus, receipt, ending, others, bargain, more);
    }

    public boolean isOpen() {
        return ending == null;
    }

    Offer defective(List<String> lacking, Instant received, Instant recorded) {
        return then(new Round.Step(new Happening.Received(lacking), received, recorded));
    }

    /** Of a copy that lacked something and came later nothing is told: the holder has the notice. */
    public Offer received(Receipt complete, Instant recorded) {
        var before = round.steps().stream()
                .filter(step -> !step.at().isAfter(complete.at()))
                .toList();
        var step = new Round.Step(new Happening.Received(List.of()), complete.at(), recorded);
        return on(round.telling(before).with(step)).with(complete);
    }

    /** The same with something that happened in the round. */
    public Offer then(Round.Step step) {
        return on(round.with(step));
    }

    public Offer due(Deadline moved) {
        return with(clock().due(moved));
    }

    Offer with(Receipt other) {
        return new Offer(round, right, gpus, other, ending, late, bargain, counters);
    }

    Offer on(Round other) {
        return new Offer(other, right, gpus, receipt, ending, late, bargain, counters);
    }

    /** Agreed on after all that had moved the clock by then, whatever the hour of whoever writes it down. */
    Offer extended(Deadline agreed, Instant recorded) {
        var at = round.steps().stream()
                .filter(step -> switch (step.what()) {
                    case Happening.Tolled _, Happening.Resumed _, Happening.ExtendedTo _ -> true;
                    case Happening.Received _, Happening.Answer _, Happening.Withdrawn _, Happening.Signed _ -> false;
                })
                .map(Round.Step::at)
                .filter(recorded::isBefore)
                .max(Instant::compareTo)
                .orElse(recorded);
        return then(new Round.Step(new Happening.ExtendedTo(agreed.utc()), at, recorded));
    }

    /** The running clock. */
    public Receipt clock() {
        if (receipt == null) {
            throw new IllegalStateException("offer " + id() + ": without a receipt it has no deadline to move");
        }
        return receipt;
    }

    Offer ended(Ending how) {
        if (ending != null) {
            throw new IllegalStateException(
                    "offer " + id() + ": it ended by " + ending + ", it cannot end again by " + how);
        }
        return new Offer(round, right, gpus, receipt, how, late, bargain, counters);
    }

    /** What was told of the offer after its answer was received came too late for it. */
    Offer answered(Ending.Answered how, Happening.Answer said, Instant at, Instant recorded) {
        var before =
                round.steps().stream().filter(step -> !step.at().isAfter(at)).toList();
        return on(round.telling(before).with(new Round.Step(said, at, recorded)))
                .ended(how);
    }

    /** When an answer of that instant counts among those before it: rows may be read out of order, and then it comes after them. */
    public Instant lastAnswered(Instant received) {
        return round.steps().stream()
                .filter(step -> step.what() instanceof Happening.Answer)
                .map(Round.Step::at)
                .filter(received::isBefore)
                .max(Instant::compareTo)
                .orElse(received);
    }

    /** Whether an answer may yet turn out to be in time, when it is known how long the clock stands still. */
    public boolean isUndecided() {
        return isOpen() && receipt != null && stopped() != null && !late.isEmpty();
    }

    /** Whether an answer of that id came after the deadline. */
    public boolean isLate(String answer) {
        return late.stream().anyMatch(each -> each.answer().equals(answer));
    }

    Offer answeredTooLate(Late answer) {
        var more = new ArrayList<>(late);
        more.add(answer);
        return new Offer(round, right, gpus, receipt, ending, more, bargain, counters);
    }
}
