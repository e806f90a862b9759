package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.portfolio.PortfolioFiles;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Diagnostic;
import io.proviso.reader.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rounds on record cannot have been is refused, each by its own sentence; what they can have been is read. */
class RoundRulesTest {
    private static final PortfolioFixture LAB = lab();
    private static final String PUT = "{gpus: 100, region: us}";
    private static final String NOTICE = "{sent: 2026-03-02T10:00-05:00, received: 2026-03-02T10:00-05:00}";
    private static final String SENT = "{sent: 2026-03-02T10:00-05:00}";

    private static PortfolioFixture lab() {
        var problems = new Problems();
        var files = PortfolioFiles.in(Path.of(System.getProperty("proviso.root"), "examples/rounds"), problems);
        assertTrue(problems.isEmpty());
        return new PortfolioFixture(files.contents())
                .replacing(
                        "agreements/alder-supply.yaml",
                        "      notice: [price, latest-start]\n",
                        "      tolling: [flood]\n      counter: negotiates\n");
    }

    private static String round(String id, String put, String notice, String steps) {
        return """
                - round: %s
                  right: alder-supply/alder-first
                  put: %s
                  notice: %s
                  steps: [%s]
                  source: {title: Letter, confidence: primary}
                """.formatted(id, put, notice, steps);
    }

    private static String further(String id, String step) {
        return """
                - continues: %s
                  %s
                  source: {title: Letter, confidence: primary}
                """.formatted(id, step.replace("|", "\n  "));
    }

    private static Portfolio read(String... entries) {
        return LAB.with("record.yaml", "record:\n" + String.join("", entries)).read();
    }

    private static List<Diagnostic> refused(String... entries) {
        return assertThrows(BadFiles.class, () -> read(entries)).diagnostics();
    }

    private static String told(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining("\n"));
    }

    /** Below {@code @} stands 2026-03-, and all is at noon in New York in March. */
    private static String at(String steps) {
        return steps.replaceAll("@(\\d\\d)", "2026-03-$1T12:00-04:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2 | {answer: decline, at: @05}, {answer: decline, at: @06}                           | an answer came after the round had ended
        2 | {withdrawn: yes, at: @05}, {answer: accept, at: @06}                             | an answer came after the round had ended
        2 | {answer: decline, at: @05}, {withdrawn: yes, at: @06}                            | it was withdrawn after the round had ended
        2 | {withdrawn: yes, at: @05}, {extended-to: 2026-03-20, at: @06}                    | the deadline was moved after the round had ended
        2 | {answer: waive, at: @05}, {tolled: flood, at: @06}                               | the clock was stopped after the round had ended
        2 | {withdrawn: yes, at: @06}, {withdrawn: yes, at: @07}                             | it was withdrawn after the round had ended
        2 | {answer: counter, at: @07}, {answer: counter, at: @06}                           | this happened before the step above it
        2 | {answer: decline, at: 2026-03-02T09:00-05:00}                                    | the answer came before its notice was received
        2 | {tolled: flood, at: @05}, {tolled: flood, at: @06}                               | the clock stands still already
        1 | {tolled: quake, at: @05}                                                         | unknown event 'quake'
        1 | {resumed: flood, at: @05}                                                        | nothing stood still that could run again
        2 | {tolled: flood, at: @05}, {resumed: quake, at: @06}                              | the clock stands still by another event
        1 | {extended-to: 2026-03-05, at: @06}                                               | the deadline agreed on has passed when it is agreed on
        1 | {extended-to: 2026-03-10, at: @06}                                               | an extension makes the deadline later, and it is 12 March 2026 17:00 EDT already
        1 | {extended-to: 2026-03-12T17:00-04:00, at: @06}                                   | an extension makes the deadline later
        1 | {extended-to: 2026-03-30, at: @13}                                               | the deadline of 12 March 2026 17:00 EDT had passed when it was moved
        1 | {extended-to: 2026-03-20, at: @06}, {extended-to: 2026-03-19, at: @07}           | it is 20 March 2026 00:00 EDT already
        1 | {answer: decline, at: @05}, {signed: 60, with: birch, at: @06}, {signed: 50, with: cedar, at: @07} | 110 signed of 100 put
        1 | {answer: decline, at: @05}, {signed: 60, with: birch, at: @06}, {signed: yes, with: cedar, at: @07} | 160 signed of 100 put
        2 | {received: yes, at: @05}                                                         | the notice is told to have been received already
        2 | {received: yes, defective: [price], at: @05}                                     | the notice is told to have been received already
        """)
    void aStepThatCannotHaveBeenIsRefusedInEveryPlaceThatContradicts(int places, String steps, String sentence) {
        var diagnostics = refused(round("n-1", PUT, NOTICE, at(steps)));
        assertEquals(places, diagnostics.size(), () -> told(diagnostics));
        diagnostics.forEach(one -> {
            assertTrue(one.message().contains(sentence), one::text);
            assertTrue(one.advice() != null && one.place().line() > 0, one::text);
        });
    }

    @Test
    void aStepOutOfItsOrderIsToldInItsLineAndInThatOfTheStepAboveIt() {
        var steps = at("{answer: counter, at: @07}, {answer: counter, at: @08}, {answer: counter, at: @06}");
        var lines = refused(round("n-1", PUT, NOTICE, steps.replace(", {", ",\n    {"))).stream()
                .map(one -> one.place().line())
                .sorted()
                .toList();
        assertEquals(List.of(7, 8), lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{extended-to: 2026-03-12T17:00:01-04:00, at: @06}",
                "{extended-to: 2026-03-30, at: 2026-03-12T17:00-04:00}",
                "{tolled: flood, at: @05}, {extended-to: 2026-03-08, at: @06}",
                "{answer: counter, at: @06}, {answer: counter, at: @07}, {answer: decline, at: @08}",
                "{answer: decline, at: @05}, {signed: 60, with: birch, at: @06}, {signed: 40, with: cedar, at: @06}"
            })
    void whatCanHaveBeenIsRead(String steps) {
        assertEquals(1, read(round("n-1", PUT, NOTICE, at(steps))).rounds().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {received: yes, at: @03}, {received: yes, at: @05}                          | the notice is told to have been received already
        {answer: counter, at: @03}, {received: yes, at: @05}                        | the notice is told to have been received already
        {received: yes, at: 2026-03-01}                                             | the notice was received before it was sent
        {answer: decline, at: @03}, {received: yes, at: @05}                        | the notice was received after the round had ended
        """)
    void aReceiptIsToldOnce(String steps, String sentence) {
        var told = told(refused(round("n-1", PUT, SENT, at(steps))));
        assertTrue(told.contains(sentence), told);
    }

    @Test
    void aWholeNoticeMayFollowOneThatLackedSomething() {
        var lacking = SENT.replace("}", ", received: 2026-03-02T11:00-05:00, defective: [price]}");
        var steps = at("{received: yes, defective: [price], at: @03}, {received: yes, at: @05}");
        assertEquals(1, read(round("n-1", PUT, lacking, steps)).rounds().size());
    }

    @Test
    void aNoticeReceivedBeforeItWasSentIsRefused() {
        var diagnostics =
                refused(round("n-1", PUT, "{sent: 2026-03-02, received: 2026-03-01, recorded: 2026-03-02}", ""));
        assertEquals(2, diagnostics.size(), () -> told(diagnostics));
        assertTrue(told(diagnostics).contains("the notice was received before it was sent"));
    }

    @Test
    void twoRoundsOfOneNameAreRefusedInBothPlaces() {
        var diagnostics = refused(round("n-1", PUT, NOTICE, ""), round("n-1", PUT, NOTICE, ""));
        assertEquals(2, diagnostics.size());
        assertTrue(told(diagnostics).contains("two rounds are named 'n-1'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alder-supplies/alder-first | unknown agreement 'alder-supplies'
        alder-supply/alder-last    | unknown clause 'alder-last'
        alder-supply/other         | gives nobody a right to be asked first
        """)
    void aRoundIsOfARightThatSomeClauseGives(String right, String sentence) {
        var other = "  - clause: other\n    says: more\n    permission: {act: acquire}\n";
        var files = LAB.with(
                "agreements/alder-supply.yaml",
                new String(LAB.bytes("agreements/alder-supply.yaml"), StandardCharsets.UTF_8) + other);
        var record = "record:\n" + round("n-1", PUT, NOTICE, "").replace("alder-supply/alder-first", right);
        var told = told(assertThrows(
                        BadFiles.class, () -> files.with("record.yaml", record).read())
                .diagnostics());
        assertTrue(told.contains(sentence), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {gpus: 100, price: 2.00 EUR}        | price is in USD, not in EUR
        {gpus: 100, price: 2}               | price
        {gpus: 100, refusal: declined}      | 'refusal' is what a holder answers, and nothing that is put to it
        {gpus: 100, provider: alder}        | alder is asked about a contract with somebody else, and alder is itself
        {region: us}                        | how much was put is not said: the act counts 'gpus'
        {gpus: many}                        | 'gpus' takes a whole number of GPUs, not 'many'
        {gpus: 100, region: 5}              | 'region' takes one of its values, not '5'
        {gpus: 100, region: mars}           | unknown region 'mars'
        {gpus: 100, reach: us}              | unknown term 'reach'
        {gpus: 100, ramp: 50}               | 'ramp' takes words, not '50'
        {gpus: 100, gang: few}              | 'gang' takes a whole number, not 'few'
        """)
    void whatIsNoTermThatCouldBePutIsRefusedWhereItStands(String put, String sentence) {
        var diagnostics = refused(round("n-1", put, NOTICE, ""));
        assertTrue(told(diagnostics).contains(sentence), () -> told(diagnostics));
        assertEquals(1, diagnostics.size(), () -> told(diagnostics));
        assertEquals(4, diagnostics.getFirst().place().line());
        assertTrue(diagnostics.getFirst().advice() != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{gpus: 100, provider: [alder, birch]}", "{gpus: 100, gang: 50, fabric: ib, price: 2.00 USD}"})
    void whatCanBePutIsRead(String put) {
        assertEquals(1, read(round("n-1", put, NOTICE, "")).rounds().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        answer: decline|at: 2026-03-05       ; withdrawn: yes|at: 2026-03-05
        answer: decline|at: 2026-03-05       ; answer: accept|at: 2026-03-05
        tolled: flood|at: 2026-03-05         ; resumed: flood|at: 2026-03-05
        answer: counter|at: 2026-03-05       ; extended-to: 2026-04-01|at: 2026-03-05
        """)
    void entriesOfOneInstantWhoseOrderDecidesAreRefusedInBothPlaces(String one, String other) {
        for (var order : List.of(List.of(one, other), List.of(other, one))) {
            var diagnostics = refused(
                    round("n-1", PUT, NOTICE, ""), further("n-1", order.getFirst()), further("n-1", order.getLast()));
            var told = told(diagnostics);
            assertTrue(told.contains("two entries tell of one instant what depends on its order"), told);
            assertTrue(told.contains("Give each its time of day"), told);
            assertTrue(told.contains("record.yaml:8:") && told.contains("record.yaml:12:"), told);
        }
    }

    @Test
    void aStepOfTheRoundItselfAndOneOfAnotherEntryAtTheSameInstantAreRefusedToo() {
        var told = told(refused(
                round("n-1", PUT, NOTICE, "{answer: decline, at: 2026-03-05}"),
                further("n-1", "withdrawn: yes|at: 2026-03-05")));
        assertTrue(told.contains("two entries tell of one instant what depends on its order"), told);
    }

    @Test
    void whereTheOrderCannotMatterEntriesOfOneInstantAreReadInAnyOrder() {
        var entries = List.of(
                round("n-1", PUT, SENT, ""),
                further("n-1", "received: yes|at: 2026-03-05"),
                further("n-1", "answer: decline|at: 2026-03-05"),
                further("n-1", "signed: 10|with: birch|at: 2026-03-05"),
                further("n-1", "signed: 20|with: cedar|at: 2026-03-05"));
        var read = read(entries.toArray(String[]::new)).rounds().getFirst();
        var reversed = read(entries.reversed().toArray(String[]::new)).rounds().getFirst();
        assertEquals(kinds(read).subList(0, 2), List.of("Received", "Declined"));
        assertEquals(kinds(read), kinds(reversed));
    }

    @Test
    void whatHappenedEarlierStandsEarlierWhereverItIsTold() {
        var read = read(
                round("n-1", PUT, SENT, at("{answer: decline, at: @06}")), further("n-1", at("received: yes|at: @04")));
        assertEquals(List.of("Received", "Declined"), kinds(read.rounds().getFirst()));
        assertEquals(
                "2026-03-04T16:00:00Z", String.valueOf(read.rounds().getFirst().receipt()));
    }

    @Test
    void stepsOfOneEntryStayInTheOrderOfItsLines() {
        var steps = "{tolled: flood, at: 2026-03-05}, {resumed: flood, at: 2026-03-05}";
        assertEquals(
                List.of("Tolled", "Resumed"),
                kinds(read(round("n-1", PUT, NOTICE, steps)).rounds().getFirst()));
        assertTrue(told(refused(round(
                        "n-1",
                        PUT,
                        NOTICE,
                        Arrays.stream(steps.split("(?<=}), ")).toList().reversed().stream()
                                .collect(Collectors.joining(", ")))))
                .contains("nothing stood still"));
    }

    private static List<String> kinds(Round round) {
        return round.steps().stream()
                .map(step -> step.what().getClass().getSimpleName())
                .toList();
    }
}
