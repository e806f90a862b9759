package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.ExitCode;
import io.proviso.counsel.english.QuestionInWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionInWordsTest {
    /** A Monday. */
    private static final InstantSource TODAY = InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "may we train on oracle next month?          | act=acquire provider=oracle workload=training --as-of"
                        + " 2026-12-01",
                "train on oracle                             | act=acquire provider=oracle workload=training",
                "May we rent new capacity from CoreWeave     | act=acquire provider=coreweave capacity=new",
                "buy 4,096 new GPUs at coreweave             | act=acquire provider=coreweave capacity=new gpus=4096",
                "rent 20000 gpus from oracle in january      | act=acquire provider=oracle gpus=20000 --as-of"
                        + " 2027-01-01",
                "can microsoft build capacity                | act=acquire actor=microsoft",
                "are we allowed to host frontier on aws      | act=host provider=aws product=frontier",
                "hosting the api at google today             | act=host provider=google product=api --as-of 2026-11-30",
                "run inference on oracle on friday           | act=host provider=oracle workload=inference --as-of"
                        + " 2026-12-04",
                "host for us national security customers     | act=host customer=us-national-security",
                "sell the api through bedrock                | act=distribute product=api channel=bedrock",
                "distribute chatgpt first at azure           | act=distribute product=chatgpt provider=azure"
                        + " release=first",
                "sell open weights                           | act=distribute weights=open",
                "license models to amazon                    | act=license licensee=amazon subject=models",
                "licence the hardware to google next year    | act=license licensee=google subject=hardware --as-of"
                        + " 2027-01-01",
                "use the ip for agi development              | act=use-ip purpose=agi-development",
                "pre-training with orcale                    | act=acquire provider=oracle workload=pre-training",
                "post training on azure platform on 2025-02-01 | act=acquire via=azure-platform workload=post-training"
                        + " --as-of 2025-02-01",
                "research on oracle in february 2025         | act=acquire provider=oracle workload=research --as-of"
                        + " 2025-02-01",
                "research on oracle in may                   | act=acquire provider=oracle workload=research --as-of"
                        + " 2027-05-01",
                "new capacity at aws in the US               | act=acquire provider=aws capacity=new region=us",
                "tell us about oracle                        | act=acquire provider=oracle",
                "training at oracle next week                | act=acquire provider=oracle workload=training --as-of"
                        + " 2026-12-07",
                "training at oracle next quarter             | act=acquire provider=oracle workload=training --as-of"
                        + " 2027-01-01",
                "training at oracle tomorrow                 | act=acquire provider=oracle workload=training --as-of"
                        + " 2026-12-01",
                "oracle in 2024                              | act=acquire provider=oracle --as-of 2024-01-01",
            })
    void aQuestionInWordsIsMetWithTheNearestCommandAndRulesNothing(String words, String command) {
        var ran = atNoon("ask", words);
        assertEquals("", ran.out());
        assertEquals(ExitCode.BAD_INPUT, ran.exitCode());
        assertTrue(ran.err().contains("\n  proviso ask " + command + "\n"), ran.err());
        assertTrue(ran.err().contains("nothing was ruled."), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "may we not train on oracle                 | not",
                "are we not allowed to train on oracle      | not",
                "can't we train on oracle                   | can't",
                "isn’t training on oracle allowed           | isn’t",
                "we cannot train on oracle                  | cannot",
                "may we train on oracle without microsoft   | without",
                "may we train nowhere but on oracle         | nowhere, but",
                "may we only train on oracle                | only",
                "train on oracle unless azure can           | unless",
                "is training on oracle forbidden            | forbidden",
                "is training on oracle prohibited           | prohibited",
                "may we train on anything except oracle     | except",
                "may nobody train on oracle                 | nobody",
                "may we train neither on oracle nor aws     | neither, nor",
                "no training on oracle                      | no",
                "may we train on providers other than oracle | other",
                "NOT on oracle                              | not",
                "must we never train on oracle, never       | never",
            })
    void aWordThatTurnsTheQuestionIsSaidToBeLeftOut(String words, String turned) {
        var told = atNoon("ask", words).err();
        assertTrue(told.contains("\nLeft out, because a question only asks whether one may: " + turned + ".\n"), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "may we train on oracle next month?",
                "host the other product on aws",
                "sell open weights",
                "we want to rent new capacity now from note and notary"
            })
    void aQuestionThatTurnsNothingLeavesNothingOut(String words) {
        assertFalse(atNoon("ask", words).err().contains("Left out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"may we train on oracle next month", "train on oracle", "can aws host the api?"})
    void withoutAskTheWordsAreMetAsWell(String words) {
        for (var args : List.of(List.of(words), List.of(words.split(" ")))) {
            var ran = atNoon(args.toArray(String[]::new));
            assertEquals("", ran.out());
            assertEquals(ExitCode.BAD_INPUT, ran.exitCode());
            assertTrue(ran.err().contains("\n  proviso ask act="), ran.err());
        }
    }

    @Test
    void whatIsMetCanBePasted() {
        var command = atNoon("ask", "sell the api through bedrock next month")
                .err()
                .lines()
                .filter(line -> line.startsWith("  proviso "))
                .findFirst()
                .orElseThrow();
        assertEquals(
                ExitCode.ANSWERED,
                atNoon(command.strip().substring("proviso ".length()).split(" "))
                        .exitCode());
    }

    @Test
    void wordsThatSayNothingToTheVocabularyAreNamed() {
        assertTrue(atNoon("ask", "may we buy bananas from oracle")
                .err()
                .contains("\nNot in the vocabulary: buy, bananas.\n"));
    }

    @Test
    void whereNothingIsUnderstoodTheActsAreTold() {
        var complaint = atNoon("ask", "what is for lunch").err();
        assertTrue(complaint.contains("acquire (rent or build capacity), host (run on a provider)"), complaint);
        assertFalse(complaint.contains("proviso ask act=acquire"), complaint);
    }

    @Test
    void theWordsAreThoseOfThePortfolioAskedAndTheCommandNamesIt() {
        var harbour = Harbour.DIRECTORY.toString();
        var complaint =
                atNoon("ask", "rent at oracle or east", "--portfolio", harbour).err();
        assertTrue(complaint.contains("provider=east"), complaint);
        assertTrue(complaint.contains(" --portfolio " + harbour), complaint);
        assertTrue(complaint.contains("oracle."), complaint);
    }

    @Test
    void aQuestionWithoutItsCommandIsToldWhereItBelongs() {
        var complaint = proviso("act=acquire", "provider=oracle").complaint();
        assertTrue(complaint.contains("proviso ask act=acquire provider=oracle\n"), complaint);
    }

    @Test
    void aMistakenFacetIsAMistakeAndNoQuestionInWords() {
        var complaint = proviso("ask", "act=acquire", "oracle").complaint();
        assertTrue(complaint.contains("'oracle' is not of the form facet=value"), complaint);
    }

    static Stream<String> sentences() {
        return Stream.of(
                "",
                " ",
                "?!",
                "may",
                "in",
                "next",
                "next may",
                "9999-99-99",
                "2025-13-01",
                "0,0",
                "…",
                "🚢 on oracle",
                "a-b-c",
                "---");
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void noSentenceIsTooOdd(String sentence) {
        var vocabulary = Portfolios.read(null).vocabulary();
        QuestionInWords.of(vocabulary, sentence, LocalDate.parse("2026-11-30"));
        assertEquals(ExitCode.BAD_INPUT, atNoon("ask", sentence).exitCode());
    }

    private static Ran atNoon(String... args) {
        var recorded = new RecordedConsole();
        int exitCode = ProvisoCommand.commandLine(recorded.console(), TODAY).execute(args);
        return new Ran(exitCode, recorded.out(), recorded.err());
    }
}
