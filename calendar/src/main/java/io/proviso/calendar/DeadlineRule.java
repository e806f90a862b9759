package io.proviso.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a clause counts time: on whose calendar, in which zone, and from and to what hour of a day.
 *
 * <p>The day of the event is not counted. A notice received after the hour until which receipt counts (at the hour exactly is before
 * it) counts as received on the next day that can be one of receipt: a business day, or any day where a closed day counts as itself. A
 * window in hours knows neither such days nor a last one. An hour that summer time skips moves later by the length of the gap, and one
 * that the clock shows twice means the first of the two: the resolution of {@link ZonedDateTime}. A day that the zone skipped
 * altogether, as Samoa did 30 December 2011, is no day at all, and never counted.
 */
public record DeadlineRule(BusinessCalendar calendar, ZoneId zone, DayTerms days) {
    /** The usual terms with one hour for receipt and deadline. */
    public DeadlineRule(BusinessCalendar calendar, ZoneId zone, LocalTime cutoff) {
        this(calendar, zone, DayTerms.cutoff(cutoff));
    }

    /** When an answer is due to a notice received at that instant; the receipt counts, not the sending or the processing. */
    public Deadline deadline(Instant received, Window window) {
        return deadline(received, window, List.of());
    }

    /**
     * The same where the clock stood still: a day on which it did for any part is not counted, nor is it the last one, and a window in
     * hours is longer by the time.
     */
    public Deadline deadline(Instant received, Window window, List<Standstill> standstills) {
        Count count = new Count(standstills);
        return switch (window) {
            case Window.BusinessDays(int n) -> {
                LocalDate deemed = count.deemedReceived(received);
                yield count.deadline(deemed, count.businessDaysAfter(deemed, n));
            }
            case Window.Days(int n) -> {
                LocalDate deemed = count.deemedReceived(received);
                yield count.deadline(deemed, count.daysAfter(deemed, n));
            }
            case Window.Dates dates -> {
                LocalDate deemed = count.deemedReceived(received);
                yield count.deadline(deemed, count.later(deemed, dates.after(deemed)));
            }
            case Window.Hours(int n) ->
                new Deadline(
                        received.atZone(zone).toLocalDate(),
                        Standstill.later(received, Duration.ofHours(n), standstills)
                                .atZone(zone));
        };
    }

    /**
     * The last instant of a period that begins with a day: the hour of a deadline on its last day, open or closed, which is not moved.
     * At what hour of the day it begins with something happened does not matter.
     */
    public Deadline lastOf(Instant begins, Window period) {
        return period(begins, period, this::dueOn);
    }

    /** The first instant after a period that begins with a day: its last day is counted whole, as the first is not at all. */
    public Deadline endOf(Instant begins, Window period) {
        return period(begins, period, day -> day.plusDays(1).atStartOfDay(zone));
    }

    private Deadline period(Instant begins, Window period, Function<LocalDate, ZonedDateTime> on) {
        Count count = new Count(List.of());
        LocalDate anchor = begins.atZone(zone).toLocalDate();
        return switch (period) {
            case Window.BusinessDays(int n) ->
                new Deadline(anchor, on.apply(count.businessDaysAfter(anchor, n)), count.unlisted());
            case Window.Days(int n) -> new Deadline(anchor, on.apply(count.daysAfter(anchor, n)));
            case Window.Dates dates -> new Deadline(anchor, on.apply(dates.after(anchor)));
            case Window.Hours(int n) ->
                new Deadline(anchor, begins.plus(Duration.ofHours(n)).atZone(zone));
        };
    }

    /**
     * The last instant at which a notice may be received so that its deadline is not later than wanted: {@link #deadline} turned
     * round, found by asking it, so that the two cannot differ.
     */
    public Instant latestReceipt(Instant wanted, Window window) {
        return window instanceof Window.Hours(int n)
                ? wanted.minus(Duration.ofHours(n))
                : receivedUntil(lastDay(wanted, day -> deadline(receivedUntil(day), window)));
    }

    /**
     * The last day on which a notice may be sent, at any hour of it, that is on its way so long and has to arrive by an instant: it
     * arrives on the last day of that time before the hour until which receipt counts.
     */
    public LocalDate lastDayToSend(Instant arrives, Window onItsWay) {
        return lastDay(arrives, day -> period(endOf(day), onItsWay, this::lastReceiptOn));
    }

    /**
     * The last day with a count that ends by an instant. A later day never counts to an earlier end; one count from the wanted day
     * tells how long the window is there, and from as long before it the last such day is a few strides away: six counts, seldom more.
     */
    private LocalDate lastDay(Instant wanted, Function<LocalDate, Deadline> count) {
        Predicate<LocalDate> inTime = day -> !count.apply(day).utc().isAfter(wanted);
        LocalDate day = wanted.atZone(zone).toLocalDate();
        LocalDate near = day.minusDays(
                ChronoUnit.DAYS.between(day, count.apply(day).local().toLocalDate()));
        LocalDate early = near;
        for (long stride = 1; !inTime.test(early); stride *= 2) {
            early = early.minusDays(stride);
        }
        LocalDate late = near.plusDays(1);
        for (long stride = 1; inTime.test(late); stride *= 2) {
            early = late;
            late = late.plusDays(stride);
        }
        while (early.plusDays(1).isBefore(late)) {
            LocalDate middle = early.plusDays(ChronoUnit.DAYS.between(early, late) / 2);
            if (inTime.test(middle)) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return early;
    }

    /** What is received later than this counts as received on a later day. */
    public Instant receivedUntil(LocalDate day) {
        return lastReceiptOn(day).toInstant();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    /** A stretch of time that is not counted. */
    public record Standstill(Instant since, Instant until) {
        /** How long it lasted after an instant. */
        public Duration after(Instant from) {
            Instant begins = since.isBefore(from) ? from : since;
            return until.isAfter(begins) ? Duration.between(begins, until) : Duration.ZERO;
        }

        /** The end of so much time that is counted. */
        static Instant later(Instant from, Duration time, List<Standstill> all) {
            Instant end = from.plus(time);
            for (Standstill still :
                    all.stream().sorted(Comparator.comparing(Standstill::since)).toList()) {
                if (still.since().isBefore(end)) {
                    end = end.plus(still.after(from));
                }
            }
            return end;
        }

        private boolean touches(LocalDate day, ZoneId zone) {
            return since.isBefore(day.plusDays(1).atStartOfDay(zone).toInstant())
                    && until.isAfter(day.atStartOfDay(zone).toInstant());
        }
    }

    private ZonedDateTime lastReceiptOn(LocalDate day) {
        return ZonedDateTime.of(day, days.receivedUntil(), zone);
    }

    private ZonedDateTime dueOn(LocalDate day) {
        return ZonedDateTime.of(day, days.dueAt(), zone);
    }

    /** One count, which remembers each day it took for open beyond the calendar's list. */
    private final class Count {
        private final Set<UnlistedYear> unlisted = new LinkedHashSet<>();
        private final List<Standstill> standstills;

        Count(List<Standstill> standstills) {
            this.standstills = standstills;
        }

        LocalDate deemedReceived(Instant received) {
            LocalDate day = received.atZone(zone).toLocalDate();
            boolean late = received.isAfter(receivedUntil(day));
            return switch (days.closedDay()) {
                case NEXT_BUSINESS_DAY -> late || !calendar.isBusinessDay(day) ? nextBusinessDay(day) : open(day);
                case THAT_DAY -> late ? nextDay(day) : day;
            };
        }

        Deadline deadline(LocalDate deemed, LocalDate counted) {
            LocalDate last = rolled(deemed, counted);
            return new Deadline(deemed, over(deemed, last), unlisted());
        }

        /** A receipt that is its own last day is in time as long as it counts as received on it. */
        private ZonedDateTime over(LocalDate deemed, LocalDate last) {
            ZonedDateTime due = dueOn(last);
            return last.equals(deemed) && due.isBefore(lastReceiptOn(last)) ? lastReceiptOn(last) : due;
        }

        /** A last day that would be moved to the day of receipt or before it stays: there must be time to answer, and later receipts give no less. */
        private LocalDate rolled(LocalDate deemed, LocalDate last) {
            if (days.roll() == DayTerms.Roll.NONE) {
                return last;
            }
            if (calendar.isBusinessDay(last)) {
                return open(last);
            }
            return switch (days.roll()) {
                case NONE -> last;
                case FOLLOWING -> businessDaysAfter(last, 1);
                case PRECEDING -> preceding(deemed, last);
            };
        }

        private LocalDate preceding(LocalDate deemed, LocalDate last) {
            for (LocalDate day = last.minusDays(1); day.isAfter(deemed); day = day.minusDays(1)) {
                if (exists(day) && calendar.isBusinessDay(day) && !stoodStill(day)) {
                    return open(day);
                }
            }
            return last;
        }

        LocalDate businessDaysAfter(LocalDate day, int n) {
            LocalDate reached = day;
            for (int counted = 0; counted < orOne(n, day); counted++) {
                do {
                    reached = nextBusinessDay(reached);
                } while (stoodStill(reached));
            }
            return reached;
        }

        LocalDate daysAfter(LocalDate day, int n) {
            LocalDate reached = day;
            for (int counted = 0; counted < orOne(n, day); counted++) {
                do {
                    reached = nextDay(reached);
                } while (stoodStill(reached));
            }
            return reached;
        }

        /** Where the day of receipt is itself the last and the clock stood still on it, the next one that counts is. */
        private int orOne(int n, LocalDate day) {
            return n == 0 && stoodStill(day) ? 1 : n;
        }

        /** A date that is later by each day after the first on which the clock stood still. */
        LocalDate later(LocalDate after, LocalDate date) {
            LocalDate last = date;
            for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                last = stoodStill(day) ? last.plusDays(1) : last;
            }
            return last;
        }

        private boolean stoodStill(LocalDate day) {
            return !standstills.isEmpty() && standstills.stream().anyMatch(still -> still.touches(day, zone));
        }

        List<UnlistedYear> unlisted() {
            return List.copyOf(unlisted);
        }

        private LocalDate nextBusinessDay(LocalDate day) {
            LocalDate next = day;
            do {
                next = calendar.nextBusinessDay(next);
            } while (!exists(next));
            return open(next);
        }

        private LocalDate nextDay(LocalDate day) {
            LocalDate next = day.plusDays(1);
            return exists(next) ? next : nextDay(next);
        }

        private LocalDate open(LocalDate day) {
            unlisted.addAll(calendar.doubts(day));
            return day;
        }

        private boolean exists(LocalDate day) {
            return day.atStartOfDay(zone).toLocalDate().equals(day);
        }
    }
}
