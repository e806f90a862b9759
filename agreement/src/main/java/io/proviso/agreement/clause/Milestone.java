package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may declare that a fact has come about and who must verify it; the fact itself is an attested entry of the record, never computed.
 *
 * @param due the first moment at which it is late; null if no day is promised
 * @param grace for how long after the promised day it may still come; null if for no longer
 */
public record Milestone(
        String fact,
        Party declarer,
        @Nullable String verifier,
        @Nullable Instant due,
        @Nullable Stated<Window> grace) implements Stipulation {
    /** Of which nobody promised by when it comes. */
    public Milestone(String fact, Party declarer, @Nullable String verifier) {
        this(fact, declarer, verifier, null, null);
    }

    @Override
    public @Nullable Party holder() {
        return null;
    }

    @Override
    public String kind() {
        return "milestone";
    }
}
