package io.proviso.counsel;

import io.proviso.agreement.ClauseVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clause that is in force on one side of a comparison only, or that reads otherwise on the other.
 *
 * @param obligation whether it is data for obligations and the ledger (a commitment, a share, a covenant, a milestone) and
 *     decides no question
 * @param parts what of a restated clause differs
 */
public record ClauseChange(
        Kind kind,
        boolean obligation,
        @Nullable ClauseVersion before,
        @Nullable ClauseVersion after,
        List<String> parts) {
    /** What happened to the clause. */
    public enum Kind {
        ADDED,
        RESTATED,
        ENDED
    }

    public ClauseChange {
        parts = List.copyOf(parts);
        if (before == null && after == null) {
            throw new IllegalArgumentException("a clause that changed must be on one of the two sides");
        }
    }

    /** The version to tell of: the one after, or the one that ended. */
    public ClauseVersion version() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}
