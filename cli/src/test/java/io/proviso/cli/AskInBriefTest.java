package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer said in a breath: every question of the example's cases, and what each kind of answer must hold. */
class AskInBriefTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples");

    /** What only those know who build it, or have read the documents of the language. */
    private static final Pattern JARGON = Pattern.compile(
            "\\b(facets?|silence|pins?|pinned|completions?|norms?|masks?|stretch|leaf|epoch|moot|gang|tail|draws?|pierces?)\\b");

    static Stream<List<String>> questions() throws IOException {
        var questions = new ArrayList<List<String>>();
        for (var example : List.of("microsoft-openai", "consents")) {
            var cases = Yaml.list(
                    Yaml.mapping(Files.readString(EXAMPLES.resolve(example).resolve("cases.yaml"))), "cases");
            for (var each : cases) {
                if ("error".equals(Yaml.mapping(each, "expect").get("outcome"))) {
                    continue;
                }
                var words = new ArrayList<>(
                        List.of("ask", "--portfolio", EXAMPLES.resolve(example).toString()));
                Yaml.mapping(each, "ask").forEach((facet, value) -> words.add(facet + "=" + word(value)));
                if (each.get("facts") instanceof Map<?, ?> facts) {
                    facts.forEach((fact, value) -> words.addAll(List.of("--fact", fact + "=" + value)));
                }
                words.addAll(List.of("--as-of", String.valueOf(each.get("as-of"))));
                questions.add(words);
            }
        }
        return questions.stream();
    }

    private static String word(Object value) {
        return value instanceof List<?> many
                ? String.join(",", many.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anAnswerFitsTwelveLinesOfEightyColumnsAndBeginsWithItsOutcome(List<String> question) {
        var ran = proviso(question);
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        var brief = ran.out();
        assertTrue(brief.lines().count() <= 12, brief);
        var label = "         ";
        assertTrue(
                brief.lines().allMatch(line -> line.length() <= 80 || line.lastIndexOf(' ') < label.length()), brief);
        var full = new ArrayList<>(question);
        full.add("-v");
        var outcome = proviso(full).out().lines().findFirst().orElseThrow();
        assertTrue(brief.startsWith(outcome + ": "), brief);
        assertFalse(JARGON.matcher(brief).find(), brief);
        assertTrue(brief.contains("Because") && brief.contains("Holds") && brief.contains("not legal advice"), brief);
    }

    @Test
    void whileAnOfferIsOpenNobodyIsToldToMakeAnother() {
        var question =
                "act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01 --fact refusal=open";
        var brief = ask(question);
        assertTrue(brief.startsWith("CONDITIONAL: first wait for the answer of microsoft.\n"), brief);
        assertTrue(brief.contains("\nDo       wait for microsoft, who has 10 business days from receipt\n"), brief);
        assertFalse(brief.contains("offer it"), brief);
        assertTrue(ask(question + " -o json").contains("\"kind\" : \"wait\""));
    }

    @Test
    void whatIsConditionalSaysWhatToDoByWhenAndFromWhenOneMaySign() {
        assertEquals("""
            CONDITIONAL: first offer it to microsoft.
                     act=acquire capacity=new provider=oracle
                     workload=pre-training,post-training, as of 2025-02-01
            Because  (microsoft-openai/first-refusal) “…moving to a model where Microsoft
                     has a right of first refusal”
            Do       offer it to microsoft, who has 10 business days from receipt
            Sign     from Tue 2025-02-18 17:00:01 PST unless microsoft accepts, if it is
                     received now; sooner if refused sooner
            Holds    until 2025-10-28
            Rests on an assumption (effective, actor, until, window, …); not legal advice
            More: -v   Portfolio: examples/microsoft-openai (--portfolio DIR)
            """, ask("act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "act=acquire provider=oracle workload=training capacity=new via=direct --as-of 2025-01-20, Lawful   with"
                + " provider=azure",
        "act=acquire provider=oracle workload=training capacity=new --as-of 2025-11-03, PERMITTED: yes.",
        "act=acquire provider=oracle workload=research capacity=new via=azure-platform --as-of 2024-07-01, PERMITTED"
                + " if reading of microsoft-openai/oracle-consent is wide",
        "act=acquire provider=oracle workload=research capacity=new via=azure-platform --as-of 2024-07-01, FORBIDDEN"
                + " if reading of microsoft-openai/oracle-consent is narrow",
        "act=acquire provider=oracle --as-of 2019-01-01, no agreement takes part; what nobody promised is permitted"
    })
    void everyAnswerSaysWhatMattersMost(String question, String said) {
        var brief = ask(question);
        assertTrue(brief.contains(said), brief);
    }

    @ParameterizedTest
    @CsvSource({
        "act=acquire provider=oracle workload=training capacity=new, The newest paper on record is ",
        "act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01 --start 2025-04-01,"
                + " Send by  Mon 2025-03-17 17:00:00 PDT to start on 2025-04-01",
        "act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01 --start 2025-02-05,"
                + " Send by  too late to start on 2025-02-05",
        "act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01 --start 2025-11-03,"
                + " Send by  nothing has to be sent to start on 2025-11-03"
    })
    void theNewestPaperAndTheLastMomentToSendAreSaidInTwelveLines(String question, String said) {
        var brief = ask(question);
        assertTrue(brief.contains(said), brief);
        assertTrue(brief.lines().count() <= 12, brief);
    }

    @ParameterizedTest
    @CsvSource({
        "--as-of 2025-02-01 --start 2025-02-01, is not after --as-of",
        "--as-of 2025-02-01 --start 2025-01-01, is not after --as-of",
        "--as-of 2025-01-01..2025-03-01 --start 2025-04-01, an interval of --as-of",
        "--as-of 2025-02-01 --start soon, --start: "
    })
    void aStartThatCannotBeIsRefused(String days, String told) {
        var complaint = proviso(("ask act=acquire provider=oracle " + days).split(" ", -1))
                .complaint();
        assertTrue(complaint.contains(told), complaint);
    }

    @Test
    void anIntervalIsALineForEachAnswer() {
        var brief = ask(
                "act=acquire provider=oracle workload=training capacity=new via=direct --as-of 2024-01-01..2025-12-01");
        assertTrue(brief.startsWith("""
            2024-01-01 to 2025-01-21  FORBIDDEN     microsoft-openai/cloud-exclusivity
            2025-01-21 to 2025-10-28  CONDITIONAL   microsoft-openai/first-refusal
            2025-10-28 to\
            """), brief);
        assertFalse(brief.contains("Decided by"), brief);
    }

    private static String ask(String question) {
        return proviso(("ask " + question).split(" ", -1)).answer();
    }
}
