package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines of London, Tokyo and Frankfurt, alone and together, worked by hand from the calendars and the tz database. */
class PlacesTogetherTest {
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar.Place("every-day", Set.of(), List.of());
    private static final List<BusinessCalendar.Place> ALL =
            List.of(Shipped.usFederal(), Shipped.england(), Shipped.japan(), Shipped.target());

    @ParameterizedTest
    @CsvSource({
        // At the cut-off itself, and a second later.
        "england, Europe/London,    2025-06-02T17:00:00, 1 business day,   2025-06-03T17:00+01:00",
        "england, Europe/London,    2025-06-02T17:00:01, 1 business day,   2025-06-04T17:00+01:00",
        // From the last day of a month; over a leap day; to a leap day.
        "england, Europe/London,    2025-01-31T09:00,    1 business day,   2025-02-03T17:00Z",
        "japan,   Asia/Tokyo,       2024-02-28T09:00,    2 business days,  2024-03-01T17:00+09:00",
        "target,  Europe/Berlin,    2028-02-28T09:00,    1 business day,   2028-02-29T17:00+01:00",
        // Golden Week: the Thursday and the Friday between are open; Wednesday 6 May stands in for Sunday the 3rd.
        "japan,   Asia/Tokyo,       2026-04-28T12:00,    3 business days,  2026-05-07T17:00+09:00",
        // Across Easter and the beginning of summer time.
        "target,  Europe/Berlin,    2024-03-28T12:00,    1 business day,   2024-04-02T17:00+02:00",
        // Summer time ends within three days, and takes an hour more than 72 hours do.
        "england, Europe/London,    2025-10-24T17:00,    3 days,           2025-10-27T17:00Z",
        "england, Europe/London,    2025-10-24T17:00,    72 hours,         2025-10-27T16:00Z",
        // Where the clock never changes the two agree.
        "japan,   Asia/Tokyo,       2025-10-24T17:00,    72 hours,         2025-10-27T17:00+09:00",
    })
    void aPlaceCountsByItsOwnDaysAndItsOwnClock(
            String place, ZoneId zone, LocalDateTime received, String window, String due) {
        var rule = new DeadlineRule(named(place), zone, FIVE);
        assertEquals(
                due,
                rule.deadline(received.atZone(zone).toInstant(), Window.parse(window))
                        .local()
                        .toOffsetDateTime()
                        .toString());
    }

    /** London skips 01:00 to 02:00 and Frankfurt 02:00 to 03:00 at one instant; Tokyo skips nothing. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London, 01:30, 2025-03-30T02:30+01:00",
        "Europe/Berlin, 02:30, 2025-03-30T03:30+02:00",
        "Europe/London, 02:30, 2025-03-30T02:30+01:00",
        "Asia/Tokyo,    02:30, 2025-03-30T02:30+09:00",
        // And in autumn the first of the two, on a clock still at summer time.
        "Europe/London, 01:30, 2025-10-26T01:30+01:00",
        "Europe/Berlin, 02:30, 2025-10-26T02:30+02:00",
        "Asia/Tokyo,    01:30, 2025-10-26T01:30+09:00",
    })
    void aCutoffInTheGapMovesLaterAndOneShownTwiceIsTheFirst(ZoneId zone, LocalTime cutoff, String due) {
        LocalDate changed = LocalDate.parse(due.substring(0, 10));
        var rule = new DeadlineRule(EVERY_DAY, zone, cutoff);
        ZonedDateTime dayBefore = changed.minusDays(1).atTime(0, 30).atZone(zone);
        assertEquals(
                due,
                rule.deadline(dayBefore.toInstant(), Window.parse("1 day"))
                        .local()
                        .toOffsetDateTime()
                        .toString());
    }

    /**
     * The first week of May 2026 from Thursday 30 April: London closes on Monday 4th only, Frankfurt on Friday 1st, Tokyo from
     * Monday 4th to Wednesday 6th. All open: Thursday 7th, Friday 8th. Any open: Friday 1st (London, Tokyo), Monday 4th (Frankfurt).
     */
    @Test
    void threePlacesInTheFirstWeekOfMay() {
        List<BusinessCalendar> three = List.of(Shipped.england(), Shipped.target(), Shipped.japan());
        LocalDate thursday = LocalDate.of(2026, 4, 30);
        BusinessCalendar all = BusinessCalendar.allOf("all", three);
        assertEquals(LocalDate.of(2026, 5, 7), all.businessDaysAfter(thursday, 1));
        assertEquals(LocalDate.of(2026, 5, 8), all.businessDaysAfter(thursday, 2));
        BusinessCalendar any = BusinessCalendar.anyOf("any", three);
        assertEquals(LocalDate.of(2026, 5, 1), any.businessDaysAfter(thursday, 1));
        assertEquals(LocalDate.of(2026, 5, 4), any.businessDaysAfter(thursday, 2));
    }

    @Test
    void theFirstOfJanuaryClosesEvenAnyOfThem() {
        BusinessCalendar any = BusinessCalendar.anyOf("any", ALL);
        assertFalse(any.isBusinessDay(LocalDate.of(2026, 1, 1)));
        assertTrue(any.isBusinessDay(LocalDate.of(2025, 12, 25)), "Christmas Day is a Thursday in Tokyo");
    }

    @Test
    void tenDaysOfLondonAndWashingtonOverTheStateFuneral() {
        BusinessCalendar both = BusinessCalendar.allOf("both", List.of(Shipped.england(), Shipped.usFederal()));
        LocalDate received = LocalDate.of(2022, 9, 2);
        // Labor Day on the 5th; the 19th only for those who know of it.
        assertEquals(
                LocalDate.of(2022, 9, 19),
                both.asKnown(Shipped.day("2022-09-09")).businessDaysAfter(received, 10));
        assertEquals(
                LocalDate.of(2022, 9, 20),
                both.asKnown(Shipped.day("2022-09-10")).businessDaysAfter(received, 10));
        assertEquals(
                LocalDate.of(2022, 9, 16),
                BusinessCalendar.anyOf("either", List.of(Shipped.england(), Shipped.usFederal()))
                        .businessDaysAfter(received, 10));
    }

    @Test
    void everyShippedCalendarCovers2019To2032() {
        for (BusinessCalendar place : ALL) {
            assertTrue(IntStream.rangeClosed(2019, 2032).allMatch(place::covers), place.name());
        }
    }

    private static BusinessCalendar named(String name) {
        return ALL.stream()
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
