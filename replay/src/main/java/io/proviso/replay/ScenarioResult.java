package io.proviso.replay;

import io.proviso.replay.queue.Job;
import io.proviso.replay.queue.ReplaySummary;
import io.proviso.replay.queue.Term;
import io.proviso.replay.scenario.Market;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a scenario came to. */
public record ScenarioResult(String scenario, Waiting waiting, Demand demand, Account account, RightsUse rightsUse) {

    /**
     * How the jobs fared.
     *
     * @param p95 seconds
     * @param waits of all jobs that ran, in seconds, ascending
     * @param tooLarge jobs that no capacity of any scenario compared could hold; they were not queued
     * @param neverStarted jobs still waiting when all reservations had ended and nothing ran any more
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Waiting(ReplaySummary summary, long p95, double[] waits, List<Job> tooLarge, int neverStarted) {
        public Waiting {
            tooLarge = List.copyOf(tooLarge);
        }

        /** Jobs that ran, sooner or later. */
        public int ran() {
            return summary.jobs();
        }

        /** Jobs that ran and those that never did. */
        public long queued() {
            return ran() + (long) neverStarted;
        }
    }

    /** From that instant to the next sample: GPUs that jobs run on or wait for, and the capacity. */
    public record Wanted(Instant from, long gpus, long capacity) {}

    /** At a review: the demand, as GPUs that the work submitted of late keeps busy, and the capacity there is. */
    public record Forecast(Instant from, double gpus, long capacity) {}

    /**
     * Demand and what is wanted, as {@link Term} tells them apart, until the horizon; sampled every hour.
     *
     * @param gpuHours GPUs wanted, over time; a GPU waited for two hours counts two
     * @param unmetGpuHours the part above the capacity there was
     * @param unservedGpuHours work of the jobs still waiting at the horizon
     */
    public record Demand(
            List<Wanted> samples,
            List<Forecast> forecasts,
            double gpuHours,
            double unmetGpuHours,
            double unservedGpuHours) {
        public Demand {
            samples = List.copyOf(samples);
            forecasts = List.copyOf(forecasts);
        }

        /** Of what was wanted; not a number where nothing was. */
        public double unmetShare() {
            return gpuHours == 0 ? Double.NaN : unmetGpuHours / gpuHours;
        }

        /** Those samples that lasted: the last is of the instant at which the replay stops measuring, unless it is the only one. */
        public List<Wanted> measured() {
            return samples.size() < 2 ? samples : samples.subList(0, samples.size() - 1);
        }

        /** Each against the capacity of its own instant. */
        public int reviewsAboveCapacity() {
            return (int) forecasts.stream()
                    .filter(forecast -> forecast.gpus() > forecast.capacity())
                    .count();
        }
    }

    /**
     * What the customer had and pays for until the horizon.
     *
     * @param holdings in full, also what lies beyond the horizon
     * @param committed for whole terms; of what there was from the start, until the horizon only
     */
    public record Account(Instant horizon, List<Holding> holdings, List<Line> lines, Money committed) {
        public Account {
            holdings = List.copyOf(holdings);
            lines = List.copyOf(lines);
        }

        static Account of(List<Holding> all, Market market, Instant horizon) {
            var holdings = all.stream()
                    .map(holding -> holding.to().equals(Instant.MAX) ? holding.until(horizon) : holding)
                    .toList();
            var currency = market.supplies().getFirst().price().currency();
            var lines = new ArrayList<Line>();
            for (var supply : market.supplies()) {
                long gpuSeconds = 0;
                var cost = Money.zero(currency);
                for (var holding : holdings) {
                    if (holding.provider().equals(supply.provider())) {
                        gpuSeconds += holding.until(horizon).gpuSeconds();
                        cost = cost.plus(cost(holding.until(horizon)));
                    }
                }
                lines.add(new Line(supply.provider(), gpuSeconds / 3600.0, cost));
            }
            var committed = Money.zero(currency);
            for (var holding : holdings) {
                committed = committed.plus(cost(holding));
            }
            return new Account(horizon, holdings, lines, committed);
        }

        private static Money cost(Holding holding) {
            var hours =
                    BigDecimal.valueOf(holding.gpuSeconds()).divide(BigDecimal.valueOf(3600), MathContext.DECIMAL128);
            return holding.price().times(hours);
        }

        /** Until the horizon, from all providers. */
        public Money cost() {
            var sum = Money.zero(committed.currency());
            for (var line : lines) {
                sum = sum.plus(line.cost());
            }
            return sum;
        }

        public double gpuHours() {
            return lines.stream().mapToDouble(Line::gpuHours).sum();
        }

        /** Of all GPU-hours until the horizon. */
        public double share(Line line) {
            return gpuHours() == 0 ? 0 : line.gpuHours() / gpuHours();
        }
    }

    /** What one provider supplied until the horizon, used or not. */
    public record Line(Provider provider, double gpuHours, Money cost) {}
}
