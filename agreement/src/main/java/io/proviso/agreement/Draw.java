package io.proviso.agreement;

import java.time.Instant;

/** An entry of the record: so many GPUs were signed for at {@code at} under a consent or waiver with a limit. */
public record Draw(ClauseName clause, long gpus, Instant at, Instant recorded, Source source) {
    public Draw {
        if (gpus < 1) {
            throw new IllegalArgumentException(
                    "draw on " + clause.clause() + ": " + gpus + " GPUs are not a quantity drawn");
        }
    }
}
