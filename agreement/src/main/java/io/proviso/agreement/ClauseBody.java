package io.proviso.agreement;

/**
 * What a clause does, one kind each.
 *
 * <p>The first six become norms over acts ; the others are data for checks, obligations and the ledger.
 */
public sealed interface ClauseBody
        permits FirstRefusal,
                Exclusivity,
                Permission,
                Prohibition,
                Licence,
                FirstAvailability,
                Commitment,
                RevenueShare,
                Covenant,
                Milestone {

    /** The word for this kind in agreement files. */
    default String kind() {
        return switch (this) {
            case FirstRefusal _ -> "first-refusal";
            case Exclusivity _ -> "exclusivity";
            case Permission _ -> "permission";
            case Prohibition _ -> "prohibition";
            case Licence _ -> "licence";
            case FirstAvailability _ -> "first-availability";
            case Commitment _ -> "commitment";
            case RevenueShare _ -> "revenue-share";
            case Covenant _ -> "covenant";
            case Milestone _ -> "milestone";
        };
    }
}
