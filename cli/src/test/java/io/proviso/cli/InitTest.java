package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The portfolio that {@code init} writes is one to begin with: nothing is wrong with it, and it says what it is. */
class InitTest {
    private final RecordedConsole recorded = new RecordedConsole();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(InitCommand.Kind.class)
    void checkFindsNothingInIt(InitCommand.Kind kind) {
        String portfolio = directory.resolve("contracts").toString();
        assertEquals(ExitCode.ANSWERED, run("init", portfolio, "--from", EnumWord.of(kind)));
        assertEquals(ExitCode.ANSWERED, run("check", portfolio, "--exit-code"), recorded.out());
    }

    @ParameterizedTest
    @EnumSource(InitCommand.Kind.class)
    void itsCasesHold(InitCommand.Kind kind) {
        Path portfolio = directory.resolve("contracts");
        run("init", portfolio.toString(), "--from", EnumWord.of(kind));
        assertEquals(
                ExitCode.ANSWERED, run("verify", portfolio.resolve("cases.yaml").toString()), recorded.out());
    }

    @ParameterizedTest
    @CsvSource({
        "contracts, \"contracts\"",
        "2026, \"2026\"",
        "null, \"null\"",
        "with spaces, template",
        "verträge, template"
    })
    void itIsCalledAsItsDirectoryIfThatCanBeAName(String directoryName, String name) throws IOException {
        Path portfolio = directory.resolve(directoryName);
        assertEquals(ExitCode.ANSWERED, run("init", portfolio.toString()));
        assertTrue(Files.readString(portfolio.resolve("portfolio.yaml")).contains("\nportfolio: " + name + "\n"));
        assertEquals(
                ExitCode.ANSWERED,
                run(
                        "ask",
                        "act=acquire",
                        "provider=north",
                        "--as-of",
                        "2025-03-01",
                        "--portfolio",
                        portfolio.toString()),
                recorded.err());
    }

    /** Each line that it prints to type next is an answer. */
    @ParameterizedTest
    @EnumSource(InitCommand.Kind.class)
    void theCommandsThatItNamesAnswer(InitCommand.Kind kind) {
        run("init", directory.resolve("contracts").toString(), "--from", EnumWord.of(kind));
        var named = recorded.out()
                .lines()
                .filter(line -> line.startsWith("proviso "))
                .toList();
        assertEquals(3, named.size(), recorded.out());
        for (var line : named) {
            assertEquals(
                    ExitCode.ANSWERED,
                    run(line.substring("proviso ".length()).split(" ", -1)),
                    line + "\n" + recorded.err());
        }
    }

    @Test
    void itHasAtMostFiveFilesAndBeginsWithComputeUnlessToldOtherwise() throws IOException {
        for (var kind : InitCommand.Kind.values()) {
            assertTrue(kind.files().size() <= 5);
        }
        run("init", directory.toString());
        assertTrue(Files.exists(directory.resolve("agreements/northern.yaml")));
        assertEquals(ExitCode.BAD_INPUT, run("init", directory.resolve("x").toString(), "--from", "leese"));
        assertTrue(recorded.err().contains("Did you mean 'lease'?"), recorded.err());
    }

    @ParameterizedTest
    @EnumSource(InitCommand.Kind.class)
    void everyFileNamesASchemaThatLiesWhereItSays(InitCommand.Kind kind) throws IOException {
        run("init", directory.toString(), "--from", EnumWord.of(kind));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                String first = Files.readAllLines(file).getFirst();
                String schema = first.replaceFirst("# yaml-language-server: \\$schema=", "");
                assertTrue(Files.isRegularFile(file.resolveSibling(schema)), file + ": " + first);
            }
        }
    }

    @Test
    void whatIsThereAlreadyIsNotTouched() throws IOException {
        Path own = Files.writeString(directory.resolve("notes.txt"), "mine");
        assertEquals(ExitCode.BAD_INPUT, run("init", directory.toString()));
        assertTrue(recorded.err().contains("is not empty"), recorded.err());
        assertEquals("mine", Files.readString(own));
        assertFalse(Files.exists(directory.resolve("portfolio.yaml")));
        assertEquals("", recorded.out());
    }

    @Test
    void aDirectoryThatCannotBeMadeIsBadInput() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(ExitCode.BAD_INPUT, run("init", file.toString()));
        assertEquals(ExitCode.BAD_INPUT, run("init", file.resolve("below").toString()));
        assertTrue(recorded.err().contains("cannot be written"), recorded.err());
    }

    private int run(String... args) {
        return Main.run(recorded.console(), args);
    }
}
