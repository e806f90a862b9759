package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.ExitCode;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.compare.AnswerChange;
import io.proviso.counsel.compare.PortfolioDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
    private static final String[] AMENDED = {"--as-of", "2025-02-28", "--as-of", "2025-03-01"};

    @Test
    void anAmendmentIsToldInFewLines() throws IOException {
        Golden.compare("diff-harbour-brief.txt", Harbour.on("diff", AMENDED).answer());
        var example = proviso("diff", "--as-of", "2025-01-20", "--as-of", "2025-01-21")
                .answer();
        Golden.compare("diff-example-brief.txt", example);
        assertTrue(example.lines().count() <= 24, example);
        assertTrue(example.lines().allMatch(line -> line.length() <= 80), example);
    }

    @Test
    void everyRowAndClauseIsToldToWhoAsksForAll() throws IOException {
        Golden.compare(
                "diff-harbour.txt",
                Harbour.on("diff", "-v", AMENDED[0], AMENDED[1], AMENDED[2], AMENDED[3])
                        .answer());
        Golden.compare(
                "diff-example.txt",
                proviso("diff", "-v", "--as-of", "2025-01-20", "--as-of", "2025-01-21")
                        .answer());
    }

    @Test
    void markdownIsForTheDescriptionOfAChange() throws IOException {
        Golden.compare(
                "diff-harbour.md",
                Harbour.on("diff", "-o", "md", AMENDED[0], AMENDED[1], AMENDED[2], AMENDED[3])
                        .answer());
    }

    @Test
    void jsonGivesBothAnswersWithWhatHasToHappenFirst() throws IOException {
        Golden.compare(
                "diff-harbour.json",
                Golden.withoutIdentity(Harbour.on("diff", "-o", "json", AMENDED[0], AMENDED[1], AMENDED[2], AMENDED[3])
                        .answer()));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-10, 2024-06-11",
        "2025-01-20, 2025-01-21",
        "2025-10-27, 2025-10-28",
        "2026-04-26, 2026-04-27",
        "2030-12-31, 2031-01-01"
    })
    void theLinesHoldEveryClosedQuestionThatChangesAndNoOther(LocalDate before, LocalDate after) {
        var portfolio = Portfolios.read(null);
        var compiled = new CompiledPortfolio(portfolio);
        var known = portfolio.latestRecorded();
        var was = before.atStartOfDay(portfolio.zone()).toInstant();
        var is = after.atStartOfDay(portfolio.zone()).toInstant();
        var comparison = PortfolioDiff.of(new Standpoint(compiled, was, known), new Standpoint(compiled, is, known));
        int changed = 0;
        for (var act : portfolio.vocabulary().acts().keySet()) {
            var lines = comparison.answers().stream()
                    .filter(line -> line.act().equals(act))
                    .toList();
            changed += check(compiled.act(act, was, known), compiled.act(act, is, known), lines);
        }
        assertTrue(changed > 0, "an instrument that changes nothing tests nothing");
    }

    /** Asks every closed question on both sides; no clause of the example counts GPUs, so the cells are the same. */
    private static int check(CompiledAct was, CompiledAct is, List<AnswerChange> lines) {
        var cells = new int[was.domain().size()];
        int changed = 0;
        do {
            if (!isImpossible(was, cells)) {
                var before = was.outcome(cells);
                var after = is.outcome(cells);
                var telling =
                        lines.stream().filter(line -> holds(line, was, cells)).toList();
                assertTrue(telling.size() <= 1, telling::toString);
                assertTrue(telling.stream()
                        .allMatch(line -> line.before().outcome() == before
                                && line.after().outcome() == after));
                if (before != after) {
                    assertFalse(telling.isEmpty(), () -> before + " -> " + after + " is told by no line");
                    changed++;
                }
            }
        } while (next(was, cells));
        return changed;
    }

    private static boolean holds(AnswerChange line, CompiledAct act, int[] cells) {
        return line.where().stream().allMatch(limit -> {
            int facet = act.domain().indexOf(limit.facet());
            return limit.values().contains(act.domain().label(facet, cells[facet]));
        });
    }

    private static boolean isImpossible(CompiledAct act, int[] cells) {
        int channel = act.domain().indexOf("channel");
        int provider = act.domain().indexOf("provider");
        int thirdParty = act.domain().indexOf("third-party");
        return channel >= 0
                && act.domain().label(channel, cells[channel]).equals("bedrock")
                && act.domain().label(thirdParty, cells[thirdParty]).equals("no")
                && !act.domain().label(provider, cells[provider]).equals("aws");
    }

    private static boolean next(CompiledAct act, int[] cells) {
        for (int facet = 0; facet < cells.length; facet++) {
            if (++cells[facet] < act.domain().cells(facet)) {
                return true;
            }
            cells[facet] = 0;
        }
        return false;
    }

    @Test
    void theExitCodeTellsWhetherAnythingDiffers() {
        assertEquals(
                ExitCode.DIFFERENT,
                Harbour.on("diff", "--exit-code", "--as-of", "2025-02-28", "--as-of", "2025-03-01")
                        .exitCode());
        var same = Harbour.on("diff", "--exit-code", "--as-of", "2025-03-02", "--as-of", "2025-03-03");
        assertEquals(ExitCode.ANSWERED, same.exitCode());
        assertTrue(same.out().endsWith("\nNothing differs.\n"), same.out());
    }

    @Test
    void aDraftIsComparedWithWhatStands(@TempDir Path directory) throws IOException {
        var draft = Example.copiedTo(directory)
                .with("agreements/microsoft-openai.yaml", "window: 10 business days", "window: 15 business days");
        var text = proviso(
                        "diff",
                        Portfolios.directory(null).toString(),
                        draft.directory().toString(),
                        "--as-of",
                        "2025-02-01",
                        "-v")
                .answer();
        assertTrue(text.contains("restated microsoft-openai/first-refusal"), text);
        assertTrue(text.contains("15 business days"), text);
        assertTrue(text.contains("no kind of question with another answer"), text);
    }

    @Test
    void whatBecameKnownIsComparedAsWell() {
        var text = proviso(
                        "diff", "-v", "--as-of", "2024-06-11", "--known-at", "2024-06-11", "--known-at", "2024-06-12")
                .answer();
        assertTrue(text.contains("added microsoft-openai/oracle-consent"), text);
    }

    @Test
    void twoEqualSidesAreBadInput() {
        assertTrue(Harbour.on("diff").complaint().contains("both sides are the same"));
        assertTrue(Harbour.on("diff", "--as-of", "2025-01-01", "--as-of", "2025-01-02", "--as-of", "2025-01-03")
                .complaint()
                .startsWith("--as-of: it is given 3 times"));
    }

    @Test
    void wordsThatAreNotDisclosedStayHidden() {
        var text = Harbour.on("diff", "-v", "--audience", "public", "--as-of", "2025-02-28", "--as-of", "2025-03-01")
                .answer();
        assertTrue(text.contains("added supply/secret-discount"), text);
        assertTrue(text.contains("withheld from this audience"), text);
        assertFalse(text.contains("without the consent"), text);
    }

    @Test
    void theJsonOfAWithheldClauseTellsThatItDiffersButNotInWhat() {
        var json = Harbour.on(
                        "diff", "--audience", "public", "--as-of", "2025-02-28", "--as-of", "2025-03-01", "-o", "json")
                .json();
        for (var change : Yaml.list(json, "clauses")) {
            boolean secret = "secret-discount".equals(change.get("clause"));
            assertEquals(secret, change.get("withheld"), change.toString());
            assertFalse(secret && Boolean.TRUE.equals(change.get("obligation")), change.toString());
        }
    }

    @Test
    void onePortfolioMayBeNamedAsTheOptionThatOtherCommandsHave() {
        var days = new String[] {"--as-of", "2025-02-28", "--as-of", "2025-03-01"};
        var asOption = new ArrayList<>(List.of("diff", "--portfolio", Harbour.DIRECTORY.toString()));
        asOption.addAll(List.of(days));
        assertEquals(Harbour.on("diff", days).answer(), proviso(asOption).answer());
        asOption.add("elsewhere");
        assertTrue(proviso(asOption).complaint().contains("both name a portfolio"));
    }

    @Test
    void ofThreePortfoliosNoneIsSilentlyLeftOut() {
        assertTrue(proviso("diff", "one", "two", "three")
                .complaint()
                .startsWith("PORTFOLIO: it is given 3 times\nA comparison has two sides"));
    }

    @Test
    void everyMistakeIsToldAtOnceAndOnceForBothSides() {
        var complaint = Harbour.on("diff", "--as-of", "then", "--known-at", "2025-02-30", "--known-at", "never")
                .complaint();
        for (var problem : List.of("--as-of: 'then'", "--known-at: '2025-02-30'", "--known-at: 'never'")) {
            assertEquals(complaint.indexOf(problem), complaint.lastIndexOf(problem), complaint);
            assertTrue(complaint.contains(problem), complaint);
        }
        var unread = proviso("diff", "nowhere", "elsewhere").complaint();
        assertTrue(unread.contains("nowhere") && unread.contains("elsewhere"), unread);
    }

    @Test
    void bothSidesMeanTheSameNow() {
        var recorded = new RecordedConsole();
        var readings = new AtomicInteger();
        InstantSource clock =
                () -> Instant.parse("2025-02-28T00:00:00Z").plus(Duration.ofDays(readings.getAndIncrement()));
        ProvisoCommand.commandLine(recorded.console(), clock)
                .execute("diff", Harbour.DIRECTORY.toString(), "--known-at", "2025-12-01", "--known-at", "2025-12-02");
        assertTrue(
                recorded.out().startsWith("harbour, as of 2025-02-28, as known at 2025-12-01 -> 2025-12-02\n"),
                recorded.out());
    }
}
