package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskTest {
    private static final String[] DEMO = {
        "act=acquire", "provider=oracle", "workload=research", "capacity=new", "via=azure-platform"
    };
    private static final String RIGHT_OF_FIRST_REFUSAL = "2025-02-01";

    @ParameterizedTest
    @CsvSource({"2023-06-30, FORBIDDEN", "2024-07-01, UNDETERMINED", "2025-02-01, CONDITIONAL", "2025-11-03, PERMITTED"
    })
    void oneQuestionHasFourAnswersInThreeYearsAndALawyerCanReadThem(String day, String outcome) throws IOException {
        var text = demo("--as-of", day, "-v").answer();
        assertTrue(text.startsWith(outcome + "\n"), text);
        Golden.compare("ask-" + day + ".txt", Golden.withoutIdentity(text));
    }

    @Test
    void theJsonOfARulingHasEveryFieldInCamelCase() {
        var ruling = demo("--as-of", RIGHT_OF_FIRST_REFUSAL, "-o", "json").json();
        assertEquals(
                List.of(
                        "id",
                        "outcome",
                        "question",
                        "asOf",
                        "knownAt",
                        "portfolio",
                        "engine",
                        "deciding",
                        "setAside",
                        "exercised",
                        "facts",
                        "rounds",
                        "silent",
                        "pins",
                        "steps",
                        "signFrom",
                        "askedAgain",
                        "split",
                        "restsOn",
                        "validUntil",
                        "reasonsUntil",
                        "cure"),
                List.copyOf(ruling.keySet()));
        assertEquals("CONDITIONAL", ruling.get("outcome"));
        assertEquals("2025-02-01T08:00:00Z", ruling.get("asOf"));
        assertEquals("2025-10-28T07:00:00Z", ruling.get("validUntil"));
        assertTrue(String.valueOf(ruling.get("portfolio")).matches("[0-9a-f]{64}"));
        assertEquals(
                Map.of(
                        "act",
                        "acquire",
                        "provider",
                        "oracle",
                        "workload",
                        "research",
                        "capacity",
                        "new",
                        "via",
                        "azure-platform"),
                ruling.get("question"));

        var clause = Yaml.list(ruling, "deciding").getFirst();
        assertTrue(
                keys(clause)
                        .containsAll(Set.of(
                                "agreement",
                                "clause",
                                "instrument",
                                "effect",
                                "says",
                                "saysKind",
                                "source",
                                "assumed",
                                "reported")),
                () -> "fields: " + clause.keySet());
        assertEquals("first-refusal", clause.get("clause"));
        assertEquals("quote", clause.get("saysKind"));
        assertEquals(Set.of("title", "url", "confidence"), keys(Yaml.mapping(clause, "source")));
    }

    @Test
    void aStepSaysWhomToAskAndFromWhenItIsCertain() {
        var ruling = demo("--as-of", RIGHT_OF_FIRST_REFUSAL, "-o", "json").json();
        var step = Yaml.list(ruling, "steps").getFirst();
        assertEquals("offer", step.get("kind"));
        assertEquals("microsoft", step.get("to"));
        assertEquals("10 business days", step.get("window"));
        assertEquals("2025-02-01T08:00:00Z", step.get("soonest"));
        // Saturday counts as received on Monday the 3rd; Presidents' Day is the 17th; the 18th at 17:00 PST and a
        // second.
        assertEquals("2025-02-19T01:00:01Z", step.get("certainBy"));
        assertEquals(Map.of(), step.get("given"));
    }

    @Test
    void aReadingOfAStatementIsCitedWithThatStatementItsTitleAndItsConfidence() {
        var ruling = proviso(
                        "ask",
                        "act=host",
                        "product=frontier",
                        "provider=aws",
                        "third-party=no",
                        "--as-of",
                        "2026-03-01",
                        "-o",
                        "json")
                .json();
        var read = Yaml.list(ruling, "deciding").stream()
                .filter(cited -> "first-party-products-on-azure".equals(cited.get("reading")))
                .findFirst()
                .orElseThrow();
        assertEquals("2026-02-27-joint-statement", read.get("instrument"));
        assertEquals(
                "OpenAI's first-party products, Frontier included, continue to be hosted on Azure", read.get("says"));
        assertEquals(
                Map.of(
                        "title",
                        "OpenAI and Microsoft, joint statement of 27 February 2026, quoted by Docs Digest",
                        "url",
                        "https://docsdigest.com/en/technologies/openai-news/posts/187?provider=openai",
                        "confidence",
                        "primary-quoted"),
                read.get("source"));
    }

    @Test
    void whatDependsIsSplitByWhatItDependsOn() {
        var split = Yaml.list(demo("--as-of", "2024-07-01", "-o", "json").json(), "split");
        var byOutcome = split.stream()
                .map(branch -> branch.get("outcome") + " " + branch.get("given"))
                .toList();
        assertEquals(
                List.of(
                        "FORBIDDEN {reading of microsoft-openai/oracle-consent=[narrow]}",
                        "PERMITTED {reading of microsoft-openai/oracle-consent=[wide]}"),
                byOutcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void theSameQuestionGivesTheSameBytes(String format) {
        var once = demo("--as-of", RIGHT_OF_FIRST_REFUSAL, "-o", format).answer();
        assertEquals(once, demo("--as-of", RIGHT_OF_FIRST_REFUSAL, "-o", format).answer());
        var otherOrder = proviso(
                "ask",
                "-o",
                format,
                "via=azure-platform",
                "capacity=new",
                "workload=research",
                "provider=oracle",
                "act=acquire",
                "--as-of",
                "2025-02-01T00:00:00-08:00");
        assertEquals(once, otherOrder.answer());
    }

    @ParameterizedTest
    @CsvSource({"2023-06-30, 3", "2024-07-01, 3", "2025-02-01, 3", "2025-11-03, 0", "2025-10-01..2025-11-03, 3"})
    void onRequestTheExitCodeTellsWhetherItIsPermitted(String when, int exitCode) {
        assertEquals(exitCode, demo("--as-of", when, "--exit-code").exitCode());
        assertEquals(ExitCode.ANSWERED, demo("--as-of", when).exitCode());
    }

    @Test
    void anIntervalIsAnsweredStretchByStretchWithoutGap() {
        var segments = Yaml.list(
                demo("--as-of", "2024-01-01..2026-01-01", "-o", "json").json(), "segments");
        assertEquals("2024-01-01T08:00:00Z", segments.getFirst().get("from"));
        assertEquals("2026-01-01T08:00:00Z", segments.getLast().get("to"));
        var outcomes = new ArrayList<String>();
        for (int i = 0; i < segments.size(); i++) {
            var outcome = String.valueOf(Yaml.mapping(segments.get(i), "ruling").get("outcome"));
            if (outcomes.isEmpty() || !outcomes.getLast().equals(outcome)) {
                outcomes.add(outcome);
            }
            if (i > 0) {
                assertEquals(segments.get(i - 1).get("to"), segments.get(i).get("from"));
            }
        }
        assertEquals(List.of("FORBIDDEN", "UNDETERMINED", "CONDITIONAL", "PERMITTED"), outcomes);
    }

    @Test
    void theTextOfAnIntervalBeginsWithWhatHeldWhen() {
        var text = demo("--as-of", "2024-01-01..2024-07-01", "-v").answer();
        assertTrue(text.startsWith("""
            2024-01-01 00:00 PST to 2024-06-11 00:00 PDT  FORBIDDEN
            2024-06-11 00:00 PDT to 2024-07-01 00:00 PDT  UNDETERMINED

            """), text);
    }

    @Test
    void asThenKnownTheRightOfFirstRefusalHadNotEnded() {
        assertEquals(
                "PERMITTED", demo("-o", "json", "--as-of", "2025-12-01").json().get("outcome"));
        var then = demo("-o", "json", "--as-of", "2025-12-01", "--known-at", "2025-10-01")
                .json();
        assertEquals("CONDITIONAL", then.get("outcome"));
        assertEquals("2025-10-01T07:00:00Z", then.get("knownAt"));
    }

    @Test
    void aSupposedFactDecidesAndIsPartOfTheQuestion() {
        var ruling = demo("-o", "json", "--as-of", RIGHT_OF_FIRST_REFUSAL, "--fact", "refusal=lapsed")
                .json();
        assertEquals("PERMITTED", ruling.get("outcome"));
        assertEquals(
                Map.of("refusal", "lapsed"), Yaml.mapping(ruling, "question").get("facts"));
    }

    @Test
    void withoutAsOfTheQuestionIsAboutNowToTheSecond() {
        var recorded = new RecordedConsole();
        var clock = InstantSource.fixed(Instant.parse("2025-02-01T12:34:56.789Z"));
        ProvisoCommand.commandLine(recorded.console(), clock).execute(arguments("-o", "json"));
        assertEquals("2025-02-01T12:34:56Z", Yaml.mapping(recorded.out()).get("asOf"));
    }

    @Test
    void wordsOfAClauseAreWithheldFromAnAudienceBelowItsLevel(@TempDir Path directory) throws IOException {
        Example.copiedTo(directory)
                .with("agreements/microsoft-openai.yaml", "disclosure: public", "disclosure: parties");
        var question =
                new String[] {"--as-of", RIGHT_OF_FIRST_REFUSAL, "--portfolio", directory.toString(), "--audience"};
        var words = "moving to a model where Microsoft has a right of first refusal";
        for (var format : List.of("text", "json")) {
            var withheld = demo(with(question, "public", "-v", "-o", format)).answer();
            assertFalse(withheld.contains(words), withheld);
            assertTrue(withheld.contains("CONDITIONAL") && withheld.contains("first-refusal"), withheld);
            assertTrue(
                    demo(with(question, "parties", "-v", "-o", format)).answer().contains(words));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void whyAClauseMissesIsWithheldFromAnAudienceBelowItsLevel(String format) {
        for (var when : List.of("2025-04-01", "2025-04-01..2025-04-02")) {
            var question = List.of(
                    "ask",
                    "-v",
                    "act=acquire",
                    "provider=south",
                    "capacity=existing",
                    "--portfolio",
                    Harbour.DIRECTORY.toString(),
                    "--as-of",
                    when,
                    "-o",
                    format);
            var all = new ArrayList<>(question);
            assertTrue(proviso(all).answer().contains("it speaks of east"));
            all.addAll(List.of("--audience", "parties"));
            var told = proviso(all).answer();
            assertTrue(told.contains("secret-discount") && told.contains("withheld from this audience"), told);
            assertFalse(told.contains("it speaks of east"), told);
            assertTrue(told.contains("it speaks of new"), told);
        }
    }

    @Test
    void everyStretchOfAnIntervalHasItsCures() {
        var text = demo("--as-of", "2024-01-01..2024-07-01", "-v").answer();
        assertEquals(2, text.split("What would permit it\n", -1).length - 1, text);
        var segments = Yaml.list(
                demo("--as-of", "2024-01-01..2024-07-01", "-o", "json").json(), "segments");
        assertFalse(
                Yaml.list(Yaml.mapping(segments.getFirst(), "ruling"), "cure").isEmpty());
    }

    private static Ran demo(String... more) {
        return proviso(arguments(more));
    }

    private static String[] arguments(String... more) {
        return with(with(new String[] {"ask"}, DEMO), more);
    }

    private static String[] with(String[] some, String... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Set<Object> keys(Map<?, ?> mapping) {
        return Set.copyOf(mapping.keySet());
    }
}
