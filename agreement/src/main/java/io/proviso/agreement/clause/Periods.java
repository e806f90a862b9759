package io.proviso.agreement.clause;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the periods that clauses of an agreement name, by the zone and the calendar of its clock as known.
 *
 * @param calendar null where the agreement has none: then its rules refuse periods in business days
 */
public record Periods(ContractClock clock, @Nullable BusinessCalendar calendar) {
    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar.Place("every day", Set.of(), List.of());

    public static Periods asKnown(ContractClock clock, @Nullable BusinessCalendar calendar, Instant knownAt) {
        return new Periods(clock, calendar == null ? null : calendar.asKnown(knownAt));
    }

    /** The first instant after a period. */
    public Instant over(Instant from, Window period) {
        return count(from, period).utc();
    }

    /** Years beyond the calendar's list on which that instant depends. */
    public List<UnlistedYear> unlisted(Instant from, Window period) {
        return count(from, period).unlisted();
    }

    /** The last instant at which a notice may be received that must run before an instant, by the clock of the agreement. */
    public Instant latestReceipt(Instant before, Window notice) {
        return notices().latestReceipt(before, notice);
    }

    /** The last instant of a time that runs from the receipt of a notice. */
    public Deadline deadline(Instant received, Window window) {
        return notices().deadline(received, window);
    }

    private DeadlineRule notices() {
        return new DeadlineRule(calendar == null ? EVERY_DAY : calendar, clock.zone(), clock.days());
    }

    private Deadline count(Instant from, Window period) {
        var open = calendar == null ? EVERY_DAY : calendar;
        return new DeadlineRule(open, clock.zone(), LocalTime.MIDNIGHT).endOf(from, period);
    }
}
