package io.proviso.desk;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Matching.NonCash;
import java.math.BigDecimal;
import java.util.Objects;

/** Whether an acceptance is one: within what was offered, or a match of the bargain by the standard of the clause. */
final class Matching {
    private Matching() {}

    static boolean meets(Response.Accepts accepts, Offer offer, Terms terms, Preemption.Matching matching) {
        var ready = accepts.ready();
        var bargain = offer.bargain();
        if (bargain == null) {
            return (accepts.price() == null || terms.price().admits(accepts.price()))
                    && (ready == null || terms.schedule().admits(ready));
        }
        if (!pays(accepts, bargain, matching)
                || (matching.nonCash() == NonCash.MUST_REPLICATE
                        && !accepts.replicates().containsAll(bargain.nonCash()))) {
            return false;
        }
        return ready == null
                || switch (matching.standard()) {
                    case ALL_TERMS -> !ready.isAfter(bargain.start());
                    case MATERIAL_TERMS -> terms.schedule().admits(ready);
                    case ECONOMIC_ONLY -> true;
                };
    }

    private static boolean pays(Response.Accepts accepts, Bargain bargain, Preemption.Matching matching) {
        var price = accepts.price();
        if (price == null) {
            return true;
        }
        var most = Objects.requireNonNull(bargain.price()).times(BigDecimal.ONE.add(matching.tolerance()));
        return price.compareTo(most) <= 0;
    }
}
