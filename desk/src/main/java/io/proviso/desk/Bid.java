package io.proviso.desk;

import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sealed quote of an invited provider; {@code price} is per GPU-hour. */
public record Bid(
        String id, Provider provider, Accelerator accelerator, Lot lot, Money price, Instant ready, Beyond beyond) {
    /** On the terms requested, for money. */
    public Bid(String id, Provider provider, Accelerator accelerator, Lot lot, Money price, Instant ready) {
        this(id, provider, accelerator, lot, price, ready, Beyond.NOTHING);
    }

    /**
     * What a bid changes beyond price and date.
     *
     * @param term another term than requested, in whole hours; null for that one
     * @param nonCash what the provider wants beside money, as warrants
     */
    public record Beyond(@Nullable Duration term, @Nullable NonCash nonCash) {
        public static final Beyond NOTHING = new Beyond(null, null);

        public Beyond {
            Range.length("bid: the term", term);
            if (term != null && !Terms.isWholeHours(term)) {
                throw new IllegalArgumentException("bid: the term " + term
                        + " must be a positive whole number of hours.\nRound it up: capacity is priced by the hour.");
            }
        }
    }

    /** Consideration other than money; {@code worth} per GPU-hour as the bid states it. */
    public record NonCash(String what, Money worth) {
        public NonCash {
            Range.price("bid: the worth of " + what, worth);
        }
    }

    public Bid {
        Range.name("bid", id);
        Range.price("bid " + id + ": the price", price);
        Range.date("bid " + id + ": ready", ready);
        var nonCash = beyond.nonCash();
        if (nonCash != null && !nonCash.worth().currency().equals(price.currency())) {
            throw new IllegalArgumentException("bid " + id + ": " + nonCash.what() + " worth " + nonCash.worth()
                    + " cannot be added to its price, " + price + ".\nState both in the currency of the request.");
        }
    }

    /** What one GPU costs for the whole term, with what is wanted beside money at its stated worth. */
    public Money cost(Terms terms) {
        var nonCash = beyond.nonCash();
        var perHour = nonCash == null ? price : price.plus(nonCash.worth());
        return perHour.times(term(terms).toHours());
    }

    public Duration term(Terms terms) {
        return beyond.term() == null ? terms.schedule().term() : beyond.term();
    }

    /** Any number from the minimum up to that many. */
    public record Lot(long minimum, long gpus) {
        public Lot {
            if (minimum < 1 || minimum > gpus) {
                throw new IllegalArgumentException("bid: a lot of " + minimum + " to " + gpus
                        + " is empty.\nThe minimum must be at least 1 and not above the quantity.");
            }
        }
    }
}
