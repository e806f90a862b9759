package io.proviso.replay;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;

/**
 * A reservation that came later than promised.
 *
 * @param abatement what the delay takes off its price, by the customer's terms of delivery
 */
public record LateDelivery(Provider provider, long gpus, Instant due, Duration by, Money abatement) {
    public double days() {
        return Days.in(by);
    }

    /** GPU-days that were promised for the time before it came. */
    public double gpuDays() {
        return gpus * days();
    }
}
