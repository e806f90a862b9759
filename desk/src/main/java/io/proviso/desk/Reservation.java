package io.proviso.desk;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Capacity the customer has: accepted by a holder of first refusal or awarded to an alternate, on the terms it was reserved on.
 *
 * @param price per GPU-hour
 * @param tranches in which it comes, in the order of the plan
 */
public record Reservation(
        String id, Provider provider, long gpus, Money price, Instant ready, Duration term, List<Tranche> tranches) {
    private static final int HOURS_OF_A_DAY = 24;

    /**
     * A part of the capacity on its way.
     *
     * @param due by plan
     * @param expected as its provider says now
     * @param accepted when it passed its acceptance test, from which it is paid for, used or not; null before
     */
    public record Tranche(
            long gpus,
            Instant due,
            Instant expected,
            @Nullable Instant accepted) {
        static Tranche planned(long gpus, Instant due) {
            return new Tranche(gpus, due, due, null);
        }

        /** How late it came, or is by then if it has not come. */
        public Duration delay(Instant now) {
            var until = accepted == null ? now : accepted;
            return until.isAfter(due) ? Duration.between(due, until) : Duration.ZERO;
        }

        public boolean mayBeEnded(DeliveryTerms terms, Instant now) {
            return accepted == null && terms.grace() != null && now.isAfter(due.plus(terms.grace()));
        }
    }

    public Reservation {
        tranches = List.copyOf(tranches);
        if (gpus <= 0) {
            throw new IllegalArgumentException(
                    "reservation " + id + ": its quantity is " + gpus + ", it must be at least 1");
        }
        var planned = tranches.stream().mapToLong(Tranche::gpus).sum();
        if (planned != gpus) {
            throw new IllegalArgumentException(
                    "reservation " + id + ": its tranches add up to " + planned + ", not to " + gpus);
        }
    }

    /** All of it at once. */
    public Reservation(String id, Provider provider, long gpus, Money price, Instant ready, Duration term) {
        this(id, provider, gpus, price, ready, term, List.of(Tranche.planned(gpus, ready)));
    }

    /**
     * As the request's ramp builds up: a part of what was asked for has its share of every step, in whole GPUs; what is wanted
     * before the capacity is ready comes when it is.
     */
    public static Reservation ramped(
            String id, Provider provider, long gpus, Money price, Bargain agreed, Terms terms) {
        var schedule = terms.schedule();
        var steps = new LinkedHashMap<Instant, Long>();
        var asked = 0L;
        var planned = 0L;
        for (var step : schedule.ramp()) {
            asked += step.gpus();
            var reached = share(asked, gpus, terms.size().gpus());
            var wanted = schedule.start().plus(step.afterStart());
            if (reached > planned) {
                var due = wanted.isBefore(agreed.start()) ? agreed.start() : wanted;
                steps.merge(due, reached - planned, Long::sum);
            }
            planned = reached;
        }
        if (steps.isEmpty()) {
            return new Reservation(id, provider, gpus, price, agreed.start(), agreed.term());
        }
        var tranches = new ArrayList<Tranche>();
        steps.forEach((due, more) -> tranches.add(Tranche.planned(more, due)));
        return new Reservation(id, provider, gpus, price, agreed.start(), agreed.term(), tranches);
    }

    /** Rounded down, so that the steps of all parts together never run ahead of the ramp. */
    private static long share(long asked, long gpus, long all) {
        return BigInteger.valueOf(asked)
                .multiply(BigInteger.valueOf(gpus))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }

    /** For the term as reserved; {@link Fees} knows whether it was prolonged. */
    public Money cost() {
        return price.times(gpus).times(term.toHours());
    }

    /** What delay has taken off by then: per whole day and tranche, up to the cap of the terms; an option used later changes nothing of it. */
    public Money abatement(DeliveryTerms terms, Instant now) {
        var daily = price.times(HOURS_OF_A_DAY).times(terms.abatement());
        var sum = tranches.stream()
                .map(tranche ->
                        daily.times(tranche.gpus()).times(tranche.delay(now).toDays()))
                .reduce(Money.zero(price.currency()), Money::plus);
        var most = cost().times(terms.most());
        return sum.compareTo(most) > 0 ? most : sum;
    }

    /** GPUs whose tranche has not passed its acceptance test. */
    public long undelivered() {
        return tranches.stream()
                .filter(tranche -> tranche.accepted() == null)
                .mapToLong(Tranche::gpus)
                .sum();
    }

    Reservation with(int tranche, Tranche changed) {
        var all = new ArrayList<>(tranches);
        all.set(tranche, changed);
        return new Reservation(id, provider, gpus, price, ready, term, all);
    }

    /** What is left of it without the tranches that have not come; null if nothing is. */
    @Nullable
    Reservation delivered() {
        var come =
                tranches.stream().filter(tranche -> tranche.accepted() != null).toList();
        var left = gpus - undelivered();
        return left == 0 ? null : new Reservation(id, provider, left, price, ready, term, come);
    }
}
