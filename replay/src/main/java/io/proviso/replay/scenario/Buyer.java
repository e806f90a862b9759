package io.proviso.replay.scenario;

import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The customer's rule: at every review it compares what it needs with what it will have, and requests the difference.
 *
 * <p>It needs the work submitted per hour of late, plus enough to clear the backlog in the time allowed. It will have what
 * is reserved at the end of the planning time, plus what it has asked for and not yet got.
 *
 * @param delivery what a delay takes off the price
 */
public record Buyer(Rhythm rhythm, Order order, DeliveryTerms delivery) {

    /** Where delay takes nothing off the price. */
    public Buyer(Rhythm rhythm, Order order) {
        this(rhythm, order, DeliveryTerms.NONE);
    }

    /**
     * When it looks, and how far.
     *
     * @param lookBack over which the rate of submitted work is taken
     * @param clearWithin in what time a backlog should be gone
     * @param planAhead at what distance reservations are counted, so that what expires is replaced in time
     */
    public record Rhythm(Duration review, Duration lookBack, Duration clearWithin, Duration planAhead) {
        public Rhythm {
            if (!review.isPositive()
                    || lookBack.compareTo(review) < 0
                    || !clearWithin.isPositive()
                    || planAhead.isNegative()) {
                throw new IllegalArgumentException("buyer: a review every " + review + ", looking back " + lookBack
                        + ", clearing within " + clearWithin + ", planning " + planAhead
                        + " ahead is no rhythm.\nLook back over at least one review; no time may be negative.");
            }
        }

        public int reviewsBack() {
            return (int) (lookBack.toSeconds() / review.toSeconds());
        }
    }

    /**
     * What it asks for.
     *
     * @param threshold a shortfall below this many GPUs is left alone
     * @param lot requests are rounded up to a multiple of this
     */
    public record Order(Need need, long threshold, long lot, long minimumGang, Duration term, Money priceLimit) {
        public Order {
            if (threshold < 1 || lot < 1 || minimumGang < 1 || minimumGang > lot) {
                throw new IllegalArgumentException("buyer: a threshold of " + threshold + ", a lot of " + lot
                        + " and a gang of " + minimumGang + " GPUs do not fit.\nA gang must fit into a lot.");
            }
        }

        public Terms terms(long gpus, Instant start) {
            return new Terms(
                    need.purpose(),
                    new Terms.Hardware(need.accelerator(), List.of(), need.fabric(), List.of()),
                    new Terms.Size(gpus, minimumGang),
                    new Terms.Schedule(start, null, List.of(), term),
                    Terms.Price.upTo(priceLimit));
        }
    }

    /** For what, on what. */
    public record Need(Terms.Purpose purpose, Accelerator accelerator, String fabric) {}

    /** GPUs to request now; zero if the shortfall is below the threshold. */
    public long toRequest(double submittedPerSecond, long backlogGpuSeconds, long standing) {
        double needed = submittedPerSecond
                + (double) backlogGpuSeconds / rhythm.clearWithin().toSeconds();
        long shortfall = (long) Math.ceil(needed) - standing;
        return shortfall < order.threshold ? 0 : (shortfall + order.lot - 1) / order.lot * order.lot;
    }
}
