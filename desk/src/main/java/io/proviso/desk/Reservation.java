package io.proviso.desk;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;

/** Capacity the customer has: accepted by a holder of first refusal or awarded to an alternate; {@code price} is per GPU-hour. */
public record Reservation(String id, Provider provider, long gpus, Money price, Instant ready, Duration term) {
    public Reservation {
        if (gpus <= 0) {
            throw new IllegalArgumentException("reservation " + id + ": " + gpus + " GPUs, it must be at least 1");
        }
    }

    /** For the whole term. */
    public Money cost() {
        return price.times(gpus).times(term.toHours());
    }
}
