package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An act the agreement allows in so many words; a consent or waiver is a permission that overrides the clause it pierces.
 *
 * @param upTo what it covers, drawn down by what is signed under it; null if it has no limit
 * @param per for which time that is
 * @param revocable the notice after which who gave it may take it back; null if it cannot be taken back
 * @param signBy the first moment at which it covers no new contract; null if no day is named
 * @param signed contracts already signed under it, which neither draw on the limit again nor end with a revocation or that day;
 *     null if there is nothing of the kind
 */
public record Permission(
        Scope scope,
        @Nullable Limit upTo,
        Per per,
        @Nullable Window revocable,
        @Nullable Instant signBy,
        @Nullable Condition signed)
        implements ClauseBody {
    /** For which time a limit is. */
    public enum Per {
        ALL,
        /** The calendar year, in the zone of the agreement. */
        YEAR
    }

    /** Without a limit, and for good. */
    public Permission(Scope scope) {
        this(scope, null, null, null);
    }

    /** With a limit in all, and for signing on any day. */
    public Permission(Scope scope, @Nullable Limit upTo, @Nullable Window revocable, @Nullable Condition signed) {
        this(scope, upTo, Per.ALL, revocable, null, signed);
    }

    /** Whether what is left of it depends on more than its clause: on what was drawn, on a revocation, or on the last day for signing. */
    public boolean isExercised() {
        return upTo != null || revocable != null || signBy != null;
    }

    @Override
    public Permission asKnown(Instant knownAt) {
        return upTo == null ? this : new Permission(scope, upTo.asKnown(knownAt), per, revocable, signBy, signed);
    }

    @Override
    public Set<String> acts() {
        return scope.acts();
    }

    @Override
    public @Nullable Party holder() {
        return null;
    }

    @Override
    public String kind() {
        return "permission";
    }
}
