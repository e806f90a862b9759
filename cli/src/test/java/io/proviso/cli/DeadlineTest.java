package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values worked by hand with the tz database. */
class DeadlineTest {
    private static final String LA = "America/Los_Angeles";

    @ParameterizedTest
    @CsvSource({
        // Friday after the cut-off counts as Tuesday, for Monday is Martin Luther King Day; a second before it counts
        // as Friday.
        "America/Los_Angeles, 2025-01-17T18:30,          10 business days, 2025-01-21, 2025-02-05T01:00:00Z",
        "America/Los_Angeles, 2025-01-17T16:59:59,       10 business days, 2025-01-17, 2025-02-04T01:00:00Z",
        // One notice, two zones: 14:30 in Los Angeles is late in New York.
        "America/Los_Angeles, 2025-01-17T14:30-08:00,    10 business days, 2025-01-17, 2025-02-04T01:00:00Z",
        "America/New_York,    2025-01-17T14:30-08:00,    10 business days, 2025-01-21, 2025-02-04T22:00:00Z",
        // Across the beginning of daylight saving time.
        "America/Los_Angeles, 2025-03-03T12:00,          10 business days, 2025-03-03, 2025-03-18T00:00:00Z",
        "America/Los_Angeles, 2025-03-07T17:00,          72 hours,         2025-03-07, 2025-03-11T01:00:00Z",
        "America/Los_Angeles, 2025-03-07T17:00,          3 days,           2025-03-07, 2025-03-11T00:00:00Z",
        // The day on which the right of first refusal ended.
        "America/Los_Angeles, 2025-10-14T09:00,          10 business days, 2025-10-14, 2025-10-29T00:00:00Z"
    })
    void aWindowClosesWhenTheCalendarSays(String zone, String received, String window, String deemed, String utc) {
        var deadline =
                deadline("us-federal", zone, received, window, "-o", "json").json();
        assertEquals(List.of("deemedReceived", "local", "utc", "closed"), List.copyOf(deadline.keySet()));
        assertEquals(deemed, deadline.get("deemedReceived"));
        assertEquals(utc, deadline.get("utc"));
    }

    @Test
    void fromTheGivingItCountsFromThatDayAtWhateverHour() {
        var counted =
                List.of("deadline", "--calendar", "us-federal", "--zone", LA, "--window", "20 days", "-o", "json");
        var forwards = new ArrayList<>(counted);
        forwards.addAll(List.of("--given", "2026-02-07T22:00"));
        assertEquals("2026-02-07", Ran.proviso(forwards).json().get("given"));
        assertEquals("2026-02-28T01:00:00Z", Ran.proviso(forwards).json().get("utc"));
        var backwards = new ArrayList<>(counted);
        backwards.addAll(List.of("--wanted", "2026-02-28", "--from", "giving"));
        assertEquals("2026-02-08T07:59:59Z", Ran.proviso(backwards).json().get("giveBy"));
    }

    @Test
    void theTextSaysTheSame() {
        assertEquals(
                """
                deemed received  2025-01-21
                deadline         2025-02-04T17:00:00-08:00 America/Los_Angeles
                in UTC           2025-02-05T01:00:00Z
                closed           2025-01-20 Martin Luther King Jr. Day, 5 U.S.C. 6103(a), Pub. L. 98-144
                """,
                deadline("us-federal", LA, "2025-01-17T18:30", "10 business days")
                        .answer());
    }

    @Test
    void countedBackwardsItTellsByWhenTheNoticeMustBeReceivedAndSent() {
        assertEquals(
                """
                receive by       2025-01-21T17:00:00-08:00 America/Los_Angeles
                in UTC           2025-01-22T01:00:00Z
                send by          2025-01-15
                deemed received  2025-01-21
                deadline         2025-02-04T17:00:00-08:00 America/Los_Angeles
                in UTC           2025-02-05T01:00:00Z
                """, wanted("2025-02-05", "--on-its-way", "3 business days").answer());
        assertEquals(
                List.of("receiveBy", "deemedReceived", "local", "utc", "closed"),
                List.copyOf(wanted("2025-02-05", "-o", "json").json().keySet()));
    }

    @Test
    void aDeadlineOnTheWantedDayItselfIsTooLateUnlessItsHourIsSaid() {
        assertTrue(wanted("2025-02-04").answer().contains("deadline         2025-02-03T17:00"));
        assertTrue(wanted("2025-02-04T17:00").answer().contains("deadline         2025-02-03T17:00"));
        assertTrue(wanted("2025-02-04T17:00:01").answer().contains("deadline         2025-02-04T17:00"));
    }

    @Test
    void oneSaysEitherWhenItArrivedOrWhenItShallBeOver() {
        var neither = proviso("deadline", "--calendar", "us-federal", "--zone", LA, "--window", "3 days");
        assertTrue(neither.complaint().contains("--received: nobody says from when to count"), neither.complaint());
        var both = wanted("2025-02-04", "--received", "2025-01-02").complaint();
        assertTrue(both.contains("--wanted: '2025-02-04' counts backwards and --received '2025-01-02' forwards"), both);
        var idle = deadline("us-federal", LA, "2025-01-02", "3 days", "--on-its-way", "2 days")
                .complaint();
        assertTrue(idle.contains("--on-its-way: '2 days' changes nothing"), idle);
    }

    @Test
    void aCalendarOfOnesOwnIsAFile(@TempDir Path directory) throws IOException {
        var file = write(directory, """
            name: two-days
            weekend: [saturday, sunday]
            holidays:
            - {date: 2025-12-25, recorded: 2019-01-01, source: "made for this test"}
            - {date: 2026-01-01, recorded: 2019-01-01, source: "made for this test"}
            """);
        var deadline = deadline(file, LA, "2025-12-22T12:00", "10 business days", "-o", "json")
                .json();
        assertEquals("2025-12-22", deadline.get("deemedReceived"));
        assertEquals("2026-01-07T17:00:00-08:00", deadline.get("local"));
        assertEquals("2026-01-08T01:00:00Z", deadline.get("utc"));
        assertEquals(
                "[{date=2025-12-25, name=null, source=made for this test}, {date=2026-01-01, name=null, source=made"
                        + " for this test}]",
                String.valueOf(deadline.get("closed")));
    }

    @Test
    void aYearWithoutAnyHolidayIsWarnedAboutButAnswered(@TempDir Path directory) throws IOException {
        var file = write(directory, """
            name: old
            weekend: [saturday, sunday]
            holidays:
            - {date: 2020-12-25, recorded: 2019-01-01, source: "made for this test"}
            """);
        var ran = deadline(file, LA, "2025-12-22T12:00", "1 business day");
        assertEquals(ExitCode.ANSWERED, ran.exitCode());
        assertTrue(ran.out().contains("2025-12-23T17:00:00-08:00"), ran.out());
        assertTrue(ran.err().contains("the calendar 'old' holds no holiday of 2025"), ran.err());
    }

    @ParameterizedTest
    @CsvSource({
        // The window begins before the list, passes a year that it leaves out, or ends behind it; none of that is the
        // deadline's year alone.
        "2018-12-24T10:00, 6 business days,   2018",
        "2020-12-30T10:00, 2 business days,   2021",
        "2022-12-29T10:00, 10 business days,  2023",
        "2018-12-24T10:00, 30 days,           2018",
        // What no day beyond the list decides is not told.
        "2019-12-24T10:00, 6 business days,   none",
        "2022-12-29T10:00, 3 days,            none",
        "2018-12-24T10:00, 72 hours,          none",
    })
    void everyYearOfTheWindowBeyondTheListIsTold(String received, String window, String year, @TempDir Path directory)
            throws IOException {
        var file = write(directory, """
            name: ours
            weekend: [saturday, sunday]
            holidays:
            - {date: 2019-01-01, recorded: 1974-01-01, source: "made for this test"}
            - {date: 2020-01-01, recorded: 1974-01-01, source: "made for this test"}
            - {date: 2022-01-03, recorded: 1974-01-01, source: "made for this test"}
            """);
        var ran = deadline(file, "Europe/London", received, window, "-o", "json");
        assertEquals(ExitCode.ANSWERED, ran.exitCode());
        var told = year.equals("none")
                ? ""
                : "proviso deadline: the calendar 'ours' holds no holiday of " + year
                        + "; only weekends were left out that year\n";
        assertEquals(told, ran.err());
        var unlisted = Yaml.mapping(ran.out()).get("unlistedYears");
        assertEquals(
                year.equals("none")
                        ? null
                        : List.of(Map.of("calendar", "ours", "place", "ours", "year", Integer.valueOf(year))),
                unlisted);
    }

    @Test
    void aClosureThatWasNotYetKnownDoesNotCount() {
        // The national day of mourning of 9 January 2025 was ordered on 30 December 2024.
        assertTrue(deadline("us-federal", LA, "2025-01-08T09:00", "1 business day")
                .answer()
                .contains("2025-01-10T17:00"));
        var before = deadline("us-federal", LA, "2025-01-08T09:00", "1 business day", "--known-at", "2024-12-01");
        assertTrue(before.answer().contains("2025-01-09T17:00"), before.out());
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        var ran = deadline("us-federl", "Mars", "garbage", "10bd", "--cutoff", "25", "--known-at", "x", "-o", "json");
        Golden.compare("mistaken-deadline.txt", ran.complaint());
    }

    @Test
    void aMistakeInACalendarFileIsShownWithItsLine(@TempDir Path directory) throws IOException {
        var file = write(directory, """
            name: broken
            weekend: [saturday, sonday]
            holidays: []
            """);
        var complaint = deadline(file, LA, "2025-01-08", "1 business day").complaint();
        assertTrue(complaint.contains("calendar.yaml:2:"), complaint);
        assertTrue(complaint.contains("^^^^^^"), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 business days", "0 days", "00 hours"})
    void noTimeAtAllIsNoWindowAsInAClause(String window) {
        var complaint = deadline("us-federal", LA, "2025-01-08", window).complaint();
        assertTrue(complaint.contains("--window: '" + window + "' is no time to answer in"), complaint);
    }

    private static String write(Path directory, String calendar) throws IOException {
        return Files.writeString(directory.resolve("calendar.yaml"), calendar).toString();
    }

    private static Ran wanted(String when, String... more) {
        var args = new ArrayList<>(List.of("deadline", "--calendar", "us-federal", "--zone", LA, "--wanted", when));
        args.addAll(List.of("--window", "10 business days"));
        args.addAll(List.of(more));
        return proviso(args);
    }

    private static Ran deadline(String calendar, String zone, String received, String window, String... more) {
        var args = new ArrayList<>(List.of(
                "deadline", "--calendar", calendar, "--zone", zone, "--received", received, "--window", window));
        args.addAll(List.of(more));
        return proviso(args);
    }
}
