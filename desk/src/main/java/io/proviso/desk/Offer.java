package io.proviso.desk;

import io.proviso.calendar.Deadline;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quantity offered to a holder of first refusal, and how far that has got.
 *
 * @param missing what the last notice lacked; such a notice never starts the clock
 * @param receipt null until a complete notice was received
 * @param ending null while the offer is open
 * @param late answers that came too late to count, so that their duplicates are known
 */
public record Offer(
        String id,
        Right right,
        long gpus,
        Instant made,
        List<String> missing,
        @Nullable Receipt receipt,
        @Nullable Ending ending,
        Set<String> late) {

    /** A complete notice in the holder's hands, the clause that counts from then, and the last instant for an answer. */
    public record Receipt(Instant at, PinnedRight pinned, Deadline deadline) {
        Receipt due(Deadline moved) {
            return new Receipt(at, pinned, moved);
        }
    }

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
        late = Set.copyOf(late);
        if (receipt == null && (ending instanceof Ending.Answered || ending instanceof Ending.Lapsed)) {
            throw new IllegalArgumentException(
                    "offer " + id + ": only an offer that was received can be answered or lapse");
        }
    }

    static Offer made(String id, Right right, long gpus, Instant made) {
        return new Offer(id, right, gpus, made, List.of(), null, null, Set.of());
    }

    public boolean isOpen() {
        return ending == null;
    }

    Offer defective(List<String> lacking) {
        return new Offer(id, right, gpus, made, lacking, receipt, ending, late);
    }

    Offer received(Receipt complete) {
        return new Offer(id, right, gpus, made, List.of(), complete, ending, late);
    }

    Offer due(Deadline moved) {
        if (receipt == null) {
            throw new IllegalStateException("offer " + id + ": without a receipt it has no deadline to move");
        }
        return received(receipt.due(moved));
    }

    Offer ended(Ending how) {
        if (ending != null) {
            throw new IllegalStateException(
                    "offer " + id + ": it ended by " + ending + ", it cannot end again by " + how);
        }
        return new Offer(id, right, gpus, made, missing, receipt, how, late);
    }

    Offer answeredTooLate(String answer) {
        var more = new HashSet<>(late);
        more.add(answer);
        return new Offer(id, right, gpus, made, missing, receipt, ending, more);
    }
}
