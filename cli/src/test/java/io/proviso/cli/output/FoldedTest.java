package io.proviso.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.Ran;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is told in lines that a terminal can show. */
class FoldedTest {
    private static final String AS_OF = "2025-02-01";

    static Stream<List<String>> mistaken() {
        return Stream.of(
                        "nonsense",
                        "ask act=acquire provider=ORACLE workload=trainning capacity=neww region=moon gpus=many",
                        "ask ACT=acquire Provider=oracle",
                        "ask may we not train on oracle",
                        "ask what is for lunch",
                        "may we rent only from coreweave next month",
                        "act=acquire provider=oracle workload=training capacity=new region=us gpus=4096",
                        "ask act=acquire --without agi",
                        "ask act=acquire --without microsoft-openai",
                        "ask act=acquire --without microsoft-openai/agy",
                        "ask act=acquire --without stargate/agi --without openai-aws",
                        "ask act=acquire --with nowhere/agreement.yaml",
                        "ask act=acquire --portfolio /a/directory/that/is/nowhere/to/be/found/on/this/machine/at/all/x",
                        "ask act=acquire --as-of 2025-13-01 --known-at yesterday",
                        "ask act=acquire --as-of 2025-02-01..2025-01-01",
                        "check --lead-time soon",
                        "deadline --calendar nowhere --zone Mars --received noon --window soon",
                        "deadline --calendar us-federal --zone america/new_york --received 2025-03-09T02:30 --window 3",
                        "demo --seed 99999999999999999999999999999999999999999999999999999999999999999999999999999",
                        "diff --as-of " + AS_OF,
                        "diff a b --portfolio c",
                        "faults --rounds many",
                        "obligations",
                        "obligations --from 2025-01-01 --to 2024-01-01",
                        "render --agreement microsoft",
                        "replay --trace nowhere.csv",
                        "replay --trace nowhere.csv --pool none --discipline first-come-first-served --seeds 3",
                        "replay examples/nowhere --trace nowhere.csv --pool 8",
                        "verify nowhere.yaml --junit /nowhere/at/all/report.xml")
                .map(line -> Arrays.asList(line.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("mistaken")
    void aComplaintSaysTheSameWordsInLinesOfEightyColumns(List<String> args) {
        var wide = Ran.proviso(args);
        var narrow = Ran.atTerminal(Folded.COLUMNS, Console.NAME, args);
        assertEquals(ExitCode.BAD_INPUT, narrow.exitCode(), narrow.err());
        assertEquals(words(wide.err()), words(narrow.err()));
        assertFits(narrow.err(), Folded.COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 33, 40, 79, 80, 81, 100, 132, 1000})
    void aTerminalOfAnyWidthIsFitted(int columns) {
        var told = Ran.proviso("ask", "act=acquire", "provider=moon", "--without", "microsoft-openai")
                        .err()
                + Ran.proviso("ask", "act=acquire", "provider=moon", "gpus=many")
                        .err();
        assertEquals(words(told), words(Folded.text(told, columns)));
        assertFits(Folded.text(told, columns), columns);
    }

    @Test
    void aLineUnderWhichCaretsStandStaysWholeAndSoDoTheyAndACommandToPaste() {
        var drawn = """
            agreements/a.yaml:3:12: unknown
            agreement
                3 | a line of somebody's file that goes on and on
                  |            ^^^^^^^^^^
              ./proviso ask act=acquire provider=oracle capacity=new
            \tat io.proviso.cli.Main.main(Main.java:12) ~[proviso.jar]
              a word, and another that is
              too much
            """;
        assertEquals(drawn, Folded.text(drawn.replace("unknown\n", "unknown ").replace("is\n  too", "is too"), 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  proviso ask act=acquire",
                "    ./proviso ask act=acquire",
                "  /opt/desk/proviso ask act=acquire",
                "  '/opt/the desk/proviso' ask act=acquire",
                "      | ^^^  ^^^",
                "  ^^^",
                "\tat java.base"
            })
    void whatIsDrawnOrPastedIsNotFolded(String line) {
        assertEquals(line, Folded.text(line, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\n\n", "a", "a\n", "  a\n\nb\n", "a  b", "日本 語", "   "})
    void whatFitsIsLeftAsItIs(String text) {
        assertEquals(text.strip(), Folded.text(text, 10).strip());
        assertEquals(
                text.chars().filter(c -> c == '\n').count(),
                Folded.text(text, 10).chars().filter(c -> c == '\n').count());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** A line may be wider only if it is one word, stands over or under carets, or is a command. */
    private static void assertFits(String text, int columns) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            boolean isDrawn = line.contains("^") || (i + 1 < lines.length && lines[i + 1].contains("^"));
            boolean isCommand = line.strip().startsWith("proviso ask ");
            boolean isWord = !line.strip().contains(" ");
            assertTrue(
                    line.codePointCount(0, line.length()) <= columns || isDrawn || isCommand || isWord,
                    columns + " columns: " + line);
        }
    }
}
