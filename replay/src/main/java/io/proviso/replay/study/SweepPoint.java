package io.proviso.replay.study;

import io.proviso.calendar.Window;
import java.util.List;

/**
 * A scenario under one response window and with one share of acceptances, seed by seed.
 *
 * @param accepts share of offers that the holder would accept, if its answer came in time and its headroom allowed
 * @param waits mean wait of the jobs, in seconds; not a number where none began
 * @param costs of all capacity until the last submission, in the currency of the market
 */
public record SweepPoint(Window window, double accepts, List<Double> waits, List<Double> costs, Offers offers) {

    /**
     * What became of the offers, over all seeds.
     *
     * @param rounds mean number of rounds
     * @param lapses mean number of offers that lapsed
     * @param accepted share of all offers that were accepted, in full or in part; not a number if none was made
     */
    public record Offers(double rounds, double lapses, double accepted) {}

    public SweepPoint {
        waits = List.copyOf(waits);
        costs = List.copyOf(costs);
    }

    static SweepPoint of(Window window, double accepts, List<SeedFigures> seeds) {
        long made = seeds.stream().mapToLong(SeedFigures::offers).sum();
        long accepted = seeds.stream().mapToLong(SeedFigures::accepted).sum();
        var offers = new Offers(
                seeds.stream().mapToInt(SeedFigures::rounds).average().orElse(0),
                seeds.stream().mapToLong(SeedFigures::lapses).average().orElse(0),
                made == 0 ? Double.NaN : (double) accepted / made);
        return new SweepPoint(
                window,
                accepts,
                seeds.stream().map(SeedFigures::meanWait).toList(),
                seeds.stream().map(SeedFigures::cost).toList(),
                offers);
    }

    public Estimate meanWait() {
        return Estimate.of(waits);
    }

    public Estimate cost() {
        return Estimate.of(costs);
    }
}
