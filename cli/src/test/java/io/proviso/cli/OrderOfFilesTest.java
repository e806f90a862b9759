package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.cli.output.ExitCode;
import io.proviso.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In which order lines stand in the files of a portfolio, and how its files are called, changes no byte of an answer. */
class OrderOfFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final Path SMALL = ROOT.resolve("cli/src/test/resources/io/proviso/cli");

    /** With {@code @} for the portfolio. */
    private static final List<String> COMMANDS = List.of(
            "check @ -v --lead-time 6_days",
            "check @ -o json",
            "obligations @ --from 2025-06-01 --to 2031-01-01 -v",
            "obligations @ --from 2025-06-01 --to 2031-01-01 -o json",
            "diff @ --as-of 2025-01-20 --as-of 2026-03-01 -v",
            "diff @ --as-of 2025-01-20 --as-of 2026-03-01 -o json",
            "memo @ --from 2025-01-20 --to 2026-03-01",
            "render @ -o md",
            "render @ -o html",
            "render @ -o md --as-of 2025-11-04");

    @TempDir
    private Path directory;

    @Test
    void everyCommandAnswersTheSameOfTheExampleInAnyOrder() {
        sameInAnyOrder(
                ROOT.resolve("examples/microsoft-openai"),
                2,
                "check @ -o csv",
                "obligations @ --from 2025-06-01 --to 2031-01-01 -o ics",
                "ask --portfolio @ -o json --as-of 2025-03-15 act=acquire workload=training",
                "ask --portfolio @ -v --as-of 2024-01-01..2027-01-01 act=host product=api",
                "explain --portfolio @ --as-of 2025-03-15 act=host product=api provider=aws");
    }

    @Test
    void everyCommandAnswersTheSameOfTheExampleOfConsentsInAnyOrder() {
        sameInAnyOrder(
                ROOT.resolve("examples/consents"),
                2,
                "ask --portfolio @ -o json --as-of 2026-02-25 act=acquire workload=training",
                "explain --portfolio @ --as-of 2026-02-25 act=acquire provider=south workload=training gpus=7000");
    }

    @Test
    void everyCommandAnswersTheSameOfAPortfolioWithEveryFieldInAnyOrder() {
        sameInAnyOrder(
                SMALL.resolve("fields/portfolio"),
                2,
                "ask --portfolio @ -v --as-of 2025-06-15 act=acquire",
                "ask --portfolio @ -o json --as-of 2025-12-15 act=use-ip",
                "explain --portfolio @ --as-of 2025-06-15 act=acquire provider=east");
    }

    /** Papers that contradict each other are refused in any order, with the same words. */
    @ParameterizedTest
    @MethodSource("small")
    void everyCommandAnswersTheSameOfASmallPortfolioInAnyOrder(Path portfolio) {
        sameInAnyOrder(SMALL.resolve(portfolio), 1);
    }

    static List<Path> small() throws IOException {
        try (Stream<Path> files = Files.walk(SMALL)) {
            return files.filter(file -> file.endsWith("vocabulary.yaml"))
                    .map(file -> SMALL.relativize(file.getParent()))
                    .filter(portfolio -> !portfolio.startsWith("fields") && !portfolio.startsWith("contracts"))
                    .sorted()
                    .toList();
        }
    }

    private void sameInAnyOrder(Path portfolio, int orders, String... more) {
        var commands = Stream.concat(COMMANDS.stream(), Stream.of(more)).toList();
        var expected = answers(portfolio, commands);
        Property.tried(orders).holds(choices -> {
            var copy = Files.createTempDirectory(directory, "reordered");
            Reordered.copyOf(portfolio, copy, choices);
            var found = answers(copy, commands);
            for (int i = 0; i < commands.size(); i++) {
                assertEquals(expected.get(i), found.get(i), commands.get(i));
            }
        });
    }

    /** Without identity, which is of the bytes of the files, and without the name of their directory. */
    private static List<String> answers(Path portfolio, List<String> commands) {
        return commands.stream()
                .map(command -> answer(portfolio, command))
                .map(answer -> Golden.withoutIdentity(answer).replace(portfolio.toString(), "@"))
                .toList();
    }

    private static String answer(Path portfolio, String command) {
        var ran = Ran.atOnce(Arrays.stream(command.split(" ", -1))
                .map(word -> word.equals("@") ? portfolio.toString() : word.replace('_', ' '))
                .toList());
        return ran.exitCode() == ExitCode.BAD_INPUT ? withoutPlaces(ran.complaint()) : ran.answer();
    }

    /** What is wrong and what to do, and not where; in the order of places, and so in none. */
    private static String withoutPlaces(String complaint) {
        return complaint
                .lines()
                .filter(line -> !line.matches(" *\\d* \\|.*"))
                .map(line -> line.replaceAll("[\\w./-]+\\.yaml:\\d+:\\d+(: )?", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
