package io.proviso.desk;

import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a holder or a bidder must know to answer; whole from the first event, never filled in later. */
public record Terms(Purpose purpose, Hardware hardware, Size size, Schedule schedule, Price price) {

    /** Whether capacity is added or an existing contract goes on. */
    public enum Capacity {
        NEW,
        RENEWAL
    }

    /** Who wants the capacity and for what, in the words of the portfolio's vocabulary; several workloads leave that facet open. */
    public record Purpose(String actor, List<String> workloads, Capacity capacity) {
        public Purpose {
            workloads = List.copyOf(workloads);
            Range.require(
                    !workloads.isEmpty(),
                    "purpose: it must name a workload",
                    "Name one of the vocabulary's workloads.");
        }
    }

    /** The accelerator asked for, what would do as well, the fabric that must join a gang, and the regions that will do (none: any). */
    public record Hardware(
            Accelerator accelerator, List<Accelerator> equivalents, String fabric, List<String> regions) {
        public Hardware {
            equivalents = List.copyOf(equivalents);
            regions = List.copyOf(regions);
        }

        public boolean takes(Accelerator offered) {
            return accelerator.equals(offered) || equivalents.contains(offered);
        }
    }

    /** GPUs asked for; fewer than the minimum gang in one place are of no use. */
    public record Size(long gpus, long minimumGang) {
        public Size {
            Range.require(gpus > 0, "size: " + gpus + " asked, it must be at least 1", "Leave the request out.");
            Range.require(
                    minimumGang > 0 && minimumGang <= gpus,
                    "size: a minimum gang of " + minimumGang + " does not fit in " + gpus,
                    "Ask for at least one whole gang.");
        }
    }

    /**
     * When the capacity is wanted and for how long.
     *
     * @param latest the last start that is still of use, null if any is
     * @param ramp how the quantity builds up; empty if all of it is wanted at the start
     * @param term whole hours, because prices are per GPU-hour
     */
    public record Schedule(Instant start, @Nullable Instant latest, List<Tranche> ramp, Duration term) {
        public Schedule {
            ramp = List.copyOf(ramp);
            Range.date("schedule: the start", start);
            Range.date("schedule: the latest start", latest);
            Range.length("schedule: the term", term);
            Range.require(
                    latest == null || !latest.isBefore(start),
                    "schedule: the latest start " + latest + " lies before the start " + start,
                    "Leave the latest start out if any start is of use.");
            Range.require(
                    isWholeHours(term),
                    "schedule: the term " + term + " must be a positive whole number of hours",
                    "Round it up: capacity is priced by the hour.");
        }

        public boolean admits(Instant ready) {
            return latest == null || !ready.isAfter(latest);
        }
    }

    /** A part of the quantity, wanted so long after the start. */
    public record Tranche(long gpus, Duration afterStart) {
        public Tranche {
            Range.length("tranche: the time after the start", afterStart);
            Range.require(gpus > 0, "tranche: " + gpus + ", it must be at least 1", "Leave the tranche out.");
            Range.require(
                    !afterStart.isNegative(), "tranche: " + afterStart + " lies before the start", "Move the start.");
        }
    }

    /** The most the customer pays per GPU-hour; without a limit the price is to be quoted, in that currency. */
    public record Price(@Nullable Money limit, Currency currency) {
        public Price {
            Range.price("price: the limit", limit);
            Range.require(
                    limit == null || limit.currency().equals(currency),
                    "price: the limit " + limit + " is not in " + currency,
                    "State limit and quotes in one currency.");
        }

        public static Price upTo(Money limit) {
            return new Price(limit, limit.currency());
        }

        public static Price toBeQuoted(Currency currency) {
            return new Price(null, currency);
        }

        public boolean admits(Money price) {
            return limit == null || price.compareTo(limit) <= 0;
        }
    }

    public Terms {
        var ramped = schedule.ramp().stream()
                .map(step -> BigInteger.valueOf(step.gpus()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        Range.require(
                schedule.ramp().isEmpty() || ramped.equals(BigInteger.valueOf(size.gpus())),
                "terms: the ramp adds up to " + ramped + ", the request asks for " + size.gpus(),
                "Make the tranches add up, or leave the ramp out if all is wanted at the start.");
    }

    static boolean isWholeHours(Duration term) {
        return term.isPositive() && term.equals(Duration.ofHours(term.toHours()));
    }
}
