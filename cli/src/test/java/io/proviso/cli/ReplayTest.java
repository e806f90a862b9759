package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final Path REAL = ROOT.resolve("../shared/data/demand-training");
    private static final Path GOLDEN = ROOT.resolve("../shared/golden/replay.csv");
    /** Four jobs on four GPUs: A (3 GPUs, 100 s) at 0, B (4, 50) at 10, C (1, 20) at 20, D (1, 200) at 30. */
    private static final String FOUR_JOBS = trace("four-jobs.csv");

    private static final List<String> FIGURES = List.of(
            "jobs",
            "averageWait",
            "p50Wait",
            "p90Wait",
            "p99Wait",
            "maxWait",
            "waited",
            "averageCompletion",
            "makespan",
            "utilisation",
            "gpuSeconds");

    @ParameterizedTest
    @CsvSource({
        // A 0-100, B 100-150, C and D 150: waits 0, 90, 130, 120.
        "fifo,      4, 85.00,  90, 130, 130, 3, 177.50, 350, 0.514286, 720",
        // A 0-100, C 20-40, D 40-240, B 240-290: waits 0, 230, 0, 10.
        "fifo-skip, 4, 60.00,   0, 230, 230, 2, 152.50, 290, 0.620690, 720",
        // A 0-100, then the shortest that is there: C 20-40; B heads until 100-150, then D 150-350: waits 0, 90, 0,
        // 120.
        "sjf,       4, 52.50,   0, 120, 120, 2, 145.00, 350, 0.514286, 720"
    })
    void fourJobsRunAsWorkedByHand(
            String discipline,
            int jobs,
            double averageWait,
            int p50,
            int p90,
            int max,
            int waited,
            double averageCompletion,
            int makespan,
            double utilisation,
            int gpuSeconds) {
        var answer = replay("--trace", FOUR_JOBS, "--pool", "4", "--discipline", discipline, "-o", "json")
                .json();
        assertEquals(
                List.of(
                        jobs,
                        averageWait,
                        p50,
                        p90,
                        max,
                        max,
                        waited,
                        averageCompletion,
                        makespan,
                        utilisation,
                        gpuSeconds),
                FIGURES.stream().map(answer::get).toList());
    }

    @Test
    void theAnswerSaysWhatWasReplayedOnWhat() {
        var answer = replay("--trace", FOUR_JOBS, "--pool", "4", "-o", "json").json();
        var fields = new ArrayList<>(List.of("traces", "pool", "discipline"));
        fields.addAll(FIGURES);
        fields.addAll(List.of("tooLarge", "badRows"));
        assertEquals(fields, List.copyOf(answer.keySet()));
        assertEquals(List.of(FOUR_JOBS), answer.get("traces"));
        assertEquals("fifo", answer.get("discipline"));
    }

    @Test
    void jobsThatNeverFitAndRowsThatHoldNoneAreNamed() {
        var answer = replay("--trace", trace("with-mistakes.csv"), "--pool", "4", "-o", "json")
                .json();
        assertEquals(1, answer.get("jobs"));
        assertEquals(
                List.of(Map.of(
                        "file", trace("with-mistakes.csv"), "row", 3, "gpus", 8, "submission", 10, "duration", 60)),
                answer.get("tooLarge"));
        var bad = Yaml.list(answer, "badRows");
        assertEquals(List.of(4, 5), bad.stream().map(row -> row.get("row")).toList());
        assertEquals("c,20,soon,1", bad.getFirst().get("text"));
        assertTrue(String.valueOf(bad.getFirst().get("what")).contains("soon"), bad.toString());
    }

    @Test
    void severalTracesMergeBySubmission() {
        var answer = replay("--trace", trace("with-mistakes.csv"), "--trace", FOUR_JOBS, "--pool", "8", "-o", "json")
                .json();
        assertEquals(6, answer.get("jobs"));
        assertEquals(List.of(trace("with-mistakes.csv"), FOUR_JOBS), answer.get("traces"));
    }

    @Test
    void theTextHasUnitsAndNamesWhatWasLeftOut() throws IOException {
        var text = replay("--trace", trace("with-mistakes.csv"), "--trace", FOUR_JOBS, "--pool", "4")
                .answer();
        Golden.compare("replay.txt", text.replace(trace(""), ""));
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        var complaint = replay(
                        "--trace",
                        "nowhere.csv",
                        "--trace",
                        trace("replay.txt"),
                        "--pool",
                        "0",
                        "--discipline",
                        "fifoskip",
                        "-o",
                        "json")
                .complaint();
        Golden.compare("mistaken-replay.txt", complaint.replace(trace(""), ""));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "many", "1.5", "99999999999"})
    void aPoolIsAWholeNumberOfGpusAboveZero(String pool) {
        var complaint = replay("--trace", FOUR_JOBS, "--pool=" + pool).complaint();
        assertTrue(complaint.startsWith("--pool: '" + pool + "' is not a number of GPUs\n"), complaint);
    }

    @Test
    void realClustersGiveTheFiguresThatOthersComputed() throws IOException {
        assumeTrue(Files.exists(GOLDEN) && Files.isDirectory(REAL), "skipped: the traces of " + REAL + " are not here");
        var lines = Files.readAllLines(GOLDEN);
        for (var line : lines.subList(1, lines.size())) {
            var columns = line.split(",", -1);
            var trace = REAL.resolve("ms_itp_" + columns[0] + ".csv").toString();
            var answer = replay("--trace", trace, "--pool", columns[1], "--discipline", columns[2], "-o", "json")
                    .json();
            for (int i = 0; i < FIGURES.size(); i++) {
                double expected = Double.parseDouble(columns[3 + i]);
                double actual = ((Number) Yaml.entry(answer, FIGURES.get(i))).doubleValue();
                assertEquals(expected, actual, 0.01, columns[0] + " " + columns[2] + " " + FIGURES.get(i));
            }
        }
    }

    private static Ran replay(String... args) {
        var all = new ArrayList<>(List.of("replay"));
        all.addAll(List.of(args));
        return proviso(all);
    }

    private static String trace(String name) {
        return ROOT.resolve("cli/src/test/resources/io/proviso/cli") + "/" + name;
    }
}
