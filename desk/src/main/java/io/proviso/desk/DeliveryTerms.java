package io.proviso.desk;

import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows if capacity comes late, and whether it may stay longer. Fees start with acceptance, not with the plan.
 *
 * @param grace how late a tranche may be before the customer may end what has not come; null if it never may
 * @param abatement what a day's delay takes off, as a share of the fee of a day
 * @param most the most that delay takes off, as a share of the fee of the whole term
 * @param extension the customer's option to prolong, null if it has none
 */
public record DeliveryTerms(
        @Nullable Duration grace,
        BigDecimal abatement,
        BigDecimal most,
        @Nullable Extension extension) {
    /** A delay ends nothing and takes nothing off. */
    public static final DeliveryTerms NONE = new DeliveryTerms(null, BigDecimal.ZERO, BigDecimal.ZERO, null);

    /** So much longer at that price per GPU-hour, if the customer says so by then. */
    public record Extension(Duration by, Money price, Instant exerciseBy) {
        public Extension {
            Range.length("option: the time", by);
            Range.price("option: the price", price);
            Range.date("option: its last day", exerciseBy);
            if (!Terms.isWholeHours(by)) {
                throw new IllegalArgumentException("option: " + by
                        + " longer must be a positive whole number of hours.\n"
                        + "Round it up: capacity is priced by the hour.");
            }
        }
    }

    public DeliveryTerms {
        Range.length("delivery: the grace", grace);
        Range.require(
                (grace == null || !grace.isNegative()) && abatement.signum() >= 0 && most.signum() >= 0,
                "delivery: a grace of " + grace + ", an abatement of " + abatement + " and at most " + most
                        + " cannot be, one is below 0",
                "Leave out what there is not.");
    }
}
