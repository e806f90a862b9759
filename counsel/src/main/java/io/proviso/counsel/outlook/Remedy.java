package io.proviso.counsel.outlook;

import io.proviso.agreement.question.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What it would take for a need to be met on time; each was put to the engine.
 *
 * @param outcome of the ruling under it, on the day looked from
 * @param ask the question that is ruled so, as it is typed
 * @param ready when the need would be met; null if nothing is known of the delivery
 */
public record Remedy(
        Kind kind,
        String words,
        Outcome outcome,
        String ask,
        @Nullable Instant ready) {
    /** By whom, or by what. */
    public enum Kind {
        /** The holder of a right gives it up, or consents. */
        HOLDER,
        /** Somebody else supplies it. */
        OTHER_SUPPLIER,
        /** It may cost more. */
        HIGHER_PRICE,
        /** A part of it is on time. */
        SMALLER_TRANCHE,
        /** Something else is asked. */
        OTHER_TERMS
    }
}
