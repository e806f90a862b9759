package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of closures has a beginning and an end, and whatever is counted beyond it says so. */
class UnlistedYearsTest {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Instant RECORDED = Instant.parse("2000-01-01T00:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final BusinessCalendar CITY = place("city", WEEKEND, "2019-01-01", "2020-12-25", "2022-01-03");
    private static final BusinessCalendar PORT = place("port", WEEKEND, "2018-12-25", "2019-12-25", "2023-01-02");
    private static final BusinessCalendar SOUK =
            place("souk", Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), "2019-06-05", "2030-02-13");
    private static final BusinessCalendar BARE = place("bare", WEEKEND);

    @ParameterizedTest
    @CsvSource({
        // Within the list, and across two of its years.
        "city, 2019-03-04T10:00, 10 business days, -",
        "city, 2019-12-30T10:00, 10 business days, -",
        // The window begins before the list, the deadline is within it.
        "city, 2018-12-24T10:00, 6 business days, 2018",
        // The notice comes before the list, on its last day and too late for it: only the next business day decides.
        "city, 2018-12-31T10:00, 1 business day, 2018",
        "city, 2018-12-31T18:00, 1 business day, -",
        // The window ends beyond the list, by one day; and on its last day.
        "city, 2022-12-29T10:00, 2 business days, 2023",
        "city, 2022-12-29T10:00, 1 business day, -",
        // A year is missing within the list.
        "city, 2020-12-30T10:00, 2 business days, 2021",
        "city, 2020-12-30T10:00, 300 business days, 2021",
        // The list lies within the window.
        "city, 2018-12-03T10:00, 1500 business days, '2018, 2021, 2023, 2024'",
        // Days count no business days, but the day of receipt must be one.
        "city, 2018-12-24T10:00, 30 days, 2018",
        "city, 2022-12-23T10:00, 30 days, -",
        "city, 2022-12-31T10:00, 30 days, 2023",
        // Elapsed hours ask no calendar.
        "city, 2018-12-24T10:00, 72 hours, -",
        "city, 2030-01-04T10:00, 72 hours, -",
        "bare, 2030-01-04T10:00, 72 hours, -",
        // A window of no day at all asks for the day of receipt.
        "city, 2024-05-06T10:00, 0 business days, 2024",
        "city, 2022-05-06T18:00, 0 business days, -",
        // A list without an entry reaches no year.
        "bare, 2019-03-04T10:00, 1 business day, 2019",
        // A closed day is certain, and so are all weekends.
        "souk, 2022-05-06T10:00, 0 business days, 2022",
        "souk, 2030-12-31T10:00, 1 business day, 2031",
    })
    void aDeadlineNamesEachYearBeyondTheListOfWhichADayDecided(
            String calendar, LocalDateTime received, String window, String years) {
        assertEquals(years, years(named(calendar), received, window));
    }

    @ParameterizedTest
    @CsvSource({
        // Both must be open: each list is needed.
        "all, 2019-03-04T10:00, 1 business day, -",
        "all, 2018-12-28T10:00, 1 business day, city 2018",
        "all, 2020-03-04T10:00, 1 business day, port 2020",
        "all, 2021-03-04T10:00, 1 business day, city 2021 + port 2021",
        "all, 2022-12-30T10:00, 1 business day, port 2022 + city 2023",
        // One open place is enough: where its list says so, nobody needs the other.
        "any, 2019-03-04T10:00, 1 business day, -",
        "any, 2018-12-28T10:00, 1 business day, -",
        "any, 2020-03-04T10:00, 1 business day, -",
        "any, 2021-03-04T10:00, 1 business day, city 2021 + port 2021",
        "any, 2017-03-04T10:00, 1 business day, city 2017 + port 2017",
        // The city is closed on Christmas Day of 2020, for certain; whether the port is open, its list does not say.
        "any, 2020-12-25T10:00, 0 business days, port 2020",
    })
    void aCombinationNamesTheListThatWouldHaveToReachFurther(
            String combination, LocalDateTime received, String window, String doubts) {
        var both = combination.equals("all")
                ? BusinessCalendar.allOf("both", List.of(CITY, PORT))
                : BusinessCalendar.anyOf("both", List.of(CITY, PORT));
        var deadline = deadline(both, received, window);
        var told = deadline.unlisted().stream()
                .map(each -> each.place() + " " + each.year())
                .collect(Collectors.joining(" + "));
        assertEquals(doubts, told.isEmpty() ? "-" : told);
        deadline.unlisted().forEach(each -> assertEquals("both", each.calendar()));
    }

    @Test
    void aYearListedLaterWasBeyondTheListForWhoAskedBefore() {
        var later = new Holiday(LocalDate.parse("2023-01-02"), Instant.parse("2022-06-01T00:00:00Z"), "made up");
        var place = new BusinessCalendar.Place("city", WEEKEND, List.of(later));
        var received = LocalDateTime.parse("2023-03-06T10:00");
        assertEquals("-", years(place, received, "1 business day"));
        assertEquals("2023", years(place.asKnown(RECORDED), received, "1 business day"));
    }

    @Test
    void theYearsAreToldInOneSentenceForEachList() {
        var unlisted = List.of(
                new UnlistedYear("city", "city", 2033),
                new UnlistedYear("both", "port", 2018),
                new UnlistedYear("both", "port", 2034),
                new UnlistedYear("both", "port", 2033));
        assertEquals(
                List.of(
                        "the calendar 'city' holds no holiday of 2033; only weekends were left out that year",
                        "the calendar 'port' (taken in by 'both') holds no holiday of 2018, 2033 to 2034; only weekends"
                                + " were left out in those years"),
                UnlistedYear.sentences(unlisted));
    }

    @Test
    void aDeadlineThatStandsStillKeepsWhatItRestsOn() {
        var deadline = deadline(CITY, LocalDateTime.parse("2018-12-24T10:00"), "6 business days");
        assertEquals(deadline.unlisted(), deadline.later(Duration.ofDays(9)).unlisted());
    }

    @Test
    void aYearWithoutABusinessDayIsFoundWhateverClosesIt() {
        var days = LocalDate.parse("2025-01-01").datesUntil(LocalDate.parse("2026-02-01"));
        var shut = place("shut", WEEKEND, days.map(LocalDate::toString).toArray(String[]::new));
        assertEquals(LocalDate.parse("2025-01-01"), shut.shutFrom());
        var weekendsOnly = place(
                "weekends-only",
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
        assertNotNull(
                BusinessCalendar.allOf("never", List.of(BARE, weekendsOnly)).shutFrom());
        assertNull(BusinessCalendar.anyOf("always", List.of(BARE, weekendsOnly)).shutFrom());
        assertNull(BusinessCalendar.anyOf("one-is-open", List.of(shut, CITY)).shutFrom());
        assertNotNull(BusinessCalendar.allOf("one-is-shut", List.of(shut, CITY)).shutFrom());
        Stream.of(CITY, PORT, SOUK, BARE, Shipped.usFederal(), Shipped.england(), Shipped.japan(), Shipped.target())
                .forEach(each -> assertNull(each.shutFrom(), each.name()));
    }

    @Test
    void aYearIsShutIfAllItsDaysWereEverClosedForSomebody() {
        var closed = new ArrayList<Holiday>();
        LocalDate.parse("2025-01-01")
                .datesUntil(LocalDate.parse("2026-02-01"))
                .forEach(day -> closed.add(new Holiday(day, null, RECORDED, RECORDED.plusSeconds(86_400), "made up")));
        assertEquals(LocalDate.parse("2025-01-01"), new BusinessCalendar.Place("moved", WEEKEND, closed).shutFrom());
    }

    private static String years(BusinessCalendar calendar, LocalDateTime received, String window) {
        var years = deadline(calendar, received, window).unlisted().stream()
                .map(each -> String.valueOf(each.year()))
                .collect(Collectors.joining(", "));
        return years.isEmpty() ? "-" : years;
    }

    private static Deadline deadline(BusinessCalendar calendar, LocalDateTime received, String window) {
        return new DeadlineRule(calendar, LONDON, LocalTime.of(17, 0))
                .deadline(received.atZone(LONDON).toInstant(), Window.parse(window));
    }

    private static BusinessCalendar named(String name) {
        return Stream.of(CITY, SOUK, BARE)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BusinessCalendar.Place place(String name, Set<DayOfWeek> weekend, String... closed) {
        return new BusinessCalendar.Place(
                name,
                weekend,
                Stream.of(closed)
                        .map(day -> new Holiday(LocalDate.parse(day), RECORDED, "made up"))
                        .toList());
    }
}
