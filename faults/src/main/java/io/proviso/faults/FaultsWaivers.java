package io.proviso.faults;

import io.proviso.agreement.clause.ClauseName;
import java.util.HashMap;
import java.util.Map;

/** What all requests of an episode together took under each waiver because no refusal freed it, as a witness counts. */
final class FaultsWaivers {
    private final Map<ClauseName, Long> taken = new HashMap<>();

    long left(FaultsPortfolio.Holder holder) {
        var waiver = holder.waiver();
        return waiver == null ? 0 : waiver.gpus() - taken.getOrDefault(holder.right(), 0L);
    }

    void take(FaultsPortfolio.Holder holder, long gpus) {
        taken.merge(holder.right(), gpus, Long::sum);
    }
}
