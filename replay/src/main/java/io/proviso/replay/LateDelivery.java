package io.proviso.replay;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;

/**
 * A reservation that came later than promised.
 *
 * @param abatement what the delay takes off its price, by the customer's terms of delivery
 */
public record LateDelivery(Provider provider, long gpus, Duration by, Money abatement) {
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    public double days() {
        return by.toSeconds() / SECONDS_OF_A_DAY;
    }

    /** GPU-days that were promised for the time before it came. */
    public double gpuDays() {
        return gpus * days();
    }
}
