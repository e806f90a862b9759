package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import io.proviso.cli.replay.TraceCsv;
import io.proviso.reader.trace.TraceReader;
import io.proviso.replay.queue.SyntheticTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README tells a reader to type works from a clean clone, in the order in which it stands there. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final Pattern TYPED = Pattern.compile("(?m)^\\./proviso (.*)$|`\\./proviso ([^`]*)`");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    /** Long work is cut short; what is typed stays what is read. */
    private static final Map<String, String> SHORTER = Map.of("10000", "50");

    @TempDir
    private static Path directory;

    private static String readme() {
        try {
            return Files.readString(ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> typed() {
        var lines = new LinkedHashSet<String>();
        TYPED.matcher(readme()).results().forEach(found -> {
            var line = found.group(1) == null ? found.group(2) : found.group(1);
            lines.add(line.replaceFirst("\\s+# .*", "")
                    .replaceFirst("\\s*>.*", "")
                    .strip());
        });
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("typed")
    void everyCommandOfReadmeCanBeTyped(String line) throws IOException {
        var words = words(line);
        switch (words.getFirst()) {
            case "test", "perf", "dist" -> assertTrue(help("--help").contains("'" + words.getFirst() + "'"), line);
            case "demo" ->
                ProvisoCommand.commandLine(new RecordedConsole().console()).parseArgs(words.toArray(String[]::new));
            default -> run(words);
        }
    }

    private static void run(List<String> words) throws IOException {
        var jobs = directory.resolve("jobs.csv");
        if (!Files.exists(jobs)) {
            Files.writeString(jobs, TraceCsv.of(new SyntheticTrace(60, 1_085, 1, 1).generate()));
        }
        var ran = Ran.proviso(words.stream().map(ReadmeTest::here).toList());
        boolean isInWords = words.stream().anyMatch(word -> word.equals("may") || word.startsWith("may "));
        assertEquals(isInWords ? ExitCode.BAD_INPUT : ExitCode.ANSWERED, ran.exitCode(), ran.err());
        assertFalse(isInWords ? ran.err().isEmpty() : ran.out().isEmpty());
    }

    /** As in a clone, seen from where a test runs. */
    private static String here(String word) {
        return switch (word) {
            case "jobs.csv", "out", "DIR", "outlook.svg" ->
                directory.resolve(word).toString();
            default -> word.startsWith("examples/") ? ROOT.resolve(word).toString() : SHORTER.getOrDefault(word, word);
        };
    }

    @Test
    void whatReplayNeedsIsWrittenBeforeItIsRead() {
        var lines = typed().toList();
        var writes = lines.stream()
                .filter(line -> line.contains("--write-trace jobs.csv"))
                .findFirst()
                .orElseThrow();
        var reads = lines.stream()
                .filter(line -> line.contains("--trace jobs.csv") && !line.contains("write"))
                .findFirst()
                .orElseThrow();
        assertTrue(lines.indexOf(writes) < lines.indexOf(reads), lines::toString);
        assertTrue(lines.size() >= 20, lines::toString);
    }

    @Test
    void theTraceThatDemoWritesIsTheOneItReplays() throws IOException {
        for (int jobs : new int[] {1, 2, 500}) {
            var trace = new SyntheticTrace(jobs, 64, 0.8, jobs).generate();
            var file = Files.writeString(directory.resolve("written.csv"), TraceCsv.of(trace));
            var read = TraceReader.read(List.of(file));
            assertEquals(List.of(), read.badRows());
            assertEquals(jobs, read.trace().size());
            for (int job = 0; job < jobs; job++) {
                assertEquals(trace.submission(job), read.trace().submission(job));
                assertEquals(trace.duration(job), read.trace().duration(job));
                assertEquals(trace.gpus(job), read.trace().gpus(job));
            }
        }
    }

    @Test
    void aTraceThatCannotBeWrittenIsRefusedBeforeTheDemoBegins() {
        var complaint = Ran.proviso(
                        "demo", "--report", directory.resolve("r").toString(), "--write-trace", directory.toString())
                .complaint();
        assertTrue(complaint.startsWith("--write-trace: '" + directory + "' cannot be written"), complaint);
    }

    @Test
    void readmeAndHelpTellTheSameExitCodes() {
        var help = help("--help").replaceAll("\\s+", " ");
        ExitCode.meanings().forEach((code, meaning) -> {
            assertTrue(readme().contains("| " + code + " | " + meaning + " |"), code + " " + meaning);
            assertTrue(help.contains(code + " " + meaning), help);
        });
    }

    @Test
    void everyCommandIsNamedInReadme() {
        var named = typed().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
        ProvisoCommand.commandLine(new RecordedConsole().console())
                .getSubcommands()
                .keySet()
                .forEach(command -> assertTrue(
                        named.contains(command) || command.equals("help") || readme().contains("`proviso " + command),
                        command));
    }

    private static String help(String args) {
        return Ran.proviso(args).out();
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
