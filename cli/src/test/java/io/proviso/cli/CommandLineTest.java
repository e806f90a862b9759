package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLineTest {
    private final RecordedConsole recorded = new RecordedConsole();

    @Test
    void theVersionIsTheOneTheBuildWrote() {
        assertEquals(ExitCode.ANSWERED, run("--version"));
        assertTrue(recorded.out().matches("proviso \\d+\\.\\d+\\.\\d+\\R"), recorded.out());
        assertEquals("", recorded.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpIsAnAnswer(String help) {
        assertEquals(ExitCode.ANSWERED, run(help));
        assertTrue(recorded.out().startsWith("Usage: proviso "), recorded.out());
        assertEquals("", recorded.err());
    }

    @Test
    void aMisspeltCommandIsBadInputWithASuggestionAndAnEmptyStdout() {
        assertEquals(ExitCode.BAD_INPUT, run("helpp"));
        assertEquals("", recorded.out());
        assertTrue(recorded.err().contains("'helpp'"), recorded.err());
        assertTrue(recorded.err().contains("Did you mean: proviso help"), recorded.err());
    }

    @Test
    void aMisspeltOptionIsBadInputWithASuggestion() {
        assertEquals(ExitCode.BAD_INPUT, run("--verison"));
        assertTrue(recorded.err().contains("--version"), recorded.err());
    }

    @Test
    void noCommandIsBadInputThatSaysWhereToLook() {
        assertEquals(ExitCode.BAD_INPUT, run());
        assertEquals("", recorded.out());
        assertTrue(recorded.err().endsWith("Run 'proviso --help' for what it takes.\n"), recorded.err());
    }

    @Test
    void diagnosticsOfBadInputAreShownAsTheyAreWithoutAStackTrace() {
        assertEquals(ExitCode.BAD_INPUT, runFailingWith(new BadInputException("a.yaml:3:1: unknown facet 'clod'")));
        assertEquals("a.yaml:3:1: unknown facet 'clod'\n", recorded.err());
    }

    @Test
    void aDefectIsToldFromBadInputAndKeepsItsStackTrace() {
        assertEquals(ExitCode.UNEXPECTED, runFailingWith(new IllegalStateException("planted")));
        assertEquals("", recorded.out());
        assertTrue(recorded.err().contains("please report it"), recorded.err());
        assertTrue(recorded.err().contains("IllegalStateException: planted"), recorded.err());
    }

    private int run(String... args) {
        return Main.run(recorded.console(), args);
    }

    private int runFailingWith(RuntimeException failure) {
        var line = new CommandLine(new Failing(failure));
        return ProvisoCommand.configured(line, recorded.console()).execute();
    }

    @Command(name = "failing")
    private record Failing(RuntimeException failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw failure;
        }
    }
}
