package io.proviso.agreement.clause;

import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a committed amount becomes owed, and what ends or extends it early.
 *
 * @param ramp milestones with what is owed in total by then; empty: evenly over the term
 * @param termination null if nobody may leave for convenience
 * @param forCause null if the clause says nothing of leaving for cause
 * @param delivery null if the clause makes nothing depend on what the other side delivers
 * @param goesOn null if the term is over with its end
 */
public record Schedule(
        Stated<Interval> term,
        List<Step> ramp,
        @Nullable Termination termination,
        List<Option> options,
        @Nullable ForCause forCause,
        @Nullable Delivery delivery,
        @Nullable GoesOn goesOn) {
    public Schedule {
        ramp = List.copyOf(ramp);
        options = List.copyOf(options);
    }

    /** One that goes by its days alone. */
    public Schedule(Stated<Interval> term, List<Step> ramp, @Nullable Termination termination, List<Option> options) {
        this(term, ramp, termination, options, null, null, null);
    }

    /** The whole amount evenly over a term that cannot be left. */
    public static Schedule over(Stated<Interval> term) {
        return new Schedule(term, List.of(), null, List.of());
    }

    /**
     * A milestone of a ramp.
     *
     * @param until the first moment after it, as everywhere
     * @param amount cumulative, since the start of the term
     */
    public record Step(Instant until, Money amount) {}

    /**
     * A right to leave for convenience.
     *
     * @param by who may
     * @param notice how long after the day of the notice the commitment still runs
     * @param notBefore the first moment at which it may end so; null if that is any
     * @param fee null if leaving costs nothing
     */
    public record Termination(
            Stated<Period> notice,
            @Nullable Stated<Instant> notBefore,
            @Nullable Stated<Fee> fee,
            Leaver by) {
        /** That of the customer. */
        public Termination(Stated<Period> notice, @Nullable Stated<Instant> notBefore, @Nullable Stated<Fee> fee) {
            this(notice, notBefore, fee, Leaver.CUSTOMER);
        }

        /** The first moment at which it ends if notice is given on that day: a period runs through the day that corresponds to the notice's. */
        public static Instant after(LocalDate day, Period notice, ZoneId zone) {
            return day.plus(notice).plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** What leaving costs. */
    public sealed interface Fee {
        /** One that is known by itself. */
        sealed interface Flat extends Fee {
            /** For leaving when so much of a whole is owed. */
            default Money of(Money owed, Money whole) {
                return switch (this) {
                    case Fixed(Money amount) -> amount;
                    case OfTheRest(BigDecimal share) -> whole.minus(owed).times(share);
                };
            }
        }

        /** The same whenever somebody leaves. */
        record Fixed(Money amount) implements Flat {}

        /** A share, as a fraction of one, of what would still have become owed. */
        record OfTheRest(BigDecimal share) implements Flat {}

        /** Another one as time goes on; none after the last. */
        record Stepped(List<FeeStep> steps) implements Fee {
            public Stepped {
                steps = List.copyOf(steps);
            }
        }

        /** What it costs to leave with an instant, of a term that began at another; none if nothing. */
        default @Nullable Flat at(Instant exit, Instant begins, ZoneId zone) {
            return switch (this) {
                case Flat flat -> flat;
                case Stepped(List<FeeStep> steps) ->
                    steps.stream()
                            .filter(step -> !exit.isAfter(step.until(begins, zone)))
                            .map(FeeStep::fee)
                            .findFirst()
                            .orElse(null);
            };
        }
    }

    /** A fee for who leaves before something. */
    public record FeeStep(Before before, Fee.Flat fee) {
        public Instant until(Instant begins, ZoneId zone) {
            return switch (before) {
                case Before.Day(Instant day) -> day;
                case Before.Into(Period period) ->
                    begins.atZone(zone).plus(period).toInstant();
            };
        }
    }

    /** Until when a step of a fee holds: the last moment of leaving is the day before. */
    public sealed interface Before {
        record Day(Instant day) implements Before {}

        /** So long after the beginning of the term. */
        record Into(Period period) implements Before {}
    }

    /**
     * A right to buy more on top.
     *
     * @param exerciseBy the first moment at which it is too late
     */
    public record Option(Money amount, Instant exerciseBy, boolean exercised) {}

    /**
     * What of the amount is owed by an instant if the commitment ends then: the milestones passed, and between two of them in
     * proportion to days. Exact but for the division, which keeps 34 digits.
     */
    public Money owedBy(Instant end, Money amount, Interval over, ZoneId zone) {
        var from = over.from();
        var owed = Money.zero(amount.currency());
        for (var step : ramp.isEmpty() ? evenly(amount, over) : ramp) {
            if (end.isBefore(step.until())) {
                var more = step.amount().minus(owed).times(Math.max(0, days(from, end, zone)));
                return owed.plus(divided(more, Math.max(1, days(from, step.until(), zone))));
            }
            owed = step.amount();
            from = step.until();
        }
        return owed;
    }

    private static List<Step> evenly(Money amount, Interval over) {
        return over.to() == null ? List.of() : List.of(new Step(over.to(), amount));
    }

    private static Money divided(Money money, long by) {
        return new Money(money.amount().divide(BigDecimal.valueOf(by), MathContext.DECIMAL128), money.currency());
    }

    private static long days(Instant from, Instant to, ZoneId zone) {
        return ChronoUnit.DAYS.between(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
    }
}
