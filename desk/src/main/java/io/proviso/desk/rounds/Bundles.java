package io.proviso.desk.rounds;

import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import org.jspecify.annotations.Nullable;

/** Capacity bought in a package is offered at what of the price falls on it alone; courts disagree where nobody said (edge case 13). */
@CheckReturnValue
final class Bundles {
    private Bundles() {}

    static @Nullable Refused whyNotAllocated(RightInForce right, CapacityRequest.Need need) {
        var bundle = need.circumstances().bundle();
        if (bundle == null) {
            return null;
        }
        var limit = need.terms().price().limit();
        if (bundle.allocated() != null && bundle.allocated().equals(limit)) {
            return null;
        }
        return new Refused(
                Rule.A_BUNDLE_IS_ALLOCATED,
                "clause " + right.name().clause() + ": the capacity comes with " + bundle.with() + ", "
                        + (bundle.allocated() == null
                                ? "and nobody said what of the price falls on it"
                                : "of whose price " + bundle.allocated() + " falls on it, but the request offers "
                                        + (limit == null ? "a price to be quoted" : limit)),
                "State what of it falls on each unit of the capacity by the hour, and make that the price limit of the request.");
    }
}
