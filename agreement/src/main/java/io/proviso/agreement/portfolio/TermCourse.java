package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Came;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Periods;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a term has gone on by an instant, as known at another, and what may still lengthen it. */
public final class TermCourse {
    /** What has become of one step by which the term may go on. */
    public enum Fate {
        /** The term went on. */
        WENT_ON,
        /** It may still go on. */
        OPEN,
        /** It does not go on. */
        STOPPED
    }

    /**
     * One step by which the term may go on.
     *
     * @param number the first is 1
     * @param over the time that it adds
     * @param from the first day of the notice, if it may not be given at any time
     * @param decided the last instant at which a notice for or against it is in time; null if that is undisclosed
     * @param amount what it adds
     */
    public record Step(
            long number,
            Interval over,
            @Nullable Instant from,
            @Nullable Instant decided,
            Stated<Money> amount,
            Fate fate) {}

    private final GoesOn goesOn;
    private final Portfolio portfolio;
    private final Periods periods;
    private final Instant end;
    private final ZoneId zone;
    private final Instant asOf;
    private final Instant knownAt;

    TermCourse(GoesOn goesOn, Instant end, Portfolio portfolio, Agreement agreement, Instant asOf, Instant knownAt) {
        this.goesOn = goesOn;
        this.end = end;
        this.portfolio = portfolio;
        this.periods = portfolio.periods(agreement, knownAt);
        this.zone = agreement.clock().zone();
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** The steps up to the first that does not go on, and beyond an open one those that begin by an instant if each goes on. */
    public List<Step> steps(Instant by) {
        return switch (goesOn) {
            case GoesOn.Renews renews -> renewals(renews, by);
            case GoesOn.Extends(List<GoesOn.Extension> options) -> extensions(options);
        };
    }

    private List<Step> renewals(GoesOn.Renews renews, Instant by) {
        var steps = new ArrayList<Step>();
        var fate = Fate.WENT_ON;
        var last = asOf.isAfter(by) ? asOf : by;
        for (long number = 1; renews.times() == null || number <= renews.times(); number++) {
            var over = over(renews.length(), number);
            var decided = decided(over.from(), renews.notice());
            if (fate == Fate.STOPPED
                    || (fate == Fate.OPEN && (decided == null ? over.from() : decided).isAfter(last))) {
                break;
            }
            if (fate == Fate.WENT_ON) {
                var until = decided == null ? over.from() : decided;
                fate = came(renews.unless(), until) instanceof Came.Since
                        ? Fate.STOPPED
                        : asOf.isAfter(until) ? Fate.WENT_ON : Fate.OPEN;
            }
            steps.add(new Step(number, over, null, decided, renews.amount(), fate));
        }
        return steps;
    }

    private List<Step> extensions(List<GoesOn.Extension> options) {
        var steps = new ArrayList<Step>();
        var fate = Fate.WENT_ON;
        var from = end;
        long number = 0;
        for (var option : options) {
            number++;
            if (fate == Fate.STOPPED) {
                break;
            }
            var over = new Interval(from, later(from, option.length()));
            var decided = decided(from, option.notice());
            var first = option.notEarlier() == null ? null : opens(from, option.notEarlier());
            if (fate == Fate.WENT_ON) {
                var until = decided == null ? from : decided;
                boolean exercised = came(option.exercised(), until) instanceof Came.Since(Instant at)
                        && (first == null || !at.isBefore(first));
                fate = exercised ? Fate.WENT_ON : asOf.isAfter(until) ? Fate.STOPPED : Fate.OPEN;
            }
            steps.add(new Step(number, over, first, decided, option.amount(), fate));
            from = Objects.requireNonNull(over.to());
        }
        return steps;
    }

    /** Each is counted from the end of the first term itself. */
    private Interval over(Period length, long number) {
        return new Interval(later(end, times(length, number - 1)), later(end, times(length, number)));
    }

    private static Period times(Period length, long number) {
        return length.multipliedBy(Math.toIntExact(number));
    }

    private Instant later(Instant from, Period length) {
        return from.atZone(zone).plus(length).toInstant();
    }

    /** A period in days opens with the whole of its day. */
    private Instant opens(Instant from, Window notEarlier) {
        var last = periods.latestReceipt(from, notEarlier);
        return notEarlier instanceof Window.Hours
                ? last
                : last.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private @Nullable Instant decided(Instant from, Stated<Window> notice) {
        var window = notice.asKnown(knownAt);
        return window == null ? null : periods.latestReceipt(from, window);
    }

    /** What came too late changes nothing of this step; it is in time for the next one whose last day it finds ahead. */
    private Came came(End.OnMilestone event, Instant until) {
        var then = asOf.isBefore(until) ? asOf : until;
        return new Facts(portfolio, then, knownAt).came(event);
    }
}
