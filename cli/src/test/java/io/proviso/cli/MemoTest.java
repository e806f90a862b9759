package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoTest {
    private static final List<String> HEADINGS =
            List.of("What changed", "What binds at the end", "What is owed in the year after", "What to look into");

    @ParameterizedTest
    @ValueSource(strings = {"text", "md", "html"})
    void aMemoHasItsFourPartsAndIsNotLegalAdvice(String form) {
        var memo = memo("2025-01-20", "2025-11-04", "-o", form);
        for (var heading : HEADINGS) {
            assertTrue(memo.toLowerCase(Locale.ROOT).contains(heading.toLowerCase(Locale.ROOT)), heading + "\n" + memo);
        }
        assertTrue(memo.contains("Not legal advice."), memo);
        assertTrue(memo.contains("[assumed: "), memo);
        assertFalse(memo.contains("More: -v"), memo);
    }

    /** Each part is what the command of its own says in brief. */
    @ParameterizedTest
    @CsvSource({"2025-01-20, 2025-01-21", "2025-01-20, 2025-11-04", "2024-01-01, 2026-05-01", "2019-01-01, 2019-08-01"})
    void aMemoSaysNothingElseThanTheCommandsThatItIsMadeOf(String from, String to) {
        var memo = memo(from, to);
        var year = (Integer.parseInt(to.substring(0, 4)) + 1) + to.substring(4);
        List.of(
                        proviso("diff", "--as-of", from, "--as-of", to).answer(),
                        proviso("obligations", "--from", to, "--to", year).answer(),
                        proviso("check", "--as-of", to).answer())
                .forEach(part -> part.lines()
                        .filter(line -> !line.startsWith("More: ") && !line.startsWith("Portfolio: "))
                        .forEach(line -> assertTrue(memo.contains(line), line + "\nis not in\n" + memo)));
    }

    @Test
    void aMemoKnowsWhatCanBeKnownAtItsEnd() {
        var portfolio = Path.of(System.getProperty("proviso.root"))
                .resolve("examples/rounds")
                .toString();
        var memo = memo("2026-03-01", "2026-06-01", portfolio);
        var obligations = proviso("obligations", portfolio, "--from", "2026-06-01", "--to", "2027-06-01")
                .answer();
        obligations
                .lines()
                .filter(line -> !line.startsWith("More: "))
                .forEach(line -> assertTrue(memo.contains(line), line + "\nis not in\n" + memo));
        assertTrue(memo.contains("as known at 2026-06-01"), memo);
    }

    @Test
    void aMemoOfATimeThatEndsBeforeItBeginsIsRefused() {
        var ran = proviso("memo", "--from", "2025-02-01", "--to", "2025-01-01");
        assertEquals(ExitCode.BAD_INPUT, ran.exitCode());
        assertTrue(ran.complaint().contains("is not after --from"), ran.complaint());
    }

    private static String memo(String from, String to, String... more) {
        var words = new ArrayList<>(List.of("memo", "--from", from, "--to", to));
        words.addAll(List.of(more));
        return proviso(words).answer();
    }
}
