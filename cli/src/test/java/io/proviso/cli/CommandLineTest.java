package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.ExitCode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertTrue(recorded.err().contains("Did you mean 'proviso help'?"), recorded.err());
    }

    @Test
    void aMisspeltOptionIsBadInputWithASuggestion() {
        assertEquals(ExitCode.BAD_INPUT, run("--verison"));
        assertTrue(recorded.err().contains("--version"), recorded.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "ask act=acquire --as-of",
                "ask act=acquire -o",
                "ask act=acquire -o pdf",
                "ask act=acquire --audience everybody",
                "ask act=acquire --nonsense",
                "ask --portfolio",
                "check one two",
                "check --lead-time soon",
                "deadline",
                "deadline --calendar us-federal",
                "demo --seed x",
                "demo extra",
                "diff",
                "diff a b c",
                "diff --portfolio a b",
                "explain",
                "faults --rounds 0",
                "faults --rounds many",
                "faults --threads 0",
                "faults extra",
                "help nonsense",
                "obligations",
                "obligations --to 2020-01-01",
                "render -o docx",
                "render a b",
                "replay",
                "replay --trace",
                "replay --trace nowhere.csv",
                "verify",
                "verify a b",
                "nonsense",
                "--nonsense"
            })
    void everyMistakeOfUseExitsWithTwoAndLeavesStdoutEmpty(String args) {
        assertEquals(ExitCode.BAD_INPUT, run(args.split(" ")), recorded.err());
        assertEquals("", recorded.out());
        assertFalse(recorded.err().isBlank());
        assertFalse(recorded.err().contains("Exception"), recorded.err());
    }

    @ParameterizedTest
    @CsvSource({
        "faults --rounds, many, is not a whole number",
        "faults --rounds, 1.5, is not a whole number",
        "faults --seed, 1e3, is not a whole number",
        "faults --seed, '', is not a whole number",
        "faults --seed, 99999999999999999999, 'is further from 0 than 9,223,372,036,854,775,807'",
        "faults --threads, 3000000000, 'is further from 0 than 2,147,483,647'",
        "demo --seed, x, is not a whole number",
        "demo --seed, 0x10, is not a whole number",
        "demo --seed, 9223372036854775808, 'is further from 0 than 9,223,372,036,854,775,807'",
        "demo --seed, -9223372036854775809, 'is further from 0 than 9,223,372,036,854,775,807'",
        "replay --trace x --pool 4 --seed, one, is not a whole number",
        "replay --trace x --pool 4 --seeds, 2147483648, 'is further from 0 than 2,147,483,647'",
    })
    void aNumberIsReadAsPeopleWriteItOrItsMistakeIsSaid(String option, String number, String told) {
        var args = new ArrayList<>(List.of(option.split(" ")));
        args.set(args.size() - 1, args.getLast() + "=" + number);
        assertEquals(ExitCode.BAD_INPUT, run(args.toArray(String[]::new)));
        assertTrue(recorded.err().contains("'" + number + "' " + told), recorded.err());
    }

    @Test
    void aNumberOfManyDigitsIsCut() {
        assertEquals(ExitCode.BAD_INPUT, run("faults", "--seed", "9".repeat(100_000)));
        assertTrue(recorded.err().length() < 300, recorded.err());
    }

    @ParameterizedTest
    @CsvSource({
        "ask act=acquire --AS-OF now, --as-of",
        "ask act=acquire --asof now, --as-of",
        "ask act=acquire --portfolo x, --portfolio",
        "ask act=acquire --Audience public, --audience",
        "check --LEAD-TIME soon, --lead-time",
        "deadline --recieved x, --received",
        "diff --exitcode, --exit-code",
        "replay --discipine fifo, --discipline",
        "--Version, --version",
        "--HELP, --help",
        "CHECK, proviso check",
        "Obligations, proviso obligations",
        "dif, proviso diff",
        "rendr, proviso render",
        "aks act=acquire, proviso ask",
    })
    void aMisspeltOptionOrCommandIsAnsweredWithTheOneThatIsMeant(String args, String meant) {
        assertEquals(ExitCode.BAD_INPUT, run(args.split(" ")));
        assertTrue(recorded.err().endsWith("Did you mean '" + meant + "'?\n"), recorded.err());
    }

    @Test
    void helpNamesWhatTheLauncherAddsOfItsOwn() {
        run("--help");
        assertTrue(recorded.out().contains("'test'") && recorded.out().contains("'perf'"), recorded.out());
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
        return ProvisoCommand.configured(line, recorded.console(), InstantSource.system())
                .execute();
    }

    @Command(name = "failing")
    private record Failing(RuntimeException failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw failure;
        }
    }
}
