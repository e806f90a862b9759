package io.proviso.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JapanTest {
    private final BusinessCalendar.Place japan = Shipped.japan();

    @Test
    void theShippedListIsTheActAppliedToEachYear() {
        List<LocalDate> expected = IntStream.rangeClosed(2019, 2032)
                .boxed()
                .flatMap(year -> withArticle3(named(year)).stream())
                .filter(day -> day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY)
                .toList();
        assertEquals(expected, Shipped.closures(japan));
    }

    @Test
    void goldenWeekOf2019LastsTenDays() {
        assertEquals(LocalDate.of(2019, 5, 7), japan.nextBusinessDay(LocalDate.of(2019, 4, 26)));
    }

    @Test
    void silverWeekTakesInTheDayBetweenTwoHolidays() {
        assertEquals(LocalDate.of(2026, 9, 24), japan.nextBusinessDay(LocalDate.of(2026, 9, 18)));
    }

    @Test
    void theOlympicDaysOf2021AreThereFromTheDayOfTheActThatMovedThem() {
        LocalDate thirdMonday = LocalDate.of(2021, 7, 19);
        LocalDate eve = LocalDate.of(2021, 7, 22);
        BusinessCalendar before = japan.asKnown(Shipped.day("2020-12-03"));
        assertFalse(before.isBusinessDay(thirdMonday));
        assertTrue(before.isBusinessDay(eve));
        BusinessCalendar after = japan.asKnown(Shipped.day("2020-12-04"));
        assertTrue(after.isBusinessDay(thirdMonday));
        assertFalse(after.isBusinessDay(eve));
    }

    @Test
    void anEquinoxIsAHolidayFromItsAnnouncementInTheYearBefore() {
        LocalDate equinox = LocalDate.of(2024, 3, 20);
        assertTrue(japan.asKnown(Shipped.day("2023-01-31")).isBusinessDay(equinox));
        assertFalse(japan.asKnown(Shipped.day("2023-02-01")).isBusinessDay(equinox));
    }

    /** Article 2 with the moves of 2020 and 2021 (Act 33 of 2015, Art. 32), and the days of 2019 (Act 99 of 2018). */
    private static Set<LocalDate> named(int year) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String day :
                List.of("--01-01", "--02-11", "--04-29", "--05-03", "--05-04", "--05-05", "--11-03", "--11-23")) {
            days.add(MonthDay.parse(day).atYear(year));
        }
        days.add(LocalDate.of(year, 1, 1).with(dayOfWeekInMonth(2, MONDAY)));
        days.add(LocalDate.of(year, 9, 1).with(dayOfWeekInMonth(3, MONDAY)));
        days.add(equinox(2_451_623.80984, 365_242.37404, 0.05169, year));
        days.add(equinox(2_451_810.21715, 365_242.01767, -0.11575, year));
        if (year == 2019) {
            days.add(LocalDate.of(2019, 5, 1));
            days.add(LocalDate.of(2019, 10, 22));
        } else {
            days.add(LocalDate.of(year, 2, 23));
        }
        days.addAll(marineMountainAndSports(year));
        return days;
    }

    private static List<LocalDate> marineMountainAndSports(int year) {
        return switch (year) {
            case 2020 -> List.of(LocalDate.of(2020, 7, 23), LocalDate.of(2020, 8, 10), LocalDate.of(2020, 7, 24));
            case 2021 -> List.of(LocalDate.of(2021, 7, 22), LocalDate.of(2021, 8, 8), LocalDate.of(2021, 7, 23));
            default ->
                List.of(
                        LocalDate.of(year, 7, 1).with(dayOfWeekInMonth(3, MONDAY)),
                        LocalDate.of(year, 8, 11),
                        LocalDate.of(year, 10, 1).with(dayOfWeekInMonth(2, MONDAY)));
        };
    }

    /** Paragraph 2: after a Sunday the nearest day that is no named one; paragraph 3: a day between two named ones. */
    private static SequencedSet<LocalDate> withArticle3(Set<LocalDate> named) {
        TreeSet<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == SUNDAY) {
                LocalDate next = day;
                while (named.contains(next)) {
                    next = next.plusDays(1);
                }
                all.add(next);
            }
            if (named.contains(day.plusDays(2))) {
                all.add(day.plusDays(1));
            }
        }
        return all;
    }

    /**
     * The day in Japan of a mean equinox (Meeus, Astronomical Algorithms, table 27.B, to the square); what it leaves out is less
     * than half an hour, and no equinox of these years is that near to a midnight of Japan.
     */
    private static LocalDate equinox(double epoch, double linear, double square, int year) {
        double millennia = (year - 2000) / 1000.0;
        double julian = epoch + linear * millennia + square * millennia * millennia;
        // A Julian day begins at noon in Greenwich, which is 21:00 in Japan.
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, (long) Math.floor(julian + 0.5 + 9 / 24.0));
    }
}
