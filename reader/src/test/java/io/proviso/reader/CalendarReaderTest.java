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
    void aFileThatDoesNotExistIsNamed() {
        var bad = assertThrows(BadFiles.class, () -> CalendarReader.read(directory.resolve("none.yaml")));
        assertTrue(bad.text().contains("none.yaml: there is no such file"), bad.text());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("calendar.yaml"), text);
    }
}
