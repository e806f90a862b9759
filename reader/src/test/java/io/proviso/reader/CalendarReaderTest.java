package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
