package io.proviso.desk;

import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Instant;

/** A sealed quote of an invited provider; {@code price} is per GPU-hour. */
public record Bid(String id, Provider provider, Accelerator accelerator, Lot lot, Money price, Instant ready) {
    /** Any number of GPUs from the minimum up to that many. */
    public record Lot(long minimum, long gpus) {
        public Lot {
            if (minimum < 1 || minimum > gpus) {
                throw new IllegalArgumentException("bid: a lot of " + minimum + " to " + gpus
                        + " GPUs is empty.\nThe minimum must be at least 1 and not above the quantity.");
            }
        }
    }
}
