package io.proviso.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a clause counts time: on whose calendar, in which zone, and until what time of day.
 *
 * <p>The day of the event is not counted. A notice received after the cut-off (at the cut-off exactly is before it), or on a
 * closed day, counts as received on the next business day. A cut-off that summer time skips moves later by the length of
 * the gap, and one that the clock shows twice means the first of the two: the resolution of {@link ZonedDateTime}. A day that
 * the zone skipped altogether, as Samoa did 30 December 2011, is no day at all, and never counted.
 */
public record DeadlineRule(BusinessCalendar calendar, ZoneId zone, LocalTime cutoff) {
    /** When an answer is due to a notice received at that instant; the receipt counts, not the sending or the processing. */
    public Deadline deadline(Instant received, Window window) {
        Count count = new Count();
        return switch (window) {
            case Window.BusinessDays(int n) -> {
                LocalDate deemed = count.deemedReceived(received);
                yield new Deadline(deemed, cutoffOn(count.businessDaysAfter(deemed, n)), count.unlisted());
            }
            case Window.Days(int n) -> {
                LocalDate deemed = count.deemedReceived(received);
                yield new Deadline(deemed, cutoffOn(count.daysAfter(deemed, n)), count.unlisted());
            }
            case Window.Hours(int n) ->
                new Deadline(
                        received.atZone(zone).toLocalDate(),
                        received.plus(Duration.ofHours(n)).atZone(zone));
        };
    }

    private ZonedDateTime cutoffOn(LocalDate day) {
        return ZonedDateTime.of(day, cutoff, zone);
    }

    /** One count, which remembers each day it took for open beyond the calendar's list. */
    private final class Count {
        private final Set<UnlistedYear> unlisted = new LinkedHashSet<>();

        LocalDate deemedReceived(Instant received) {
            LocalDate day = received.atZone(zone).toLocalDate();
            boolean late = received.isAfter(cutoffOn(day).toInstant());
            return late || !calendar.isBusinessDay(day) ? nextBusinessDay(day) : open(day);
        }

        LocalDate businessDaysAfter(LocalDate day, int n) {
            LocalDate reached = day;
            for (int counted = 0; counted < n; counted++) {
                reached = nextBusinessDay(reached);
            }
            return reached;
        }

        LocalDate daysAfter(LocalDate day, int n) {
            LocalDate reached = day;
            for (int counted = 0; counted < n; counted++) {
                do {
                    reached = reached.plusDays(1);
                } while (!exists(reached));
            }
            return reached;
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

        private LocalDate open(LocalDate day) {
            unlisted.addAll(calendar.doubts(day));
            return day;
        }

        private boolean exists(LocalDate day) {
            return day.atStartOfDay(zone).toLocalDate().equals(day);
        }
    }
}
