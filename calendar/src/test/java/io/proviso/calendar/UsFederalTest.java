package io.proviso.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsFederalTest {
    private static final LocalDate CARTER_MOURNING = LocalDate.of(2025, 1, 9);

    @Test
    void theShippedListIsTheStatuteAppliedToEachYearAndOneDayOfMourning() {
        TreeSet<LocalDate> expected = new TreeSet<>();
        IntStream.rangeClosed(2019, 2033)
                .boxed()
                .flatMap(UsFederalTest::statutory)
                .map(UsFederalTest::observed)
                .filter(day -> day.getYear() <= 2032)
                .forEach(expected::add);
        expected.add(CARTER_MOURNING);

        List<LocalDate> listed =
                Shipped.usFederal().holidays().stream().map(Holiday::date).toList();
        assertEquals(List.copyOf(expected), listed);
    }

    @Test
    void everyYearFrom2019To2032IsCoveredAndTheNextOneIsNot() {
        BusinessCalendar calendar = Shipped.usFederal();
        assertTrue(IntStream.rangeClosed(2019, 2032).allMatch(calendar::covers));
        assertFalse(calendar.covers(2018));
        assertFalse(calendar.covers(2033));
    }

    @Test
    void theDayOfMourningIsAnOrdinaryThursdayUntilTheOrderIsKnown() {
        BusinessCalendar calendar = Shipped.usFederal();
        assertTrue(calendar.asKnown(Instant.parse("2024-12-29T23:59:59Z")).isBusinessDay(CARTER_MOURNING));
        assertFalse(calendar.asKnown(Instant.parse("2024-12-30T00:00:00Z")).isBusinessDay(CARTER_MOURNING));
    }

    @Test
    void theFirstJuneteenthBecameAHolidayOnTheEveOfItsObservance() {
        BusinessCalendar calendar = Shipped.usFederal();
        LocalDate observed = LocalDate.of(2021, 6, 18);
        assertTrue(calendar.asKnown(Instant.parse("2021-06-16T12:00:00Z")).isBusinessDay(observed));
        assertFalse(calendar.isBusinessDay(observed));
    }

    /** 5 U.S.C. 6103(a), with Juneteenth from 2021 (Pub. L. 117-17). */
    private static Stream<LocalDate> statutory(int year) {
        Stream<LocalDate> always = Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 1, 1).with(dayOfWeekInMonth(3, MONDAY)),
                LocalDate.of(year, 2, 1).with(dayOfWeekInMonth(3, MONDAY)),
                LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)),
                LocalDate.of(year, 7, 4),
                LocalDate.of(year, 9, 1).with(firstInMonth(MONDAY)),
                LocalDate.of(year, 10, 1).with(dayOfWeekInMonth(2, MONDAY)),
                LocalDate.of(year, 11, 11),
                LocalDate.of(year, 11, 1).with(dayOfWeekInMonth(4, THURSDAY)),
                LocalDate.of(year, 12, 25));
        return year < 2021 ? always : Stream.concat(always, Stream.of(LocalDate.of(year, 6, 19)));
    }

    /** 5 U.S.C. 6103(b)(1) for Saturday, Executive Order 11582 section 3 for Sunday. */
    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
