package io.proviso.agreement.portfolio;

import io.proviso.agreement.Came;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Periods;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days of a tranche as known at an instant: promised, and what being late brings. Each is null where something of it is not known,
 * or not agreed. What came stays come: a fact that moves on from its value, or leaves it and returns, moves no day.
 */
public final class TrancheCourse {
    private final Delivery.Tranche tranche;
    private final Facts facts;
    private final Periods periods;
    private final Instant knownAt;
    private final Set<UnlistedYear> unlisted = new LinkedHashSet<>();
    private final @Nullable Instant due;
    private final @Nullable Instant late;

    /** As the record and the calendar stand at the instant of the facts. */
    public TrancheCourse(Delivery.Tranche tranche, Facts facts, Periods periods, Instant knownAt) {
        this.tranche = tranche;
        this.facts = facts;
        this.periods = periods;
        this.knownAt = knownAt;
        this.due = tranche.due() == null ? null : dueBy(tranche.due());
        this.late = afterGrace();
    }

    private @Nullable Instant dueBy(End promised) {
        return switch (promised) {
            case End.At(Instant instant) -> instant;
            case End.After(Window period, End.Anchor.Day(Instant day)) -> counted(day, period);
            case End.After(Window period, End.Anchor.Event(End.OnMilestone event)) ->
                facts.cameFirst(event) instanceof Came.Since(Instant at) ? counted(at, period) : null;
            case End.After _, End.Never _, End.OnMilestone _, End.EarlierOf _, End.LaterOf _ -> null;
        };
    }

    private @Nullable Instant afterGrace() {
        var delay = tranche.delay();
        if (due == null || delay == null || delay.grace() == null) {
            return due;
        }
        var grace = delay.grace().asKnown(knownAt);
        return grace == null ? null : counted(lastMoment(due), grace);
    }

    private Instant counted(Instant from, Window period) {
        unlisted.addAll(periods.unlisted(from, period));
        return periods.over(from, period);
    }

    public Delivery.Tranche tranche() {
        return tranche;
    }

    public Came delivered() {
        return facts.cameFirst(tranche.delivered());
    }

    /** From when on it is paid for, as far as the record says. */
    Came paidFrom(Delivery.FeesFrom from) {
        return facts.cameFirst(tranche.paidFrom(from));
    }

    /** When it is late for the first time, if there is no grace. */
    public @Nullable Instant due() {
        return due;
    }

    /** When its grace is over; when it is due, if it has none. */
    public @Nullable Instant late() {
        return late;
    }

    /** The beginning of the first day that is credited. */
    public @Nullable Instant creditedFrom() {
        var credits = credits();
        return credits == null
                ? null
                : switch (credits.from()) {
                    case GRACE -> late;
                    case DUE -> due;
                };
    }

    /** The beginning of the first day on which the customer may leave. */
    public @Nullable Instant exit() {
        var exit = tranche.delay() == null ? null : tranche.delay().exit();
        var after = exit == null ? null : exit.after().asKnown(knownAt);
        return due == null || after == null ? null : counted(lastMoment(due), after);
    }

    /** What the right to leave ends; null if there is none. */
    public Delivery.@Nullable Ends ends() {
        var exit = tranche.delay() == null ? null : tranche.delay().exit();
        return exit == null ? null : exit.ends();
    }

    /** What each day of delay is credited with. */
    public @Nullable Money perDay() {
        var credits = credits();
        var part = credits == null ? null : credits.perDay().asKnown(knownAt);
        return part == null ? null : part.of(tranche.price().asKnown(knownAt));
    }

    /** The most that is credited; null also where nobody knows. */
    public @Nullable Money cap() {
        var credits = credits();
        var part =
                credits == null || credits.cap() == null ? null : credits.cap().asKnown(knownAt);
        return part == null ? null : part.of(tranche.price().asKnown(knownAt));
    }

    /** The last day of delay that adds to the credits. */
    public @Nullable LocalDate capReached() {
        var first = creditedFrom();
        var perDay = perDay();
        var cap = cap();
        if (first == null || perDay == null || cap == null || perDay.amount().signum() == 0) {
            return null;
        }
        long days = cap.amount()
                .divide(perDay.amount(), 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .min(BigDecimal.valueOf(Window.LONGEST_DAYS))
                .longValueExact();
        return day(first).plusDays(days - 1);
    }

    /**
     * What is credited by an instant, of days that have begun and on which it was not there; null if it is owed and nobody knows how much.
     */
    public @Nullable Money credited(Instant asOf, Money none) {
        var delivered = delivered();
        var credits = credits();
        if (credits == null || due == null || !asOf.isAfter(due)) {
            return none;
        }
        if (delivered instanceof Came.Since(Instant at) && late != null && at.isBefore(late)) {
            return none;
        }
        var first = creditedFrom();
        var perDay = perDay();
        if (first == null || late == null || perDay == null || delivered instanceof Came.Unknown) {
            return null;
        }
        if (asOf.isBefore(late)) {
            return none;
        }
        var last = delivered instanceof Came.Since(Instant at)
                ? day(at)
                : day(asOf).plusDays(1);
        var sum = perDay.times(Math.max(0, ChronoUnit.DAYS.between(day(first), last)));
        if (credits.cap() == null) {
            return sum;
        }
        var cap = cap();
        return cap == null ? null : sum.compareTo(cap) > 0 ? cap : sum;
    }

    /** Years beyond the calendar's list on which its days depend. */
    public List<UnlistedYear> unlisted() {
        return new ArrayList<>(unlisted);
    }

    private Delivery.@Nullable Credits credits() {
        return tranche.delay() == null ? null : tranche.delay().credits();
    }

    private LocalDate day(Instant instant) {
        ZoneId zone = periods.clock().zone();
        return instant.atZone(zone).toLocalDate();
    }

    private static Instant lastMoment(Instant end) {
        return end.minusNanos(1);
    }
}
