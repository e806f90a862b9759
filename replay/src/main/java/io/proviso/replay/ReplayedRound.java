package io.proviso.replay;

import io.proviso.desk.Tail;
import io.proviso.units.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request before the holder of a right: the first offer, and every later one for the same need.
 *
 * @param offers in the order made, at least one
 */
public record ReplayedRound(int request, List<Offer> offers, Reopening reopening) {

    /**
     * How far a round went beyond its first offer.
     *
     * @param tails how often nothing was signed while a refusal freed the customer
     * @param time for which later offers kept the customer from awarding, all told
     */
    public record Reopening(int tails, Duration time) {
        static final Reopening NONE = new Reopening(0, Duration.ZERO);
    }

    /**
     * One offer, from its making to its ending.
     *
     * @param deadline for an answer, the last known; null before a receipt
     */
    public record Offer(
            Instant made, long gpus, Cause cause, @Nullable Instant deadline, Outcome outcome) {
        Offer due(Instant instant) {
            return new Offer(made, gpus, cause, instant, outcome);
        }

        Offer ended(Outcome how) {
            return new Offer(made, gpus, cause, deadline, how);
        }

        /** Whether it asks the holder again about what it had refused. */
        public boolean isAgain() {
            return !departures().isEmpty();
        }

        /** How what is offered goes beyond what the holder had refused; empty in every other offer. */
        public List<Tail.Metric> departures() {
            return cause instanceof Cause.Bargain bargain ? bargain.departures() : List.of();
        }
    }

    /** Why an offer was made. */
    public sealed interface Cause {
        /** The need is offered before others are asked. */
        record Need() implements Cause {}

        /** Nothing was signed while a refusal freed the customer, and the need is offered again. */
        record TailExpired() implements Cause {}

        /**
         * What others bid, for the holder to match.
         *
         * @param price per GPU-hour
         * @param list the holder's own price
         * @param departures how it goes beyond what the holder had refused; empty if the clause lets it match in any case
         */
        record Bargain(Money price, Money list, List<Tail.Metric> departures) implements Cause {
            public Bargain {
                departures = List.copyOf(departures);
            }
        }
    }

    /**
     * What became of an offer.
     *
     * @param at null while open
     * @param accepted GPUs that the holder took
     */
    public record Outcome(Ending ending, @Nullable Instant at, long accepted) {
        static final Outcome OPEN = new Outcome(Ending.OPEN, null, 0);
    }

    /** How it ended. */
    public enum Ending {
        OPEN,
        ACCEPTED,
        PARTIAL,
        DECLINED,
        LAPSED,
        MOOT
    }

    public ReplayedRound {
        offers = List.copyOf(offers);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("round of r-" + request + ": it has no offer.");
        }
    }

    public static ReplayedRound of(int request, Offer first) {
        return new ReplayedRound(request, List.of(first), Reopening.NONE);
    }

    ReplayedRound offered(Offer next) {
        var more = new ArrayList<>(offers);
        more.add(next);
        return new ReplayedRound(request, more, reopening);
    }

    ReplayedRound last(Offer changed) {
        var all = new ArrayList<>(offers);
        all.set(all.size() - 1, changed);
        return new ReplayedRound(request, all, reopening);
    }

    ReplayedRound reopenedFor(Duration longer) {
        return new ReplayedRound(request, offers, new Reopening(reopening.tails, reopening.time.plus(longer)));
    }

    ReplayedRound tailExpired() {
        return new ReplayedRound(request, offers, new Reopening(reopening.tails + 1, reopening.time));
    }

    public Offer first() {
        return offers.getFirst();
    }

    public Offer last() {
        return offers.getLast();
    }

    /** GPUs that the holder took, by whichever offer. */
    public long accepted() {
        return offers.stream().mapToLong(offer -> offer.outcome().accepted()).sum();
    }
}
