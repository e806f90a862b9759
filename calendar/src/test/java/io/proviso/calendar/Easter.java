package io.proviso.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The western Easter Sunday of 1900 to 2199: the Sunday after the full moon of the church, by its golden number. */
final class Easter {
    private Easter() {}

    static LocalDate of(int year) {
        int age = (24 + 19 * (year % 19)) % 30;
        int afterEquinox = age == 29 || (age == 28 && year % 19 > 10) ? age - 1 : age;
        return LocalDate.of(year, 3, 21).plusDays(afterEquinox).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }
}
