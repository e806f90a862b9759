package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a round on record asks of somebody has its day among everything else that falls due. */
class RoundsFallDueTest {
    private static final Path ROUNDS =
            Path.of(System.getProperty("proviso.root")).resolve("examples/rounds");
    private static final String PUT = """
            record:
            - round: n-1
              right: alder-supply/alder-first
              put: {gpus: 10000, region: us, price: 2.00 USD, start: 2026-05-01}
              source: {title: Notice of 2 March 2026 (invented), confidence: assumed}
            """;
    private static final String WHOLE = "  notice: {sent: 2026-03-02T10:00-05:00, received: 2026-03-02T10:00-05:00}\n";
    private static final String ANSWER = "2026-03-12 answer to n-1";
    private static final String TAIL_AFTER_SILENCE = "2026-06-10 tail of n-1";

    @TempDir
    Path portfolio;

    @BeforeEach
    void theExampleWithoutItsRecord() throws IOException {
        try (var files = Files.walk(ROUNDS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = portfolio.resolve(ROUNDS.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.delete(portfolio.resolve("record.yaml"));
    }

    @Test
    void anOpenRoundHasTheDayOfItsAnswerAndTheOneOnWhichItsTailWouldEnd() throws IOException {
        assertEquals(List.of(ANSWER, TAIL_AFTER_SILENCE), due(WHOLE));
    }

    @Test
    void aNoticeReceivedAfterTheFirstDayOfTheListHasItsDayAllTheSame() throws IOException {
        assertEquals(
                List.of("2026-03-19 answer to n-1", "2026-06-17 tail of n-1"),
                due("  notice: {sent: 2026-03-06T10:00-05:00, received: 2026-03-09T11:00-04:00}\n"));
    }

    @Test
    void aRefusalTakesTheDayOfTheAnswerAwayAndMovesTheEndOfTheTail() throws IOException {
        assertEquals(
                List.of("2026-06-04 tail of n-1"),
                due(WHOLE + "  steps: [{answer: decline, at: 2026-03-06T12:00-05:00}]\n"));
    }

    @Test
    void anExtensionMovesTheDay() throws IOException {
        var due = due(WHOLE + "  steps: [{extended-to: 2026-03-20T17:00-04:00, at: 2026-03-06T12:00-05:00}]\n");
        assertEquals("2026-03-20 answer to n-1", due.getFirst());
    }

    @Test
    void aNoticeThatNobodyIsKnownToHaveOrThatWasNotWholeIsPending() throws IOException {
        assertEquals(List.of("null receipt of n-1"), due("  notice: {sent: 2026-03-02T10:00-05:00}\n"));
        assertEquals(
                List.of("null receipt of n-1"), due("  notice: {sent: 2026-03-02T10:00-05:00, defective: [price]}\n"));
    }

    @Test
    void whatAHolderTookIsPendingUntilAllOfItIsSignedWithIt() throws IOException {
        var taken = WHOLE + "  steps:\n  - {answer: accept, quantity: 4000, at: 2026-03-06T12:00-05:00}\n";
        assertTrue(due(taken).contains("null contract of n-1"));
        var half = taken + "  - {signed: 1500, with: alder, at: 2026-03-10}\n";
        assertTrue(due(half).contains("null contract of n-1"));
        var all = half + "  - {signed: 2500, with: alder, at: 2026-03-11}\n";
        assertEquals(List.of("2026-06-04 tail of n-1"), due(all));
    }

    @Test
    void aCalendarFileHasTheDays() throws IOException {
        record(WHOLE);
        var calendar = obligations("ics").answer();
        assertTrue(calendar.contains("DTSTART;VALUE=DATE:20260312"), calendar);
        assertTrue(calendar.contains("CATEGORIES:ANSWER"), calendar);
        assertTrue(calendar.contains("CATEGORIES:TAIL"), calendar);
    }

    /** Day and occurrence of all that falls due of rounds, seen from 5 March 2026. */
    private List<String> due(String notice) throws IOException {
        record(notice);
        return Yaml.list(obligations("json").json(), "obligations").stream()
                .filter(due -> String.valueOf(Yaml.entry(due, "occurrence")).endsWith("of n-1")
                        || String.valueOf(Yaml.entry(due, "occurrence")).endsWith("to n-1"))
                .map(due -> ((Map<?, ?>) due).get("day") + " " + Yaml.entry(due, "occurrence"))
                .toList();
    }

    private void record(String notice) throws IOException {
        Files.writeString(portfolio.resolve("record.yaml"), PUT + notice);
    }

    private Ran obligations(String form) {
        return Ran.proviso(
                "obligations", portfolio.toString(), "--from", "2026-03-05", "--to", "2027-01-01", "-o", form);
    }
}
