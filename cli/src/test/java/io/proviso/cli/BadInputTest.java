package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void everyMistakenWordOfAQuestionIsUnderlinedAndExplainedAtOnce(String format) throws IOException {
        var complaint = proviso(
                        "ask",
                        "act=acquire",
                        "provider=softbank",
                        "workloat=research",
                        "gpus=many",
                        "nonsense",
                        "capacity=new",
                        "capacity=existing",
                        "refusal=open",
                        "--fact",
                        "refusal=foo",
                        "--fact",
                        "agy=none",
                        "--as-of",
                        "2025-02-30",
                        "--known-at",
                        "2025-10-01..2025-11-01",
                        "-o",
                        format)
                .complaint();
        Golden.compare("mistaken-question.txt", complaint);
    }

    @Test
    void aPortfolioThatCannotBeReadIsNamedByItsDirectory(@TempDir Path empty) {
        var complaint =
                proviso("ask", "act=acquire", "--portfolio", empty.toString()).complaint();
        assertTrue(complaint.endsWith("nothing was read.\nThe portfolio is " + empty + ".\n"), complaint);
    }

    @Test
    void aPortfolioNamedTwiceIsAMistake() {
        assertEquals(
                "--portfolio: 'two' and the argument 'one' both name a portfolio\nGive one of them.\n",
                proviso("check", "one", "--portfolio", "two").complaint());
    }

    @Test
    void aCheckTellsOfTheLeadTimeAndOfThePortfolioAtOnce() {
        var complaint = proviso("check", "nowhere", "--lead-time", "soon").complaint();
        assertTrue(complaint.contains("there is no such directory"), complaint);
        assertTrue(complaint.contains("--lead-time: "), complaint);
    }

    @Test
    void anUnknownActNamesTheKnownOnes() throws IOException {
        Golden.compare(
                "unknown-act.txt",
                proviso("ask", "act=aquire", "provider=azure").complaint());
    }

    @Test
    void aFacetThatDoesNotMatterToTheActIsAMistake() {
        var complaint = proviso("ask", "act=acquire", "channel=bedrock").complaint();
        assertTrue(complaint.contains("the act 'acquire' does not take the facet 'channel'"), complaint);
    }

    @Test
    void valuesThatCannotOccurTogetherAreAMistakeAtAnInstantAndOverAnInterval() {
        for (var asOf : new String[] {"2025-02-01", "2025-01-01..2025-06-01"}) {
            var complaint = proviso(
                            "ask",
                            "act=distribute",
                            "channel=bedrock",
                            "third-party=no",
                            "provider=azure",
                            "--as-of",
                            asOf)
                    .complaint();
            assertTrue(complaint.contains("these values cannot occur together"), complaint);
        }
    }

    @Test
    void aQuestionWithoutAnActHasNothingToUnderline() {
        assertEquals("""
              provider=azure
            the question does not say which act it is about
              Say act=… with one of: acquire, host, distribute, use-ip, license.
            1 problem in the question; nothing was ruled.
            The portfolio is the example that ships with Proviso (examples/microsoft-openai); --portfolio DIR names another.
            """, proviso("ask", "provider=azure").complaint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "act=acquire provider=ORACLE           | Did you mean 'oracle'?",
                "act=acquire provider=CoreWeave        | Did you mean 'coreweave'?",
                "act=acquire via=Azure-Platform        | Did you mean 'azure-platform'?",
                "act=acquire workload=TRAINING         | Did you mean 'training'?",
                "act=Acquire provider=oracle           | Did you mean 'acquire'?",
                "ACT=acquire provider=oracle           | Did you mean 'act'?",
                "act=acquire PROVIDER=oracle           | Did you mean 'provider'?",
                "act=acquire --fact Refusal=lapsed     | Did you mean 'refusal'?",
                "act=acquire --fact refusal=LAPSED     | Did you mean 'lapsed'?",
                "act=acquire gpus=1000000000000000000  | no question asks of more than 999,999,999,999,999,999 GPUs",
                "act=acquire gpus=99999999999999999999 | no question asks of more than 999,999,999,999,999,999 GPUs",
                "act=acquire gpus=4,096                | gpus takes a whole number of GPUs, not '4,096'",
                "act=acquire gpus=-5                   | gpus takes a whole number of GPUs, not '-5'",
                "act=acquire gpus=1e6                  | gpus takes a whole number of GPUs, not '1e6'",
                "act=acquire gpus=00000000000000000000 | 0 GPUs are no quantity",
            })
    void aWordInAnotherFormIsAnsweredWithTheFormThatIsTaken(String question, String told) {
        var complaint = proviso(("ask " + question).split(" ")).complaint();
        assertTrue(complaint.contains(told), complaint);
    }

    @Test
    void zerosBeforeANumberAreNoMistake() {
        proviso("ask", "act=acquire", "gpus=00000000000000000004096").answer();
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsIsAMistake() {
        var complaint = proviso("ask", "act=acquire", "--as-of", "2025-02-01..2025-01-01")
                .complaint();
        assertTrue(
                complaint.startsWith("--as-of: the interval '2025-02-01..2025-01-01' does not end after it begins\n"),
                complaint);
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownWords() {
        var complaint = proviso("ask", "act=acquire", "-o", "jsn").complaint();
        assertTrue(complaint.contains("Did you mean 'json'? Known: text, json, csv, md, html."), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void aBrokenPortfolioIsShownWithFileLineColumnAndCaretForEveryProblem(String format, @TempDir Path directory)
            throws IOException {
        Example.copiedTo(directory)
                .with("agreements/microsoft-openai.yaml", "holder: microsoft", "holder: microsft")
                .with("pins.yaml", "agreement: microsoft-openai", "agreement: microsoft-openia");
        var complaint = proviso("ask", "act=acquire", "--portfolio", directory.toString(), "-o", format)
                .complaint();
        assertTrue(complaint.contains("microsoft-openai.yaml:249:15: "), complaint);
        assertTrue(complaint.contains("microsft\n      |               ^^^^^^^^"), complaint);
        assertTrue(complaint.contains("Did you mean 'microsoft'?"), complaint);
        assertTrue(complaint.contains("pins.yaml:"), complaint);
        assertTrue(complaint.contains("2 problems; nothing was read.\n"), complaint);
    }

    @Test
    void aPortfolioThatIsNotThereIsSaid() {
        var complaint = proviso("ask", "act=acquire", "--portfolio", "nowhere").complaint();
        assertTrue(complaint.contains("nowhere"), complaint);
    }
}
