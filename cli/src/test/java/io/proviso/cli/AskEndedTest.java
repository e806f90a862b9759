package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a milestone ended, or a holder declined, is named where no clause is left to decide. */
class AskEndedTest {
    private static final String IP = "act=use-ip actor=microsoft purpose=own-products subject=";
    private static final Pattern REASON = Pattern.compile("\nBecause (.*(\n {9}.*)*)");
    private static final String BUY = "act=acquire actor=openai capacity=new workload=inference provider=";

    @TempDir
    static Path directory;

    private static Example declared;

    @BeforeAll
    static void openaiDeclaresAgi() throws IOException {
        declared = Example.copiedTo(directory)
                .with(
                        "record.yaml",
                        "record: []",
                        "record: [{fact: agi, value: declared, at: 2024-03-01, source: {title: made up, confidence: primary}}]");
    }

    /** A question with what it supposes, and the reason that a breath has room for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                IP + "models | 2024-01-01 | agi=declared | microsoft-openai/ip-licence ended by milestone agi; what no "
                        + "clause decides is forbidden",
                IP + "models | 2024-01-01 | agi=verified | microsoft-openai/ip-licence ended by milestone agi; what no "
                        + "clause decides is forbidden",
                IP
                        + "products | 2025-06-01 | agi=declared | microsoft-openai/ip-licence ended by milestone agi; what no "
                        + "clause decides is forbidden",
                IP + "research | 2026-03-01 | agi=verified | microsoft-openai/research-licence ended by milestone agi; "
                        + "what no clause decides is forbidden",
                BUY
                        + "oracle | 2025-02-01 | refusal=declined | microsoft-openai/first-refusal does not apply, as refusal "
                        + "is declined; what no clause decides is permitted",
                BUY
                        + "coreweave | 2025-06-01 | refusal=lapsed | microsoft-openai/first-refusal does not apply, as refusal "
                        + "is lapsed; what no clause decides is permitted",
                BUY + "aws | 2025-06-01 | refusal=waived | microsoft-openai/first-refusal does not apply, as refusal "
                        + "is waived; what no clause decides is permitted"
            })
    void aBreathNamesTheClauseThatWouldHaveDecided(String question, String asOf, String fact, String because) {
        assertEquals(because, because(ask(question, "--as-of", asOf, "--fact", fact)));
    }

    /** The licence has a reading with exclusivity and one without; what AGI ends is the licence, however it is read. */
    @ParameterizedTest
    @CsvSource({"'', ", "exclusive, exclusive", "non-exclusive, non-exclusive"})
    void theLicenceThatEndedWithAgiIsNamedWithTheDayInEachOfItsReadings(String name, String reading)
            throws IOException {
        var portfolio = declared;
        if (reading != null) {
            portfolio = Example.copiedTo(directory.resolve(name))
                    .with(
                            "record.yaml",
                            "record: []",
                            "record: [{fact: agi, value: declared, at: 2024-03-01, source: {title: made up, confidence: primary}}]")
                    .with(
                            "pins.yaml",
                            "pins:\n",
                            "pins:\n- {agreement: microsoft-openai, clause: ip-licence, reading: " + reading
                                    + ", who: counsel, why: made up, made: 2024-02-01}\n");
        }
        var where = portfolio.directory().toString();
        var ended = "microsoft-openai/ip-licence ended by milestone agi on 2024-03-01; what no clause decides is ";
        assertEquals(ended + "forbidden", because(ask(IP + "models", "--as-of", "2024-06-01", "--portfolio", where)));
        var exclusive =
                ask("act=license licensee=amazon subject=models", "--as-of", "2024-06-01", "--portfolio", where);
        if ("non-exclusive".equals(reading)) {
            assertFalse(exclusive.contains("ended"), exclusive);
        } else {
            assertEquals(ended + "permitted", because(exclusive));
        }
    }

    @Test
    void theFullTextTheJsonAndTheTableOfAnIntervalNameIt() {
        var where = declared.directory().toString();
        var full = ask(IP + "models", "--as-of", "2024-06-01", "--portfolio", where, "-v");
        assertTrue(full.contains("""
                        Ended by milestone
                          microsoft-openai says nothing more; its rule for use-ip is: forbidden.
                              ip-licence ended by milestone agi on 2024-03-01
                        """), full);
        assertFalse(full.contains("By silence"), full);
        var json = ask(IP + "models", "--as-of", "2024-06-01", "--portfolio", where, "-o", "json");
        assertTrue(
                json.replaceAll("\\s+", " ")
                        .contains("\"because\" : \"ended by milestone agi on 2024-03-01\", \"why\" : { \"kind\" : "
                                + "\"ended\", \"milestones\" : [ \"agi\" ], \"on\" : \"2024-03-01T08:00:00Z\", "
                                + "\"otherwiseApplies\" : true }"),
                json);
        for (var form : List.of("text", "csv", "md", "html")) {
            var table = ask(IP + "models", "--as-of", "2024-01-01..2024-06-01", "--portfolio", where, "-o", form);
            assertTrue(table.contains("microsoft-openai/ip-licence ended by milestone agi on 2024-03-01"), table);
            assertFalse(table.contains("by silence"), table);
        }
    }

    private static String ask(String question, String... more) {
        var words = new ArrayList<>(List.of("ask"));
        words.addAll(List.of(question.split(" ", -1)));
        words.addAll(List.of(more));
        return proviso(words.toArray(String[]::new)).answer();
    }

    /** The reason as one line, however it is broken. */
    private static String because(String answer) {
        var reason = REASON.matcher(answer);
        assertTrue(reason.find(), answer);
        return reason.group(1).replaceAll("\\s+", " ").trim();
    }
}
