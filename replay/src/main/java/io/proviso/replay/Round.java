package io.proviso.replay;

import io.proviso.desk.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One first-refusal round of a replay, from offer to ending.
 *
 * @param deadline for an answer, the last known; null before a receipt
 * @param ended null while open
 * @param accepted GPUs that the holder took
 */
public record Round(
        int request,
        long gpus,
        Instant offered,
        @Nullable Instant deadline,
        @Nullable Instant ended,
        Ending ending,
        long accepted) {
    /** How it ended. */
    public enum Ending {
        OPEN,
        ACCEPTED,
        PARTIAL,
        DECLINED,
        LAPSED,
        MOOT
    }

    static Round offered(int request, Event.Offered offer) {
        return new Round(request, offer.gpus(), offer.at(), null, null, Ending.OPEN, 0);
    }

    Round due(Instant instant) {
        return new Round(request, gpus, offered, instant, ended, ending, accepted);
    }

    Round ended(Instant at, Ending how) {
        return new Round(request, gpus, offered, deadline, at, how, accepted);
    }

    Round accepted(Instant at, long taken) {
        return new Round(request, gpus, offered, deadline, at, taken < gpus ? Ending.PARTIAL : Ending.ACCEPTED, taken);
    }
}
