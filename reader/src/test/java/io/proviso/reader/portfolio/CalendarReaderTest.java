package io.proviso.reader.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarReaderTest {
    @TempDir
    private Path directory;

    @Test
    void aClosureIsKnownFromItsDayOfRecordingInUtc() throws IOException {
        var calendar = CalendarReader.read(file("""
            name: harbour
            weekend: [saturday, sunday]
            holidays: [{date: 2025-01-09, recorded: 2024-12-30, source: Executive Order 14133}]
            """));
        var closed = LocalDate.of(2025, 1, 9);
        assertEquals("harbour", calendar.name());
        assertFalse(calendar.isBusinessDay(closed));
        assertTrue(calendar.asKnown(Instant.parse("2024-12-29T23:59:59Z")).isBusinessDay(closed));
        assertFalse(calendar.asKnown(Instant.parse("2024-12-30T00:00:00Z")).isBusinessDay(closed));
    }

    @Test
    void everythingWrongWithACalendarIsSaidAtOnce() {
        var bad = assertThrows(BadFiles.class, () -> CalendarReader.read(file("""
            name: harbour
            weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday, sonntag]
            holidays:
            - {date: 2025-01-09, recorded: 2024-12-30, source: Order}
            - {date: 2025-01-09, recorded: 2024-12-31, source: Order}
            - {date: 2025-02-30, recorded: 2024-12-31, source: ""}
            """)));
        assertEquals(
                List.of(
                        "the weekend takes all seven days",
                        "unknown day of the week 'sonntag'",
                        "2025-01-09 is listed twice",
                        "'2025-02-30' is not a date",
                        "the value is empty"),
                bad.diagnostics().stream().map(Diagnostic::message).toList());
    }

    @Test
    void aCombinationFindsItsPlacesBesideItsOwnFile() {
        Path examples = Path.of(System.getProperty("proviso.root"), "examples/calendars");
        var both = CalendarReader.read(examples.resolve("london-and-washington.yaml"));
        assertEquals("london-and-washington", both.name());
        var columbusDay = LocalDate.of(2025, 10, 13);
        var summerHoliday = LocalDate.of(2025, 8, 25);
        assertFalse(both.isBusinessDay(columbusDay));
        assertFalse(both.isBusinessDay(summerHoliday));
        assertTrue(both.covers(2032));
        assertTrue(CalendarReader.read(examples.resolve("england.yaml")).isBusinessDay(columbusDay));
    }

    @ParameterizedTest
    @ValueSource(strings = {"england", "japan", "target", "london-and-washington"})
    void theExampleCalendarsAreWhole(String name) {
        Path examples = Path.of(System.getProperty("proviso.root"), "examples/calendars");
        assertEquals(name, CalendarReader.read(examples.resolve(name + ".yaml")).name());
    }

    @Test
    void placesThatAreNeverOpenTogetherAreRefused() throws IOException {
        Files.writeString(directory.resolve("week.yaml"), "{name: week, weekend: [saturday, sunday], holidays: []}");
        Files.writeString(
                directory.resolve("end.yaml"),
                "{name: end, weekend: [monday, tuesday, wednesday, thursday, friday], holidays: []}");
        var bad = assertThrows(
                BadFiles.class, () -> CalendarReader.read(file("{name: never, all-of: [week, end.yaml]}")));
        assertEquals(List.of("there is no day of the week on which all of these are open"), messages(bad));
        assertTrue(CalendarReader.read(file("{name: always, any-of: [week, end]}"))
                .isBusinessDay(LocalDate.of(2025, 6, 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a year of listed days             | 2025-01-01 | 2026-01-08 | [saturday, sunday] | yes
        a year less the last two weeks    | 2025-01-01 | 2025-12-18 | [saturday, sunday] | no
        every Sunday, the only open day   | 2025-01-01 | 2026-01-08 | [monday, tuesday, wednesday, thursday, friday, saturday] | yes
        a decade                          | 2025-01-01 | 2035-01-01 | [] | yes
        a month                           | 2025-03-01 | 2025-04-01 | [] | no
        the first year a file may name    | 1000-01-01 | 1001-03-01 | [] | yes
        the last year a file may name     | 9998-06-01 | 9999-12-31 | [] | yes
        """)
    void aCalendarWithoutABusinessDayForAYearIsRefused(
            String what, LocalDate from, LocalDate to, String weekend, String refused) throws IOException {
        var days = from.datesUntil(to)
                .map(day -> "- {date: " + day + ", recorded: 2020-01-01, source: Order}\n")
                .collect(Collectors.joining());
        var file = file("name: shut\nweekend: " + weekend + "\nholidays:\n" + days);
        if (refused.equals("yes")) {
            var bad = assertThrows(BadFiles.class, () -> CalendarReader.read(file), what);
            assertEquals(List.of("for a year from " + from + " on there is no business day"), messages(bad), what);
        } else {
            assertEquals("shut", CalendarReader.read(file).name(), what);
        }
    }

    @Test
    void placesThatCloseAllDaysOfAYearBetweenThemAreRefusedTogether() throws IOException {
        for (int half = 0; half < 2; half++) {
            var from = LocalDate.of(2025, 1, 1).plusMonths(6L * half);
            var days = from.datesUntil(from.plusMonths(7))
                    .map(day -> "- {date: " + day + ", recorded: 2020-01-01, source: Order}\n")
                    .collect(Collectors.joining());
            Files.writeString(
                    directory.resolve("half" + half + ".yaml"),
                    "name: half" + half + "\nweekend: []\nholidays:\n" + days);
        }
        var bad =
                assertThrows(BadFiles.class, () -> CalendarReader.read(file("{name: never, all-of: [half0, half1]}")));
        assertEquals(List.of("for a year from 2025-01-01 on there is no business day"), messages(bad));
        assertEquals(
                "always",
                CalendarReader.read(file("{name: always, any-of: [half0, half1]}"))
                        .name());
    }

    @Test
    void combinationsThatDoubleAreStoppedBeforeTheyCostAnything() throws IOException {
        Files.writeString(directory.resolve("a0.yaml"), "{name: a0, weekend: [], holidays: []}");
        Files.writeString(directory.resolve("b0.yaml"), "{name: b0, weekend: [], holidays: []}");
        for (int i = 1; i <= 40; i++) {
            for (String name : List.of("a", "b")) {
                Files.writeString(
                        directory.resolve(name + i + ".yaml"),
                        "{name: %s%d, all-of: [a%d, b%d]}".formatted(name, i, i - 1, i - 1));
            }
        }
        var bad = assertThrows(BadFiles.class, () -> CalendarReader.read(directory.resolve("a40.yaml")));
        assertTrue(messages(bad).contains("more than 100 places, counted as often as they are taken in"), bad.text());
    }

    @Test
    void aChainOfCombinationsEndsBeforeTheStackDoes() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.writeString(directory.resolve("c" + i + ".yaml"), "{name: c%d, any-of: [c%d]}".formatted(i, i + 1));
        }
        var bad = assertThrows(BadFiles.class, () -> CalendarReader.read(directory.resolve("c0.yaml")));
        assertEquals(List.of("combinations nested deeper than 100 files"), messages(bad));
    }

    private static List<String> messages(BadFiles bad) {
        return bad.diagnostics().stream().map(Diagnostic::message).toList();
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        var bad = assertThrows(BadFiles.class, () -> CalendarReader.read(directory.resolve("none.yaml")));
        assertTrue(bad.text().contains("none.yaml: there is no such file"), bad.text());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("calendar.yaml"), text);
    }
}
