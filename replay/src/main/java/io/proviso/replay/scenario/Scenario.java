package io.proviso.replay.scenario;

import io.proviso.desk.Basis;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.TraceSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What demand is replayed under: which day's portfolio rules, who supplies what and how they behave, and how the customer
 * buys. Two scenarios that differ in one part only show what that part is worth.
 */
public record Scenario(About about, Ground ground, Demand demand, Market market, Buyer buyer) {

    /**
     * What a reader of the report is told.
     *
     * @param says the scenario in one sentence
     * @param assumptions what nobody published and the scenario therefore supposes
     * @param sources of its figures
     */
    public record About(String name, String says, List<String> assumptions, List<String> sources) {
        public About {
            assumptions = List.copyOf(assumptions);
            sources = List.copyOf(sources);
        }
    }

    /** The portfolio as it rules here: of which day, and with which parameters of its clauses replaced. */
    public record Ground(Basis basis, List<ClauseOverride> overrides) {
        public Ground {
            overrides = overrides.stream()
                    .sorted(Comparator.comparing(ClauseOverride::right))
                    .toList();
        }
    }

    /**
     * How the trace becomes demand.
     *
     * @param start the instant of the first submission
     * @param gpus every gang times this, rounded up
     * @param arrivals how many times faster jobs arrive
     */
    public record Demand(Instant start, double gpus, double arrivals) {
        public Demand {
            requirePositive("gpus", gpus);
            requirePositive("arrivals", arrivals);
        }

        private static void requirePositive(String what, double factor) {
            if (!(factor > 0) || factor == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("demand: the factor of " + what + " (" + factor
                        + ") must be positive.\nLeave it out to take the trace as it is.");
            }
        }

        /**
         * The trace as this demand sees it; the trace itself where nothing is scaled.
         *
         * @throws IllegalArgumentException if it takes longer than the customer can be followed hour by hour
         */
        public Trace of(Trace trace) {
            TraceSpan.requireReasonable(trace, arrivals);
            return gpus == 1 && arrivals == 1 ? trace : trace.scaled(gpus, arrivals);
        }
    }

    public Scenario {
        var limit = buyer.order().priceLimit();
        if (!limit.currency().equals(market.currency())) {
            throw new IllegalArgumentException("scenario " + about.name() + ": the customer's price limit is in "
                    + limit.currency() + ", the prices of its providers are in " + market.currency()
                    + ".\nState all prices of a scenario in one currency.");
        }
    }

    public String name() {
        return about.name();
    }

    /** The same scenario with one more parameter of a clause replaced. */
    public Scenario with(ClauseOverride override) {
        var overrides = ClauseOverride.merged(ground.overrides(), override);
        return new Scenario(about, new Ground(ground.basis(), overrides), demand, market, buyer);
    }

    /** The same scenario with holders that accept another share of offers. */
    public Scenario accepting(double share) {
        return new Scenario(about, ground, demand, market.accepting(share), buyer);
    }
}
