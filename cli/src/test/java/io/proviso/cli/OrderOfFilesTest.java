package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.testkit.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order lines stand in the files of a portfolio, and how its files are called, changes no byte of an answer. */
class OrderOfFilesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples");

    @TempDir
    private Path directory;

    @Test
    void theExampleRulesAndOwesTheSameInAnyOrder() {
        sameInAnyOrder(
                "microsoft-openai",
                "obligations @ --from 2025-01-01 --to 2031-01-01 -v",
                "ask --portfolio @ -o json --as-of 2025-03-15 act=acquire workload=training",
                "explain --portfolio @ --as-of 2025-03-15 act=host product=api provider=aws");
    }

    @Test
    void theExampleOfConsentsRulesAndOwesTheSameInAnyOrder() {
        sameInAnyOrder(
                "consents",
                "obligations @ --from 2025-01-01 --to 2031-01-01 -v",
                "ask --portfolio @ -o json --as-of 2026-02-25 act=acquire workload=training",
                "explain --portfolio @ --as-of 2026-02-25 act=acquire provider=south workload=training gpus=7000");
    }

    private void sameInAnyOrder(String example, String... commands) {
        var portfolio = EXAMPLES.resolve(example);
        var expected = answers(portfolio, commands);
        Property.tried(2).holds(choices -> {
            var copy = Files.createTempDirectory(directory, "reordered");
            Reordered.copyOf(portfolio, copy, choices);
            var found = answers(copy, commands);
            for (int i = 0; i < commands.length; i++) {
                assertEquals(expected.get(i), found.get(i), commands[i]);
            }
        });
    }

    /** Without identity: the digest is of the bytes of the files. */
    private static List<String> answers(Path portfolio, String... commands) {
        var answers = new ArrayList<String>();
        for (var command : commands) {
            var words = Arrays.stream(command.split(" ", -1))
                    .map(word -> word.equals("@") ? portfolio.toString() : word)
                    .toList();
            answers.add(Golden.withoutIdentity(Ran.proviso(words).answer()));
        }
        return answers;
    }
}
