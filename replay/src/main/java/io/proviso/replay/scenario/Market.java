package io.proviso.replay.scenario;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who can sell capacity, and how holders and bidders behave when they are asked. */
public record Market(List<Supply> supplies, Answering answering, Bidding bidding) {

    private static final long MOST_GPUS = 1_000_000_000;

    /**
     * What one provider has.
     *
     * @param reserved GPUs the customer has there from the start and throughout
     * @param headroom GPUs that it can sell beyond those, all told, from each instant on; before the first it sells none
     * @param price per GPU-hour
     * @param lead from an award or an acceptance to delivery
     */
    public record Supply(
            Provider provider, long reserved, List<Headroom> headroom, Money price, Duration lead, Slips slips) {
        public Supply {
            headroom = headroom.stream()
                    .sorted(Comparator.comparing(Headroom::from))
                    .toList();
            if (reserved < 0 || lead.isNegative()) {
                throw new IllegalArgumentException("supply of " + provider + ": " + reserved + " GPUs reserved and "
                        + lead + " to deliver; neither may be negative.");
            }
        }

        /** Delivers when it says. */
        public Supply(Provider provider, long reserved, List<Headroom> headroom, Money price, Duration lead) {
            this(provider, reserved, headroom, price, lead, Slips.NONE);
        }

        public long headroomAt(Instant instant) {
            long gpus = 0;
            for (var step : headroom) {
                gpus = step.from().isAfter(instant) ? gpus : step.gpus();
            }
            return gpus;
        }

        /** All it could ever have for the customer. */
        public long most() {
            var more = headroom.stream().mapToLong(Headroom::gpus).max().orElse(0);
            return reserved > Long.MAX_VALUE - more ? Long.MAX_VALUE : reserved + more;
        }
    }

    /** From that instant on, so many GPUs. */
    public record Headroom(Instant from, long gpus) {
        public Headroom {
            if (gpus < 0) {
                throw new IllegalArgumentException(
                        "headroom: " + gpus + " GPUs from " + from + " must not be negative.");
            }
        }
    }

    /**
     * How often what a provider promised comes late, or never. The customer hears of it on the day it was due.
     *
     * @param share of its reservations that come late
     * @param by so much later, once; the term moves along
     * @param never share of its reservations that do not come at all
     */
    public record Slips(double share, Duration by, double never) {
        public static final Slips NONE = new Slips(0, Duration.ZERO);

        public Slips {
            if (!(share >= 0 && share <= 1) || by.isNegative() || (share > 0 && by.isZero())) {
                throw new IllegalArgumentException("slips: a share of " + share + " that comes " + by
                        + " late is none; give 0 to 1 and a positive time.\nLeave slips out if nothing comes late.");
            }
            if (!(never >= 0 && share + never <= 1)) {
                throw new IllegalArgumentException("slips: the shares that come late (" + share + ") and never ("
                        + never + ") must be 0 to 1 and not more than 1 together.\nWhat remains comes when promised.");
            }
        }

        /** All of it comes. */
        public Slips(double share, Duration by) {
            this(share, by, 0);
        }
    }

    /**
     * What a holder of first refusal does with an offer: it accepts what its headroom allows, declines, or never answers.
     *
     * @param accepts share of offers that it accepts, as far as it can
     * @param lapses share of offers that it never answers; the others it declines
     * @param matching what it does with a bargain of others that is put to it; null if it takes as many of those, at any price
     */
    public record Answering(
            Delay delay,
            double accepts,
            double lapses,
            @Nullable Matching matching) {
        public Answering {
            if (!(accepts >= 0 && lapses >= 0 && accepts + lapses <= 1)) {
                throw new IllegalArgumentException("answering: the shares accepted (" + accepts + ") and lapsed ("
                        + lapses + ") must be 0 to 1 and not more than 1 together.\nWhat remains is declined.");
            }
            if (matching != null && matching.share() + lapses > 1) {
                throw new IllegalArgumentException(
                        "answering: the shares matched (" + matching.share() + ") and lapsed (" + lapses
                                + ") must not be more than 1 together.\n"
                                + "A bargain that is not answered is not matched.");
            }
        }

        /** Matches as many bargains as it accepts offers. */
        public Answering(Delay delay, double accepts, double lapses) {
            this(delay, accepts, lapses, null);
        }

        /** Accepts another share; of what it does not accept, as many offers lapse as before. */
        public Answering accepting(double share) {
            double lapsing = accepts == 1 ? 0 : Math.min(1, lapses / (1 - accepts));
            double silent = (1 - share) * lapsing;
            var most = matching == null ? null : matching.atMost(1 - silent);
            return new Answering(delay, share, silent, most);
        }

        public Matching toMatch() {
            return matching == null ? new Matching(accepts, 0) : matching;
        }
    }

    /**
     * How a holder answers when it is shown what others bid.
     *
     * @param share of such bargains that it matches, as far as it can
     * @param downTo the least price at which it does, as a share of its own list price
     * @param keeps share of its headroom that it does not bid itself where the clause lets it match every bargain
     */
    public record Matching(double share, double downTo, double keeps) {
        public Matching {
            if (!(isShare(share) && isShare(downTo) && isShare(keeps))) {
                throw new IllegalArgumentException("matching: a share of " + share + " down to " + downTo
                        + " of its price, keeping " + keeps + " of its headroom, is none; give 0 to 1.");
            }
        }

        /** Bids what it has. */
        public Matching(double share, double downTo) {
            this(share, downTo, 0);
        }

        private static boolean isShare(double number) {
            return number >= 0 && number <= 1;
        }

        private Matching atMost(double most) {
            return new Matching(Math.min(share, most), downTo, keeps);
        }
    }

    /**
     * What an invited provider does: it bids all of its headroom that is asked for, or does not bid.
     *
     * @param bids share of invitations that it answers with a bid
     * @param closes after the invitation, when the customer compares the bids
     */
    public record Bidding(Delay delay, double bids, Duration closes, Bargaining bargaining) {
        public Bidding {
            if (!(bids >= 0 && bids <= 1) || !closes.isPositive()) {
                throw new IllegalArgumentException("bidding: a share of " + bids + " that closes after " + closes
                        + " is none; give 0 to 1 and a positive time.");
            }
        }

        /** At list prices that nobody betters, signed as the bidding closes. */
        public Bidding(Delay delay, double bids, Duration closes) {
            this(delay, bids, closes, Bargaining.NONE);
        }
    }

    /**
     * How far prices and dates move until a contract is signed.
     *
     * @param discount off its list price that a provider bids, evenly between two shares
     * @param improves share of standing bids that are bettered, if they can be, when bids are invited again
     * @param signing from the comparison of the bids to the signature, which is the award
     */
    public record Bargaining(Discount discount, double improves, Delay signing) {
        public static final Bargaining NONE = new Bargaining(Discount.NONE, 0, new Delay(Duration.ZERO, Duration.ZERO));

        public Bargaining {
            if (!(improves >= 0 && improves <= 1)) {
                throw new IllegalArgumentException(
                        "bidding: a share of " + improves + " bids that are bettered is none; give 0 to 1.");
            }
        }
    }

    /** Shares of a price, the smaller first. */
    public record Discount(double least, double most) {
        public static final Discount NONE = new Discount(0, 0);

        public Discount {
            if (!(least >= 0 && least <= most && most < 1)) {
                throw new IllegalArgumentException("discount: " + least + " to " + most
                        + " of the price is none; give 0 to less than 1, the smaller first.");
            }
        }

        /** To the cent, as bids are; the price itself where nothing is taken off. */
        public Money off(Money price, double share) {
            double discount = least + share * (most - least);
            return discount == 0
                    ? price
                    : price.times(BigDecimal.valueOf(1 - discount)).rounded();
        }
    }

    /** A time that varies evenly between two. */
    public record Delay(Duration shortest, Duration longest) {
        public Delay {
            if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
                throw new IllegalArgumentException("delay: its shortest time is negative, or longer than its longest.\n"
                        + "Name the shorter one first.");
            }
        }

        /**
         * How long one of them takes.
         *
         * @param share 0 to 1, from the shortest to the longest
         */
        public long seconds(double share) {
            long from = shortest.toSeconds();
            return from + (long) (share * (longest.toSeconds() - from));
        }
    }

    public Market {
        supplies = supplies.stream()
                .sorted(Comparator.comparing(supply -> supply.provider().name()))
                .toList();
        if (supplies.isEmpty()
                || supplies.stream().map(Supply::provider).distinct().count() < supplies.size()) {
            throw new IllegalArgumentException("market: it needs at least one provider, each named once.");
        }
        var currencies = supplies.stream()
                .map(supply -> supply.price().currency().getCurrencyCode())
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw new IllegalArgumentException("market: its prices are in " + String.join(" and ", currencies)
                    + ", which do not add up.\nState all prices of a scenario in one currency.");
        }
        var largest = supplies.stream()
                .mapToLong(Supply::most)
                .map(most -> Math.min(most, MOST_GPUS + 1))
                .sum();
        if (largest > MOST_GPUS) {
            throw new IllegalArgumentException("market: its providers could have more than " + MOST_GPUS
                    + " GPUs together.\nMore than that in one pool is not replayed.");
        }
    }

    /** The largest capacity that could ever be together: a job larger than this waits for ever under any agreement. */
    public long most() {
        return supplies.stream().mapToLong(Supply::most).sum();
    }

    /** Of all its prices. */
    public Currency currency() {
        return supplies.getFirst().price().currency();
    }

    /** Whether anything could come late. */
    public boolean slips() {
        return supplies.stream().anyMatch(supply -> supply.slips().share() > 0);
    }

    /** Whether anything could never come. */
    public boolean fails() {
        return supplies.stream().anyMatch(supply -> supply.slips().never() > 0);
    }

    /** Whether anything could come later than that. */
    public boolean slipsBeyond(Duration grace) {
        return supplies.stream()
                .map(Supply::slips)
                .anyMatch(slips -> slips.share() > 0 && slips.by().compareTo(grace) > 0);
    }

    public Market accepting(double share) {
        return new Market(supplies, answering.accepting(share), bidding);
    }

    /** GPUs there from the start. */
    public long reserved() {
        return supplies.stream().mapToLong(Supply::reserved).sum();
    }

    public Supply supply(Provider provider) {
        return supplies.get(indexOf(provider));
    }

    public int indexOf(Provider provider) {
        for (int i = 0; i < supplies.size(); i++) {
            if (supplies.get(i).provider().equals(provider)) {
                return i;
            }
        }
        throw new IllegalArgumentException("market: nothing is said of provider " + provider
                + "\nGive every provider that may be asked its supply.");
    }
}
