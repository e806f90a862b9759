package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A year of other than four digits is a slip of the pen on the command line too, and never a stack trace. */
class FarYearsTest {
    private static final List<String> FAR = List.of(
            "+999999999-12-31",
            "+999999999-12-31T23:59",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01",
            "-999999999-01-01T00:00+18:00",
            "+12000-01-01",
            "+10000-01-01T00:00Z",
            "0000-12-31",
            "0000-01-01T00:00Z",
            "-0001-06-01",
            "9999-12-31T23:59-10:00",
            "0001-01-01T00:00+10:00",
            "+1000000000-01-01",
            "10000-01-01",
            "999999999999-01-01");

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("deadline", "--calendar", "us-federal", "--zone", "UTC", "--window", "72 hours", "--received"),
                List.of(
                        "deadline",
                        "--calendar",
                        "us-federal",
                        "--zone",
                        "UTC",
                        "--window",
                        "3 days",
                        "--received",
                        "2025-01-17T10:00",
                        "--known-at"),
                List.of("obligations", "--from", "2026-01-01", "--to"),
                List.of("obligations", "--to", "2026-01-01", "--from"),
                List.of("obligations", "--from", "2026-01-01", "--to", "2027-01-01", "-o", "ics", "--known-at"),
                List.of("diff", "--as-of", "2025-01-21", "--as-of"),
                List.of("render", "--as-of"),
                List.of("ask", "act=acquire", "--as-of"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandTakesAYearOfOtherThanFourDigits(List<String> command) {
        for (var text : FAR) {
            var args = new ArrayList<>(command);
            args.add(text);
            var complaint = proviso(args).complaint();
            assertTrue(complaint.contains("'" + text + "' is not "), complaint);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31T10:00, 10 business days, +10000-01-14",
        "9999-12-30T10:00, 36525 days,       +10099-12-30",
        "9999-12-31T10:00, 876600 hours,     +10099-12-31",
        "0001-01-01T10:00, 10 business days, 0001-01-15",
        "0001-01-02T10:00, 3 days,           0001-01-05",
    })
    void theFirstAndTheLastYearAreCountedToTheEndOfTheLongestWindow(String received, String window, String due) {
        var ran = proviso(
                "deadline", "--calendar", "us-federal", "--zone", "UTC", "--received", received, "--window", window);
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("deadline         " + due + "T"), ran.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000 business days", "36526 days", "-1 day", "999999999 hours", "10^9 days"})
    void aWindowBeyondACenturyIsRefused(String window) {
        var complaint = proviso(
                        "deadline",
                        "--calendar",
                        "us-federal",
                        "--zone",
                        "UTC",
                        "--received",
                        "2025-01-17T10:00",
                        "--window",
                        window)
                .complaint();
        assertTrue(complaint.contains("--window: "), complaint);
    }
}
