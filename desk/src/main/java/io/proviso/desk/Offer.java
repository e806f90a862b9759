package io.proviso.desk;

import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Refusal;
import io.proviso.calendar.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quantity offered to a holder of first refusal, and how far that has got.
 *
 * @param bargain what the holder may match; null if it is offered the terms requested
 * @param counters what it proposed instead without ending the offer
 * @param missing what the last notice lacked; such a notice never starts the clock
 * @param receipt null until a complete notice was received
 * @param ending null while the offer is open
 * @param late answers that came after the deadline on record: their duplicates are known, and a deadline that moves past them
 *     takes them in
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

    /**
     * A complete notice in the holder's hands, the clause that counts, and the last instant for an answer.
     *
     * @param countedFrom from when the window counts: the receipt of the notice, or of the counter that gave it anew
     */
    public record Receipt(Instant at, Instant countedFrom, PinnedRight pinned, Deadline deadline, Tolling tolling) {
        public Receipt(Instant at, PinnedRight pinned, Deadline deadline) {
            this(at, at, pinned, deadline, Tolling.NONE);
        }

        Receipt due(Deadline moved) {
            return new Receipt(at, countedFrom, pinned, moved, tolling);
        }

        /** The window counts anew from then. */
        Receipt anew(Instant from, Deadline moved) {
            return new Receipt(at, from, pinned, moved, tolling.countedFrom(from));
        }

        /** Whether an answer received then counts as far as is known; while the clock stands still, the deadline may yet move past it. */
        boolean inTime(Instant received) {
            return deadline.inTime(received);
        }

        Receipt tolled(Tolling next) {
            var longer = next.total().minus(tolling.total());
            return new Receipt(at, countedFrom, pinned, deadline.later(longer), next);
        }
    }

    /**
     * For how long the clock stood still since the window counts.
     *
     * @param since null while the clock runs
     * @param event what stops it, null while it runs
     * @param over what stopped it before, in order
     */
    public record Tolling(
            Duration total,
            @Nullable Instant since,
            @Nullable String event,
            List<Standstill> over) {
        public static final Tolling NONE = new Tolling(Duration.ZERO, null, null, List.of());

        /** A stretch of time that does not count. */
        public record Standstill(String event, Instant since, Instant until) {}

        public Tolling {
            over = List.copyOf(over);
        }

        Tolling stopped(String by, Instant at) {
            return new Tolling(total, at, by, over);
        }

        /** Running again; only what lies after the start of the window is added. */
        Tolling resumed(Instant until, Instant countedFrom) {
            if (since == null || event == null) {
                throw new IllegalStateException("clock: it cannot run again from " + until + ", it was not stopped");
            }
            var from = since.isAfter(countedFrom) ? since : countedFrom;
            var longer = until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
            var more = new ArrayList<>(over);
            more.add(new Standstill(event, since, until));
            return new Tolling(total.plus(longer), null, null, more);
        }

        boolean wasStopped(String by, Instant at) {
            return (by.equals(event) && at.equals(since))
                    || over.stream()
                            .anyMatch(
                                    one -> one.event().equals(by) && one.since().equals(at));
        }

        boolean wasResumed(Instant until) {
            return over.stream().anyMatch(one -> one.until().equals(until));
        }

        /** Whether the clock had stopped and run again by then or later. */
        boolean isOverAfter(Instant at) {
            return over.stream().anyMatch(one -> at.isBefore(one.until()));
        }

        /** What of it counts if the window counts from then. */
        Tolling countedFrom(Instant from) {
            var counted = over.stream()
                    .filter(one -> one.until().isAfter(from))
                    .map(one -> Duration.between(one.since().isAfter(from) ? one.since() : from, one.until()))
                    .reduce(Duration.ZERO, Duration::plus);
            return new Tolling(counted, since, event, over);
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
            static Answered by(Command.Answer answer) {
                return new Answered(answer.id(), answer.received(), answer.response());
            }

            /** Whether that answer is a copy of it; the first receipt counts. */
            boolean isRepeatedBy(Command.Answer other) {
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
    Ending.@Nullable Answered counter(String answer) {
        return counters.stream()
                .filter(counter -> counter.answer().equals(answer))
                .findFirst()
                .orElse(null);
    }

    /** What the holder proposed last instead of what it was offered, null if it proposed nothing definite. */
    Response.@Nullable Accepts proposal() {
        if (ending instanceof Ending.Answered answered && proposal(answered.response()) != null) {
            return proposal(answered.response());
        }
        return counters.reversed().stream()
                .map(counter -> proposal(counter.response()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
        var others = late.stream()
                .filter(other -> !(other.answer().equals(counter.answer())
                        && other.response().equals(counter.response())))
                .toList();
        return new Offer(id, right, gpus, made, missing, receipt, ending, others, bargain, more);
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

    /** @param anew from when the window counts again, null if only the deadline moves */
    Offer extended(Deadline moved, @Nullable Instant anew) {
        return received(anew == null ? clock().due(moved) : clock().anew(anew, moved));
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

    /** Whether an answer may yet turn out to be in time, when it is known how long the clock stands still. */
    boolean isUndecided() {
        return isOpen() && receipt != null && receipt.tolling().since() != null && !late.isEmpty();
    }

    /** Whether an answer of that id came after the deadline. */
    boolean isLate(String answer) {
        return late.stream().anyMatch(each -> each.answer().equals(answer));
    }

    Offer answeredTooLate(Late answer) {
        var more = new ArrayList<>(late);
        more.add(answer);
        return new Offer(id, right, gpus, made, missing, receipt, ending, more, bargain, counters);
    }
}
