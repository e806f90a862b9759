package io.proviso.desk;

import io.proviso.units.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a holder of first refusal says to an offer. */
public sealed interface Response {
    /**
     * Takes all or a part of what was offered.
     *
     * @param price per GPU-hour; null is the price the offer named
     * @param ready when it delivers; null is the start the offer named
     * @param replicates consideration other than money that it gives as the matched bargain does
     */
    record Accepts(
            long gpus, @Nullable Money price, @Nullable Instant ready, List<String> replicates) implements Response {
        public Accepts {
            replicates = List.copyOf(replicates);
            Range.price("answer: the price", price);
            Range.date("answer: ready", ready);
            if (gpus <= 0) {
                throw new IllegalArgumentException(
                        "answer: an acceptance of " + gpus + " accepts nothing.\nDecline instead.");
            }
        }

        /** For money alone. */
        public Accepts(long gpus, @Nullable Money price, @Nullable Instant ready) {
            this(gpus, price, ready, List.of());
        }

        public static Accepts asOffered(long gpus) {
            return new Accepts(gpus, null, null);
        }
    }

    record Declines() implements Response {}

    /** Gives the right up for this need. */
    record Waives() implements Response {}

    /**
     * Proposes something else, which counts as a decline unless the clause says otherwise.
     *
     * @param terms what exactly it would take, null if the proposal is words only
     */
    record Counters(String proposal, @Nullable Accepts terms) implements Response {
        public Counters(String proposal) {
            this(proposal, null);
        }
    }
}
