package io.proviso.agreement;

import io.proviso.calendar.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act the agreement allows in so many words; a consent or waiver is a permission that overrides the clause it pierces.
 *
 * @param upTo what it covers in all, drawn down by what is signed under it; null if it has no limit
 * @param revocable the notice after which who gave it may take it back; null if it cannot be taken back
 * @param signed contracts already signed under it, which neither draw on the limit again nor end with a revocation; null if
 *     there is nothing of the kind
 */
public record Permission(
        Scope scope,
        @Nullable Limit upTo,
        @Nullable Window revocable,
        @Nullable Condition signed) implements ClauseBody {
    /** Without a limit, and for good. */
    public Permission(Scope scope) {
        this(scope, null, null, null);
    }

    /** Whether what is left of it depends on more than its clause: on what was drawn, or on a revocation. */
    public boolean isExercised() {
        return upTo != null || revocable != null;
    }

    @Override
    public Permission asKnown(Instant knownAt) {
        return upTo == null ? this : new Permission(scope, upTo.asKnown(knownAt), revocable, signed);
    }
}
