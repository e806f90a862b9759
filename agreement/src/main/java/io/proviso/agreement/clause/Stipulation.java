package io.proviso.agreement.clause;

import java.util.Set;

/** What rules no act, such as a promise to buy: data for checks, obligations and the ledger. */
public sealed interface Stipulation extends ClauseBody permits Commitment, RevenueShare, Covenant, Milestone {
    @Override
    default Set<String> acts() {
        return Set.of();
    }
}
