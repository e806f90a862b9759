package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Folded;
import io.proviso.cli.output.ShellWord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is shown can be pasted where the first one was typed. */
class AsItWasCalledTest {
    private static final String CLONE = "./proviso";
    private static final Pattern OTHERWISE = Pattern.compile("(?m)(?<![./\\w-])proviso (?!takes|[a-z]+:)[a-z]");

    @ParameterizedTest
    @CsvSource({
        "may we train on oracle,            './proviso ask act=acquire provider=oracle workload=training'",
        "ask train on oracle,               './proviso ask act=acquire provider=oracle workload=training'",
        "ask host frontier on aws tomorrow, './proviso ask act=host provider=aws product=frontier --as-of '",
        "act=acquire provider=oracle,       './proviso ask act=acquire provider=oracle'",
        "aks act=acquire provider=oracle,   \"Did you mean './proviso ask'?\"",
        "ASK act=acquire,                   \"Did you mean './proviso ask'?\"",
        "chekc,                             \"Did you mean './proviso check'?\"",
        "helpp,                             \"Did you mean './proviso help'?\"",
        "nonsense,                          \"Run './proviso --help' for what it takes.\"",
        "ask act=acquire --nonsense,        \"Run './proviso ask --help' for what it takes.\"",
        "faults --rounds many,              \"Run './proviso faults --help' for what it takes.\"",
        "obligations,                       \"Run './proviso obligations --help' for what it takes.\"",
    })
    void aHintNamesTheCommandAsItWasTyped(String args, String hint) {
        var told = Ran.atTerminal(Integer.MAX_VALUE, CLONE, words(args)).err();
        assertTrue(told.contains(hint.replace("\"", "")), told);
        assertFalse(OTHERWISE.matcher(told).find(), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check -v", "check consents -v"})
    void theQuestionsOfACheckCanBePasted(String args) {
        var told = Ran.atTerminal(Integer.MAX_VALUE, CLONE, words(args.replace("consents", consents())))
                .out();
        assertTrue(told.contains("    ./proviso ask act="), told);
        assertFalse(OTHERWISE.matcher(told).find(), told);
    }

    @Test
    void initSaysWhatToTypeNext(@TempDir Path directory) {
        var into = directory.resolve("contracts").toString();
        var told =
                Ran.atTerminal(Integer.MAX_VALUE, CLONE, List.of("init", into)).out();
        var commands = told.lines().filter(line -> line.startsWith(CLONE + " ")).toList();
        assertEquals(3, commands.size(), told);
        commands.forEach(command -> assertEquals(
                ExitCode.ANSWERED,
                Ran.proviso(words(command.substring(CLONE.length() + 1))).exitCode(),
                command));
    }

    static Stream<String> commands() {
        return Stream.concat(
                Stream.of(""),
                ProvisoCommand.commandLine(new RecordedConsole().console()).getSubcommands().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpShowsExamplesAsTheyAreTypedEachInLinesThatNothingBreaks(String command) {
        var args = command.equals("help") || command.isEmpty() ? List.of("--help") : List.of(command, "--help");
        var help = Ran.atTerminal(Folded.COLUMNS, CLONE, args).out();
        assertTrue(help.startsWith("Usage: ./proviso"), help);
        assertFalse(OTHERWISE.matcher(help).find(), help);
        boolean goesOn = false;
        for (var line : help.split("\n", -1)) {
            assertTrue(line.length() <= Folded.COLUMNS, line);
            assertTrue(!goesOn || line.startsWith("    --"), line);
            goesOn = line.endsWith("\\");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/desk/proviso, /opt/desk/proviso",
        "proviso, proviso",
        "../proviso, ../proviso",
        "/opt/the desk/proviso, '''/opt/the desk/proviso'''",
    })
    void aPathWithBlanksIsQuoted(String called, String shown) {
        var told = Ran.atTerminal(Integer.MAX_VALUE, ShellWord.quoted(called), words("train on oracle"))
                .err();
        assertTrue(told.contains("\n  " + shown + " ask act=acquire "), told);
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" "));
    }

    private static String consents() {
        return Portfolios.home().resolve("examples/consents").toString();
    }
}
