package io.proviso.desk;

import io.proviso.units.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a holder of first refusal says to an offer. */
public sealed interface Response {
    /**
     * Takes all or a part of what was offered.
     *
     * @param price per GPU-hour; null is the price the offer named
     * @param ready when it delivers; null is the start the offer named
     */
    record Accepts(
            long gpus, @Nullable Money price, @Nullable Instant ready) implements Response {
        public Accepts {
            if (gpus <= 0) {
                throw new IllegalArgumentException(
                        "answer: an acceptance of " + gpus + " GPUs accepts nothing.\nDecline instead.");
            }
        }

        public static Accepts asOffered(long gpus) {
            return new Accepts(gpus, null, null);
        }
    }

    record Declines() implements Response {}

    /** Gives the right up for this need. */
    record Waives() implements Response {}

    /** Proposes something else, which counts as a decline. */
    record Counters(String proposal) implements Response {}
}
