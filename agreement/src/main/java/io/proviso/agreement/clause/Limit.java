package io.proviso.agreement.clause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much of what a facet of the vocabulary counts, where that may be undisclosed. */
public record Limit(String facet, Stated<Long> number) {
    public Limit {
        if (number instanceof Stated.Known<Long>(Long known, Instant _) && known < 1) {
            throw new IllegalArgumentException("limit: " + known + " of " + facet + " are none");
        }
    }

    /** The limit where it was on record by an instant, and otherwise an undisclosed one. */
    Limit asKnown(Instant knownAt) {
        return number.asKnown(knownAt) == null ? new Limit(facet, Stated.undisclosed()) : this;
    }

    /** Null if nobody disclosed it. */
    @Nullable
    public Long known() {
        return number instanceof Stated.Known<Long>(Long known, Instant _) ? known : null;
    }
}
