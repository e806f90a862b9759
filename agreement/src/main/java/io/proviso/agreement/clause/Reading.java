package io.proviso.agreement.clause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of several meanings of an unclear clause; it replaces the whole body, and a reading without a body says that nothing is left of the clause. */
public record Reading(
        String name,
        @Nullable Words words,
        @Nullable ClauseBody body,
        @Nullable Instant recorded) {
    /** The only reading of a clause that is clear. */
    public static final String PLAIN = "plain";

    public static Reading plain(ClauseBody body) {
        return new Reading(PLAIN, null, body, null);
    }

    /** The reading with those parameters undisclosed on which rulings turn and which were not yet on record. */
    public Reading asKnown(Instant knownAt) {
        return body == null ? this : new Reading(name, words, body.asKnown(knownAt), recorded);
    }
}
