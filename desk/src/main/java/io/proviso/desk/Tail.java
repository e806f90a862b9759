package io.proviso.desk;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal freed the customer for: that bargain, nothing too far from it, and not for ever.
 *
 * @param offer the one that was refused
 * @param expires the last instant for an award, null if the refusal frees the customer for good
 */
public record Tail(
        String offer,
        ClauseName right,
        Bargain refused,
        Preemption.Floor floor,
        @Nullable Instant expires) {

    /** What of a bargain is compared. */
    public enum Metric {
        PRICE,
        QUANTITY,
        START,
        TERM,
        COUNTERPARTY
    }

    /** How a bargain goes beyond what the holder refused, which is why the holder is asked again. */
    public record Departure(Metric metric, String refused, String proposed) {
        /** The same, not saying with whom. */
        Departure blind() {
            return metric == Metric.COUNTERPARTY ? new Departure(metric, "a counterparty", "another") : this;
        }
    }

    /** The same, not saying with whom the refused bargain was. */
    Tail blind() {
        return new Tail(offer, right, refused.blind(), floor, expires);
    }

    /** Whether the holder's right has come back to life by then; exactly at the end the customer is still free. */
    boolean isOver(Instant now) {
        return expires != null && now.isAfter(expires);
    }

    /**
     * Everything in which a bargain is another one than the holder refused; none if the refusal covers it.
     *
     * @param told a quantity in words
     */
    public List<Departure> departures(Bargain other, LongFunction<String> told) {
        var departures = new ArrayList<Departure>();
        var price = refused.price();
        var otherPrice = other.price();
        if (price != null && otherPrice != null && departs(floor.price(), price.amount(), otherPrice.amount())) {
            departures.add(new Departure(Metric.PRICE, price.toString(), otherPrice.toString()));
        }
        if (departs(floor.quantity(), BigDecimal.valueOf(refused.gpus()), BigDecimal.valueOf(other.gpus()))) {
            departures.add(new Departure(Metric.QUANTITY, told.apply(refused.gpus()), told.apply(other.gpus())));
        }
        if (floor.start() != null
                && Duration.between(refused.start(), other.start()).compareTo(floor.start()) > 0) {
            departures.add(new Departure(
                    Metric.START, refused.start().toString(), other.start().toString()));
        }
        if (departs(floor.term(), hours(refused), hours(other))) {
            departures.add(new Departure(Metric.TERM, hours(refused) + " hours", hours(other) + " hours"));
        }
        var others = !refused.with().containsAll(other.with());
        if (floor.counterparty() && !refused.with().isEmpty() && others) {
            departures.add(new Departure(
                    Metric.COUNTERPARTY, refused.with().toString(), other.with().toString()));
        }
        return departures;
    }

    private static boolean departs(Preemption.@Nullable Tolerance tolerance, BigDecimal refused, BigDecimal other) {
        return tolerance != null && tolerance.isExceeded(refused, other);
    }

    private static BigDecimal hours(Bargain bargain) {
        return BigDecimal.valueOf(bargain.term().toHours());
    }
}
