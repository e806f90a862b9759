package io.proviso.cli.replay;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.Golden;
import io.proviso.cli.Ran;
import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proviso replay} under scenarios, and the demo. */
class ScenariosTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final String SHIPPED = ROOT.resolve("examples/scenarios").toString();

    @TempDir
    private Path directory;

    /** A day of work for 2,000 GPUs comes every day for a month: more than any era has. One job is larger than all of them. */
    private String trace() throws IOException {
        var csv = new StringBuilder("job_id,submission_time,duration,num_gpu\n");
        for (int job = 0; job < 30 * 40; job++) {
            csv.append("j").append(job).append(',').append(job * 2_160).append(",86400,50\n");
        }
        csv.append("giant,100,60,100000\nnone,200,60,0\n");
        return Files.writeString(directory.resolve("month.csv"), csv).toString();
    }

    private Map<?, ?> replayed(String... more) throws IOException {
        var fixed = List.of("replay", SHIPPED, "--trace", trace(), "--seeds", "2", "-o", "json");
        return Ran.atOnce(Stream.concat(fixed.stream(), List.of(more).stream()).toList())
                .json();
    }

    private static List<Map<?, ?>> objects(Map<?, ?> of, String name) {
        var objects = new ArrayList<Map<?, ?>>();
        for (var one : assertInstanceOf(List.class, of.get(name))) {
            objects.add(assertInstanceOf(Map.class, one));
        }
        return objects;
    }

    @Test
    void aReplayUnderScenariosTellsAMachineWhatEachCameTo() throws IOException {
        var answer = replayed();
        var scenarios = objects(answer, "scenarios");
        assertEquals(
                List.of("exclusive", "first-refusal", "open"),
                scenarios.stream()
                        .map(one -> String.valueOf(one.get("scenario")))
                        .toList());
        for (var one : scenarios) {
            assertEquals(1_200, one.get("jobs"));
            assertEquals(4, objects(one, "providers").size());
        }
        assertEquals(0, scenarios.get(0).get("rounds"));
        assertNotEquals(0, scenarios.get(1).get("rounds"));
        var price = assertInstanceOf(Map.class, answer.get("windowPrice"));
        assertEquals("first-refusal", price.get("scenario"));
        assertEquals(7, objects(price, "points").size());
    }

    @Test
    void aTableHasTheFiguresOfJsonAndWhatItLeavesOutIsToldBesideIt() throws IOException {
        var ran = Ran.atOnce(List.of("replay", SHIPPED, "--trace", trace(), "--seeds", "2", "-o", "csv"));
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        var rows = ran.out().lines().map(line -> line.split(",", -1)).toList();
        var scenarios = objects(replayed(), "scenarios");
        assertEquals(1 + scenarios.size(), rows.size());
        var columns = List.of(rows.getFirst());
        for (int i = 0; i < scenarios.size(); i++) {
            for (var name : List.of("scenario", "p50Wait", "p95Wait", "currency", "requests", "rounds", "lapses")) {
                assertEquals(String.valueOf(scenarios.get(i).get(name)), rows.get(i + 1)[columns.indexOf(name)], name);
            }
        }
        assertTrue(ran.err().startsWith("Larger than any capacity of these scenarios, not run: 1\n"), ran.err());
        assertTrue(ran.err().contains("\nRows that hold no job, left out: 1\n"), ran.err());
    }

    @Test
    void aMachineIsToldWhatEachWindowCostsWithEachShareOfAcceptances() throws IOException {
        var answer = replayed();
        var acceptance = assertInstanceOf(Map.class, answer.get("acceptance"));
        assertEquals("first-refusal", acceptance.get("scenario"));
        assertEquals("microsoft-openai/first-refusal", acceptance.get("clause"));
        assertEquals(2, acceptance.get("seeds"));
        assertEquals(4 * 5, objects(acceptance, "cells").size());
        assertEquals(5, objects(acceptance, "lastLessFirst").size());
        var own = objects(acceptance, "cells").get(3 * 5 + 2);
        assertEquals("10 business days", own.get("window"));
        assertEquals(0.5, own.get("accepts"));
        assertEquals(objects(answer, "scenarios").get(1).get("meanWait"), own.get("meanWait"));
        var text =
                proviso("replay", SHIPPED, "--trace", trace(), "--seeds", "1").out();
        assertTrue(
                text.contains(
                        "COST M USD            0 %     25 %     50 %     75 %    100 %   (of offers that the holder would accept;"),
                text);
    }

    @Test
    void whatCannotRunIsNamedAndTheRestRuns() throws IOException {
        var answer = replayed();
        assertEquals(100_000, objects(answer, "tooLarge").getFirst().get("gpus"));
        assertEquals(1_203, objects(answer, "badRows").getFirst().get("row"));
    }

    @Test
    void theReportIsTheSameForTheSameSeedAndNamesNoDirectory() throws IOException {
        replayed("--report", directory.resolve("one").toString());
        replayed("--report", directory.resolve("two/deeper").toString());
        var page = Files.readString(directory.resolve("one/index.html"));
        assertEquals(page, Files.readString(directory.resolve("two/deeper/index.html")));
        assertFalse(page.contains(directory.toString()));
        assertTrue(page.contains("month.csv: 1 row holds no job and was left out."));
        assertFalse(page.contains("synthetic"));
    }

    @Test
    void aTraceOfWhichNoJobCouldRunIsRefusedWithWhatItHeld() throws IOException {
        var empty = Files.writeString(
                directory.resolve("none.csv"),
                "job_id,submission_time,duration,num_gpu\ngiant,100,60,100000\nnone,200,60,0\n");
        var told = """
                there is no job to replay
                  %s: 2 rows read
                  1 job larger than %s, the smallest with 100,000 GPUs
                  1 row without a job:
                    %s:3: 0 GPUs is outside 1 to 2147483647: none,200,60,0
                Give a trace with at least one job that fits.
                """;
        assertEquals(
                told.formatted(empty, "any capacity of these scenarios", empty),
                proviso("replay", SHIPPED, "--trace", empty.toString(), "--seeds", "1")
                        .complaint());
        assertEquals(
                told.formatted(empty, "the pool of 8 GPUs", empty),
                proviso("replay", "--trace", empty.toString(), "--pool", "8").complaint());
    }

    @Test
    void aMachineIsToldWhatTheRightsDidAndAPersonInATable() throws IOException {
        var rights = ROOT.resolve("examples/rights").toString();
        var answer = Ran.atOnce(List.of("replay", rights, "--trace", trace(), "--seeds", "1", "-o", "json"))
                .json();
        var scenarios = objects(answer, "scenarios");
        assertEquals(
                List.of("failed-delivery", "first-refusal", "last-look", "late-delivery", "tail"),
                scenarios.stream()
                        .map(one -> String.valueOf(one.get("scenario")))
                        .toList());
        for (var one : scenarios) {
            var did = assertInstanceOf(Map.class, one.get("rights"));
            int ended = Stream.of("open", "accepted", "partial", "declined", "lapsed", "moot")
                    .mapToInt(ending -> assertInstanceOf(Integer.class, did.get(ending)))
                    .sum();
            assertEquals(did.get("offers"), ended);
            var undelivered = assertInstanceOf(Map.class, did.get("undelivered"));
            assertEquals(
                    "failed-delivery".equals(one.get("scenario")),
                    !Integer.valueOf(0).equals(undelivered.get("reservations")));
        }
        var text = proviso("replay", rights, "--trace", trace(), "--seeds", "1").out();
        Golden.compare("rights.txt", text.replace(directory + "/", ""));
    }

    @Test
    void optionsOfTheOtherFormAreRefusedAllAtOnce() throws IOException {
        var complaint = proviso(
                        "replay", SHIPPED, "--trace", trace(), "--pool", "4", "--discipline", "sjf", "--seeds", "0")
                .complaint();
        assertEquals("""
                --pool, --discipline: this means nothing with scenarios
                Name scenarios to replay under agreements, or --pool to replay under none.
                --seeds: 0 is out of range
                Say 1 to 1000.
                """, complaint);
        var other = proviso("replay", "--trace", trace(), "--pool", "4", "--seed", "4")
                .complaint();
        assertTrue(other.startsWith("--seed: this means nothing without scenarios\n"), other);
    }

    @Test
    void withNeitherScenariosNorAPoolThereIsNothingToReplayOn() throws IOException {
        assertTrue(proviso("replay", "--trace", trace()).complaint().startsWith("there is nothing to replay on\n"));
    }

    @Test
    void aMistakenScenarioFileIsShownWithItsLine() throws IOException {
        Files.writeString(directory.resolve("mine.yaml"), "scenario: mine\nbasis: {frozen: then}\n");
        var complaint = proviso("replay", directory.resolve("mine.yaml").toString(), "--trace", trace())
                .complaint();
        assertTrue(complaint.startsWith("mine.yaml:1:1: the key 'says' is missing from this scenario\n"), complaint);
    }

    @Test
    void aPortfolioThatDoesNotSayWhatItsDeskAsksIsRefusedBeforeATraceIsLookedFor() throws IOException {
        for (var part : List.of("microsoft-openai", "scenarios")) {
            try (var files = Files.walk(ROOT.resolve("examples").resolve(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, directory.resolve(ROOT.resolve("examples").relativize(file)));
                }
            }
        }
        var papers = directory.resolve("microsoft-openai/portfolio.yaml");
        Files.writeString(papers, Files.readString(papers).replaceAll("(?m)^desk:.*\n", ""));
        var scenario = directory.resolve("scenarios/open.yaml").toString();
        assertEquals("""
                scenario open: the portfolio microsoft-openai does not say under desk: what it calls act, supplier, so nothing can be asked of it.
                Write desk: {act: …, supplier: …, quantity: …} in its portfolio.yaml, with words of its vocabulary.yaml.
                """, proviso("replay", scenario, "--trace", "nowhere.csv").complaint());
    }

    @Test
    void aDemoWhosePageCannotBeWrittenPrintsNothingElse() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "");
        var complaint =
                proviso("demo", "--report", file.resolve("page").toString()).complaint();
        assertTrue(complaint.startsWith("--report: "), complaint);
    }

    @Test
    void theDemoGivesFourAnswersAndEndsWithThePathOfItsPage() throws IOException {
        var ran = proviso("demo", "--report", directory.resolve("page").toString());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        var lines = ran.out().lines().toList();
        assertEquals(
                List.of(
                        "2023-06-30 FORBIDDEN",
                        "2024-07-01 UNDETERMINED",
                        "2025-02-01 CONDITIONAL",
                        "2025-11-03 PERMITTED"),
                lines.stream()
                        .filter(line -> line.startsWith("202"))
                        .map(line -> line.replaceAll("  +", " "))
                        .map(line -> line.substring(0, line.indexOf(' ', 11)))
                        .toList());
        var page = Path.of(lines.getLast());
        assertTrue(page.isAbsolute());
        assertTrue(Files.readString(page).contains("The demand of this page is synthetic"));
    }
}
