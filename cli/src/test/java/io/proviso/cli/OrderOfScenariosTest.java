package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order lines stand in scenarios, and in the portfolio under them, changes no byte of a replay. */
class OrderOfScenariosTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final List<String> COMMANDS = List.of(
            "replay @/scenarios --trace @/trace.csv --seeds 1 -o json",
            "replay @/scenarios --trace @/trace.csv --seeds 1 --report @/report");

    private static final List<String> PARTS = List.of("scenarios", "portfolio");

    @TempDir
    private Path directory;

    @Test
    void aReplayUnderScenariosWithEveryFieldIsTheSameInAnyOrder() throws IOException {
        sameInAnyOrder(ROOT.resolve("cli/src/test/resources/io/proviso/cli/fields"));
    }

    private void sameInAnyOrder(Path files) throws IOException {
        var written = directory.resolve("written");
        for (var part : PARTS) {
            copy(files.resolve(part), written.resolve(part));
        }
        var expected = answers(written);
        Property.tried(2).holds(choices -> {
            var other = Files.createTempDirectory(directory, "reordered");
            for (var part : PARTS) {
                Reordered.copyOf(files.resolve(part), other.resolve(part), choices);
            }
            assertEquals(expected, answers(other));
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String answers(Path files) throws IOException {
        var jobs = new StringBuilder("job_id,submission_time,duration,num_gpu\n");
        for (int job = 0; job < 120; job++) {
            jobs.append("j").append(job).append(',').append(job * 20_000).append(",172800,120\n");
        }
        Files.writeString(files.resolve("trace.csv"), jobs);
        var answers = new StringBuilder();
        for (var command : COMMANDS) {
            var ran = Ran.atOnce(Arrays.stream(command.split(" ", -1))
                    .map(word -> word.replace("@", files.toString()))
                    .toList());
            assertEquals(0, ran.exitCode(), ran::complaint);
            answers.append(ran.answer());
        }
        answers.append(Files.readString(files.resolve("report/index.html")));
        return Golden.withoutIdentity(answers.toString()).replace(files.toString(), "@");
    }
}
