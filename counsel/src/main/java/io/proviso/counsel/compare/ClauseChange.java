package io.proviso.counsel.compare;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.ClauseVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clause that is in force on one side of a comparison only, or that reads otherwise on the other.
 *
 * @param obligation whether it is data for obligations and the ledger (a commitment, a share, a covenant, a milestone) and
 *     decides no question
 * @param parts what of a restated clause differs
 * @param withheld whether the audience may not read one of the two versions: then neither what differs nor what kind of clause
 *     it is may be told
 */
public record ClauseChange(
        Kind kind,
        boolean obligation,
        @Nullable ClauseVersion before,
        @Nullable ClauseVersion after,
        List<String> parts,
        boolean withheld) {
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

    ClauseChange(
            Kind kind,
            boolean obligation,
            @Nullable ClauseVersion before,
            @Nullable ClauseVersion after,
            List<String> parts) {
        this(kind, obligation, before, after, parts, false);
    }

    ClauseChange disclosedTo(Disclosure audience) {
        return mayRead(audience, before) && mayRead(audience, after)
                ? this
                : new ClauseChange(kind, false, before, after, List.of(), true);
    }

    private static boolean mayRead(Disclosure audience, @Nullable ClauseVersion version) {
        return version == null || audience.mayRead(version.clause().disclosure());
    }

    /** The version to tell of: the one after, or the one that ended. */
    public ClauseVersion version() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}
