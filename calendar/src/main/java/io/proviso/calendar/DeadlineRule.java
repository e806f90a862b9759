package io.proviso.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How a clause counts time: on whose calendar, in which zone, and until what time of day.
 *
 * <p>The day of the event is not counted. A notice received after the cut-off (at the cut-off exactly is before it), or on a
 * closed day, counts as received on the next business day. A cut-off that summer time skips moves later by the length of
 * the gap, and one that the clock shows twice means the first of the two: the resolution of {@link ZonedDateTime}.
 */
public record DeadlineRule(BusinessCalendar calendar, ZoneId zone, LocalTime cutoff) {
    /** When an answer is due to a notice received at that instant; the receipt counts, not the sending or the processing. */
    public Deadline deadline(Instant received, Window window) {
        return switch (window) {
            case Window.BusinessDays(int n) -> {
                LocalDate deemed = deemedReceived(received);
                yield new Deadline(deemed, cutoffOn(calendar.businessDaysAfter(deemed, n)));
            }
            case Window.Days(int n) -> {
                LocalDate deemed = deemedReceived(received);
                yield new Deadline(deemed, cutoffOn(deemed.plusDays(n)));
            }
            case Window.Hours(int n) ->
                new Deadline(
                        received.atZone(zone).toLocalDate(),
                        received.plus(Duration.ofHours(n)).atZone(zone));
        };
    }

    private LocalDate deemedReceived(Instant received) {
        LocalDate day = received.atZone(zone).toLocalDate();
        boolean late = received.isAfter(cutoffOn(day).toInstant());
        return late || !calendar.isBusinessDay(day) ? calendar.nextBusinessDay(day) : day;
    }

    private ZonedDateTime cutoffOn(LocalDate day) {
        return ZonedDateTime.of(day, cutoff, zone);
    }
}
