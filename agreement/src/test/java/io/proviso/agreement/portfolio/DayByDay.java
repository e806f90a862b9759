package io.proviso.agreement.portfolio;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/** The days of a notice, counted on the fingers. */
public final class DayByDay {
    private DayByDay() {}

    /** What the calendars of a test portfolio list, as far as it was known. */
    public static Set<LocalDate> closed(Portfolio portfolio, Instant knownAt) {
        var closed = new HashSet<LocalDate>();
        for (var calendar : portfolio.calendars().values()) {
            if (calendar instanceof BusinessCalendar.Place place) {
                for (var holiday : place.holidays()) {
                    if (!holiday.recorded().isAfter(knownAt)) {
                        closed.add(holiday.date());
                    }
                }
            }
        }
        return closed;
    }

    /** Day by day, in UTC and to 17:00, as the test portfolios count; besides weekends these days are closed. */
    public static Instant lastOfNotice(Instant received, Window notice, Set<LocalDate> closed) {
        if (notice instanceof Window.Hours(int hours)) {
            return received.plusSeconds(3_600L * hours);
        }
        var day = received.atOffset(ZoneOffset.UTC).toLocalDate();
        if (received.isAfter(endOf(day))) {
            day = day.plusDays(1);
        }
        while (!isOpen(day, closed)) {
            day = day.plusDays(1);
        }
        if (notice instanceof Window.Days(int days)) {
            return endOf(day.plusDays(days));
        }
        int left = notice instanceof Window.BusinessDays(int days) ? days : 0;
        while (left > 0) {
            day = day.plusDays(1);
            left -= isOpen(day, closed) ? 1 : 0;
        }
        return endOf(day);
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(17, 0).toInstant(ZoneOffset.UTC);
    }

    private static boolean isOpen(LocalDate day, Set<LocalDate> closed) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }
}
