package io.proviso.agreement;

import io.proviso.calendar.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days of a notice, counted on the fingers. */
final class DayByDay {
    private DayByDay() {}

    /** Day by day, in UTC and to 17:00, as the test portfolios count. */
    static Instant lastOfNotice(Instant received, Window notice) {
        if (notice instanceof Window.Hours(int hours)) {
            return received.plusSeconds(3_600L * hours);
        }
        var day = received.atOffset(ZoneOffset.UTC).toLocalDate();
        if (received.isAfter(endOf(day))) {
            day = day.plusDays(1);
        }
        while (!isOpen(day)) {
            day = day.plusDays(1);
        }
        if (notice instanceof Window.Days(int days)) {
            return endOf(day.plusDays(days));
        }
        int left = notice instanceof Window.BusinessDays(int days) ? days : 0;
        while (left > 0) {
            day = day.plusDays(1);
            left -= isOpen(day) ? 1 : 0;
        }
        return endOf(day);
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(17, 0).toInstant(ZoneOffset.UTC);
    }

    private static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
