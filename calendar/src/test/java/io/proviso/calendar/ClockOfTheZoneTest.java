package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that skip a day, an hour or midnight, that show one twice, or stand beside the hour; worked from the tz database. */
class ClockOfTheZoneTest {
    private static final BusinessCalendar WEEKDAYS =
            new BusinessCalendar.Place("weekdays", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());
    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar.Place("every-day", Set.of(), List.of());

    @ParameterizedTest
    @CsvSource({
        // Samoa and Tokelau went from Thursday 29 to Saturday 31 December 2011.
        "Pacific/Apia,      2011-12-29T18:00, 0 business days, 2012-01-02, 2012-01-02T17:00",
        "Pacific/Apia,      2011-12-28T10:00, 2 business days, 2011-12-28, 2012-01-02T17:00",
        "Pacific/Apia,      2011-12-29T10:00, 1 business day,  2011-12-29, 2012-01-02T17:00",
        "Pacific/Apia,      2011-12-29T10:00, 0 business days, 2011-12-29, 2011-12-29T17:00",
        "Pacific/Apia,      2011-12-31T10:00, 0 business days, 2012-01-02, 2012-01-02T17:00",
        "Pacific/Fakaofo,   2011-12-28T10:00, 2 business days, 2011-12-28, 2012-01-02T17:00",
        "Pacific/Fakaofo,   2011-12-28T10:00, 5 business days, 2011-12-28, 2012-01-05T17:00",
        // Kwajalein had no Saturday 21 August 1993: a weekend of one day.
        "Pacific/Kwajalein, 1993-08-20T18:00, 0 business days, 1993-08-23, 1993-08-23T17:00",
        "Pacific/Kwajalein, 1993-08-20T10:00, 1 business day,  1993-08-20, 1993-08-23T17:00",
        // Enderbury and Kiritimati had no last day of 1994, a Saturday.
        "Pacific/Enderbury, 1994-12-30T10:00, 1 business day,  1994-12-30, 1995-01-02T17:00",
        // Elsewhere that Friday was a day like others.
        "Pacific/Tongatapu, 2011-12-28T10:00, 2 business days, 2011-12-28, 2011-12-30T17:00",
    })
    void aDayThatTheZoneSkippedIsNoBusinessDay(
            ZoneId zone, LocalDateTime received, String window, String deemed, String due) {
        assertDue(WEEKDAYS, zone, LocalTime.of(17, 0), received, window, deemed, due);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Apia,       2011-12-28T10:00, 1 day,  2011-12-29T17:00",
        "Pacific/Apia,       2011-12-28T10:00, 2 days, 2011-12-31T17:00",
        "Pacific/Apia,       2011-12-28T10:00, 3 days, 2012-01-01T17:00",
        "Pacific/Kwajalein,  1993-08-20T10:00, 1 day,  1993-08-22T17:00",
        "Pacific/Kiritimati, 1994-12-29T10:00, 3 days, 1995-01-02T17:00",
        "Pacific/Honolulu,   2011-12-28T10:00, 3 days, 2011-12-31T17:00",
    })
    void aDayThatTheZoneSkippedIsNoCalendarDayEither(ZoneId zone, LocalDateTime received, String window, String due) {
        assertDue(
                EVERY_DAY,
                zone,
                LocalTime.of(17, 0),
                received,
                window,
                received.toLocalDate().toString(),
                due);
    }

    @ParameterizedTest
    @CsvSource({
        // Where summer time begins at midnight, a day begins at one o'clock.
        "America/Sao_Paulo, 00:00, 2018-11-03T00:00, 1 day, 2018-11-04T01:00",
        "America/Sao_Paulo, 00:30, 2018-11-03T00:10, 1 day, 2018-11-04T01:30",
        "Asia/Beirut,       00:00, 2024-03-30T00:00, 1 day, 2024-03-31T01:00",
        "Africa/Cairo,      00:15, 2024-04-25T00:10, 1 day, 2024-04-26T01:15",
        "America/Havana,    00:00, 2024-03-09T00:00, 1 day, 2024-03-10T01:00",
        // Where it ends there, an hour before midnight is shown twice, and the first counts.
        "America/Sao_Paulo, 23:30, 2018-02-16T10:00, 1 day, 2018-02-17T23:30",
        "America/Havana,    00:30, 2024-11-02T00:10, 1 day, 2024-11-03T00:30",
        // Lord Howe moves by half an hour.
        "Australia/Lord_Howe, 02:15, 2024-10-05T01:00, 1 day, 2024-10-06T02:45",
        "Australia/Lord_Howe, 01:45, 2024-04-06T01:00, 1 day, 2024-04-07T01:45",
        // Clocks beside the full hour.
        "Asia/Kathmandu,    17:00, 2025-03-04T10:00, 1 day, 2025-03-05T17:00",
        "Pacific/Chatham,   03:00, 2024-09-28T01:00, 1 day, 2024-09-29T04:00",
        "Africa/Monrovia,   17:00, 1971-12-01T10:00, 1 day, 1971-12-02T17:00",
        "Asia/Pyongyang,    17:00, 2018-05-03T10:00, 1 day, 2018-05-04T17:00",
        "+05:45,            17:00, 2025-03-04T10:00, 1 day, 2025-03-05T17:00",
        // The last instant of a day, and the first.
        "Europe/London,     23:59:59.999999999, 2025-03-29T23:59, 1 day, 2025-03-30T23:59:59.999999999",
        "Antarctica/Troll,  02:30, 2024-03-30T02:00, 1 day, 2024-03-31T04:30",
    })
    void aCutoffInAGapMovesLaterByTheGapOnEveryClock(
            ZoneId zone, LocalTime cutoff, LocalDateTime received, String window, String due) {
        assertDue(
                EVERY_DAY,
                zone,
                cutoff,
                received,
                window,
                received.toLocalDate().toString(),
                due);
    }

    private static void assertDue(
            BusinessCalendar calendar,
            ZoneId zone,
            LocalTime cutoff,
            LocalDateTime received,
            String window,
            String deemed,
            String due) {
        var deadline = new DeadlineRule(calendar, zone, cutoff)
                .deadline(received.atZone(zone).toInstant(), Window.parse(window));
        assertEquals(deemed, deadline.deemedReceived().toString());
        assertEquals(due, deadline.local().toLocalDateTime().toString());
    }
}
