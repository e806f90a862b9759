package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.calendar.Window;
import io.proviso.cli.output.ExitCode;
import io.proviso.counsel.check.Finding;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("proviso.root")).resolve("examples/microsoft-openai");

    private final RecordedConsole recorded = new RecordedConsole();

    @Test
    void everyFindingOnTheExampleIsKnownAndAccepted() throws IOException {
        var portfolio = PortfolioReader.read(EXAMPLE);
        var found = PortfolioCheck.of(new CompiledPortfolio(portfolio), Window.parse("6 days")).stream()
                .map(finding -> row(finding, portfolio.zone()))
                .toList();
        assertEquals(accepted(), found);
    }

    @Test
    void everyAcceptedFindingSaysWhy() throws IOException {
        for (var line : rows()) {
            var cells = line.split("\\|", -1);
            assertFalse(cells[4].isBlank(), line);
        }
    }

    @Test
    void theQuestionOfAFindingCanBePastedIntoAsk() {
        run("check", "-v", EXAMPLE.toString());
        var questions = recorded.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("proviso ask "))
                .toList();
        assertFalse(questions.isEmpty());
        for (var question : questions) {
            var words = question.substring("proviso ".length());
            assertEquals(ExitCode.ANSWERED, run(words.split(" ", -1)), question + "\n" + recorded.err());
        }
    }

    @Test
    void aQuestionToPasteQuotesADirectoryThatAShellWouldSplit(@TempDir Path directory) throws IOException {
        var spaced = Example.copiedTo(directory.resolve("our lab's deal")).directory();
        run("check", "-v", spaced.toString());
        assertTrue(
                recorded.out().contains(" --portfolio '" + spaced.toString().replace("'", "'\\''") + "'\n"),
                recorded.out());
    }

    @Test
    void theWorstIsToldFirstAndAllOfItFitsAScreen() {
        run("check", EXAMPLE.toString());
        var text = recorded.out();
        assertTrue(text.contains(" findings in microsoft-openai."), text);
        assertTrue(text.contains("5 of the kind, the first: openai promised coreweave to buy"), text);
        assertTrue(text.lines().count() <= 24, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    @Test
    void findingsAreAnAnswerUnlessTheCallerAsksForAnExitCode() {
        assertEquals(ExitCode.ANSWERED, run("check", EXAMPLE.toString()));
        assertEquals(ExitCode.FOUND, run("check", EXAMPLE.toString(), "--exit-code"));
    }

    @Test
    void aMachineGetsTheQuestionsToo() {
        assertEquals(ExitCode.ANSWERED, run("check", EXAMPLE.toString(), "-o", "json"));
        assertTrue(recorded.out().contains("\"check\" : \"hindered-commitment\""), recorded.out());
        assertTrue(recorded.out().contains("\"act=acquire capacity=new provider=oracle --as-of 2025-07-22\""));
    }

    /** The newest paper of the example is of 11 May 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-10, 0",
        "2026-05-11, 0",
        "2026-05-12, 1",
        "2026-05-12T23:59, 1",
        "2026-05-13, 2",
        "2026-06-01, 21",
        "2026-11-29, 202",
        "2027-05-11, 365",
        "2019-01-01, 0"
    })
    void howOldTheNewestPaperIsStandsInEveryFormThatHasAPlaceForIt(String asOf, int days) {
        for (var form : List.of("", "-v", "-o json", "-o md", "-o html")) {
            var words = new ArrayList<>(List.of("check", EXAMPLE.toString(), "--as-of", asOf));
            Stream.of(form.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
            var answer = Ran.proviso(words).answer();
            var age = "The newest paper on record is " + days + (days == 1 ? " day old." : " days old.");
            assertEquals(days > 0, answer.contains(age), form + "\n" + answer);
            assertEquals(days > 0, answer.contains("newest paper on record"), form + "\n" + answer);
        }
    }

    @Test
    void theAgeOfTheNewestPaperLeavesAllOnAScreen() {
        var text = Ran.proviso("check", EXAMPLE.toString(), "--as-of", "2026-11-29")
                .answer();
        assertTrue(text.lines().count() <= 24, text);
    }

    @Test
    void aLeadTimeThatIsNoWindowIsBadInput() {
        assertEquals(ExitCode.BAD_INPUT, run("check", EXAMPLE.toString(), "--lead-time", "soon"));
        assertTrue(recorded.err().startsWith("--lead-time: "), recorded.err());
        assertEquals("", recorded.out());
    }

    private static String row(Finding finding, ZoneId zone) {
        var span = finding.span();
        return finding.id() + " | " + day(span.from(), zone) + " | " + day(span.to(), zone);
    }

    private static String day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "open" : instant.atZone(zone).toLocalDate().toString();
    }

    /** The first three columns of the table: what was found, from when, to when. */
    private static List<String> accepted() throws IOException {
        return rows().stream()
                .map(line -> String.join(
                        " | ",
                        Arrays.stream(line.split("\\|", -1))
                                .skip(1)
                                .limit(3)
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    private static List<String> rows() throws IOException {
        return Files.readString(EXAMPLE.resolve("findings.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }

    private int run(String... args) {
        return Main.run(recorded.console(), args);
    }
}
