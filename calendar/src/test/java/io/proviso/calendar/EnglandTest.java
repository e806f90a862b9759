package io.proviso.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnglandTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate STATE_FUNERAL = LocalDate.of(2022, 9, 19);
    private static final Set<LocalDate> PROCLAIMED = Set.of(
            LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 6, 2),
            LocalDate.of(2022, 6, 3),
            STATE_FUNERAL,
            LocalDate.of(2023, 5, 8));
    private static final Set<LocalDate> MOVED = Set.of(LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));

    private final BusinessCalendar.Place england = Shipped.england();

    @Test
    void theShippedListIsTheStatuteAppliedToEachYearAndWhatWasProclaimed() {
        TreeSet<LocalDate> expected = new TreeSet<>(PROCLAIMED);
        IntStream.rangeClosed(2019, 2032)
                .boxed()
                .flatMap(EnglandTest::ordinary)
                .filter(day -> day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY)
                .forEach(expected::add);
        expected.removeAll(MOVED);
        assertEquals(List.copyOf(expected), Shipped.closures(england));
        assertEquals(
                MOVED,
                Set.copyOf(england.holidays().stream()
                        .filter(holiday -> holiday.withdrawn() != null)
                        .map(Holiday::date)
                        .toList()));
    }

    @Test
    void theStateFuneralMovesADeadlineOnlyForThoseWhoKnowOfIt() {
        ZonedDateTime received = ZonedDateTime.parse("2022-09-08T10:00+01:00[Europe/London]");
        assertEquals("2022-09-19T17:00+01:00[Europe/London]", sevenDaysAfter(received, "2022-09-09"));
        assertEquals("2022-09-20T17:00+01:00[Europe/London]", sevenDaysAfter(received, "2022-09-10"));
    }

    @Test
    void aMovedBankHolidayIsOnItsOldDayUntilTheMoveIsAnnounced() {
        LocalDate lastMonday = LocalDate.of(2022, 5, 30);
        LocalDate jubilee = LocalDate.of(2022, 6, 2);
        BusinessCalendar before = england.asKnown(Shipped.day("2020-11-12").minusNanos(1));
        assertFalse(before.isBusinessDay(lastMonday));
        assertTrue(before.isBusinessDay(jubilee));
        BusinessCalendar after = england.asKnown(Shipped.day("2020-11-12"));
        assertTrue(after.isBusinessDay(lastMonday));
        assertFalse(after.isBusinessDay(jubilee));
    }

    @Test
    void christmasOnASaturdayClosesTheMondayAndTheTuesday() {
        assertEquals(LocalDate.of(2021, 12, 29), england.nextBusinessDay(LocalDate.of(2021, 12, 24)));
        assertEquals(LocalDate.of(2022, 12, 28), england.nextBusinessDay(LocalDate.of(2022, 12, 23)));
    }

    private String sevenDaysAfter(ZonedDateTime received, String knownAt) {
        var rule = new DeadlineRule(england.asKnown(Shipped.day(knownAt)), LONDON, LocalTime.of(17, 0));
        return rule.deadline(received.toInstant(), Window.parse("7 business days"))
                .local()
                .toString();
    }

    /** Banking and Financial Dealings Act 1971, Sch. 1 para. 1; Good Friday, Christmas Day, and the proclaimed of each year. */
    private static Stream<LocalDate> ordinary(int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        LocalDate christmas = LocalDate.of(year, 12, 25);
        LocalDate easter = Easter.of(year);
        return Stream.of(
                onAWeekday(newYear),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1).with(firstInMonth(MONDAY)),
                LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)),
                LocalDate.of(year, 8, 1).with(lastInMonth(MONDAY)),
                christmas,
                christmas.plusDays(1),
                switch (christmas.getDayOfWeek()) {
                    case SUNDAY, SATURDAY -> christmas.plusDays(2);
                    case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> christmas;
                },
                // In lieu of a 26 December on which nobody would have worked.
                switch (christmas.getDayOfWeek()) {
                    case FRIDAY, SATURDAY -> christmas.plusDays(3);
                    case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SUNDAY -> christmas;
                });
    }

    private static LocalDate onAWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
