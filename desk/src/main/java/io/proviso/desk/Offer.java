package io.proviso.desk;

import io.proviso.calendar.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity offered to a holder of first refusal, and how far that has got.
 *
 * @param bargain what the holder may match; null if it is offered the terms requested
 * @param counters what it proposed instead without ending the offer
 * @param missing what the last notice lacked; such a notice never starts the clock
 * @param receipt null until a complete notice was received
 * @param ending null while the offer is open
 * @param late answers that came too late to count: their duplicates are known, and a deadline that moves takes them in
 */
public record Offer(
        String id,
        Right right,
        long gpus,
        Instant made,
        List<String> missing,
        @Nullable Receipt receipt,
        @Nullable Ending ending,
        List<Late> late,
        @Nullable Bargain bargain,
        List<Ending.Answered> counters) {

    /** A complete notice in the holder's hands, the clause that counts from then, and the last instant for an answer. */
    public record Receipt(Instant at, PinnedRight pinned, Deadline deadline, Tolling tolling) {
        public Receipt(Instant at, PinnedRight pinned, Deadline deadline) {
            this(at, pinned, deadline, Tolling.NONE);
        }

        Receipt due(Deadline moved) {
            return new Receipt(at, pinned, moved, tolling);
        }

        /** Whether an answer received then counts; while the clock stands still, one does. */
        boolean inTime(Instant received) {
            return deadline.inTime(received) || tolling.since() != null;
        }

        Receipt tolled(Tolling next) {
            var longer = next.total().minus(tolling.total());
            var moved = new Deadline(deadline.deemedReceived(), deadline.local().plus(longer));
            return new Receipt(at, pinned, moved, next);
        }
    }

    /** For how long the clock stood still; {@code since} is null while it runs, {@code event} what stops it. */
    public record Tolling(
            Duration total,
            @Nullable Instant since,
            @Nullable String event) {
        public static final Tolling NONE = new Tolling(Duration.ZERO, null, null);
    }

    /** An answer that did not count when it was read. */
    public record Late(String answer, Instant received, Response response) {}

    /** The one thing that ended an offer. */
    public sealed interface Ending {
        /** The terminal answer. */
        record Answered(String answer, Response response) implements Ending {}

        /** Nobody answered in time. */
        record Lapsed(Instant deadline) implements Ending {}

        /** The right ended first. */
        record Moot(Instant since) implements Ending {}

        /** The customer no longer needs it. */
        record Withdrawn(Instant since) implements Ending {}
    }

    public Offer {
        missing = List.copyOf(missing);
        late = List.copyOf(late);
        counters = List.copyOf(counters);
        if (receipt == null && (ending instanceof Ending.Answered || ending instanceof Ending.Lapsed)) {
            throw new IllegalArgumentException(
                    "offer " + id + ": only an offer that was received can be answered or lapse");
        }
    }

    static Offer made(String id, Right right, long gpus, Instant made) {
        return new Offer(id, right, gpus, made, List.of(), null, null, List.of(), null, List.of());
    }

    static Offer toMatch(String id, Right right, Bargain bargain, Instant made) {
        return new Offer(id, right, bargain.gpus(), made, List.of(), null, null, List.of(), bargain, List.of());
    }

    /** What its holder has said by now of the quantity it did not take, as a question puts it. */
    Refusal refusal() {
        return switch (ending) {
            case Ending.Answered(String _, Response.Waives _) -> Refusal.WAIVED;
            case Ending.Answered _ -> Refusal.DECLINED;
            case Ending.Lapsed _ -> Refusal.LAPSED;
            case Ending.Moot _, Ending.Withdrawn _ -> Refusal.NONE;
            case null -> Refusal.OPEN;
        };
    }

    /** The counter of that id, null if there is none. */
    Ending.@Nullable Answered counter(String answer) {
        return counters.stream()
                .filter(counter -> counter.answer().equals(answer))
                .findFirst()
                .orElse(null);
    }

    /** What the holder proposed last instead of what it was offered, null if it proposed nothing definite. */
    Response.@Nullable Accepts proposal() {
        var last = ending instanceof Ending.Answered answered && proposal(answered.response()) != null
                ? answered
                : counters.isEmpty() ? null : counters.getLast();
        return last == null ? null : proposal(last.response());
    }

    static Response.@Nullable Accepts proposal(Response response) {
        return switch (response) {
            case Response.Accepts accepts -> accepts;
            case Response.Counters counters -> counters.terms();
            case Response.Declines _, Response.Waives _ -> null;
        };
    }

    Offer countered(Ending.Answered counter) {
        var more = new ArrayList<>(counters);
        more.add(counter);
        return new Offer(id, right, gpus, made, missing, receipt, ending, late, bargain, more);
    }

    public boolean isOpen() {
        return ending == null;
    }

    Offer defective(List<String> lacking) {
        return new Offer(id, right, gpus, made, lacking, receipt, ending, late, bargain, counters);
    }

    Offer received(Receipt complete) {
        return new Offer(id, right, gpus, made, List.of(), complete, ending, late, bargain, counters);
    }

    Offer due(Deadline moved) {
        return received(clock().due(moved));
    }

    /** The running clock. */
    Receipt clock() {
        if (receipt == null) {
            throw new IllegalStateException("offer " + id + ": without a receipt it has no deadline to move");
        }
        return receipt;
    }

    Offer ended(Ending how) {
        if (ending != null) {
            throw new IllegalStateException(
                    "offer " + id + ": it ended by " + ending + ", it cannot end again by " + how);
        }
        return new Offer(id, right, gpus, made, missing, receipt, how, late, bargain, counters);
    }

    /** Whether an answer of that id came too late. */
    boolean isLate(String answer) {
        return late.stream().anyMatch(each -> each.answer().equals(answer));
    }

    Offer answeredTooLate(Late answer) {
        var more = new ArrayList<>(late);
        more.add(answer);
        return new Offer(id, right, gpus, made, missing, receipt, ending, more, bargain, counters);
    }
}
