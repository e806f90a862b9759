package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.counsel.verify.Case;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case may name until when a holder has time to answer. */
class DeadlinesOfCasesTest {
    private final Problems problems = new Problems();

    private List<Case> read(String expect) {
        var text = """
                cases:
                - case: A right
                  as-of: 2025-02-01
                  ask: {act: acquire}
                  expect: {%s}
                """.formatted(expect);
        var document =
                Objects.requireNonNull(YamlFile.parse("cases.yaml", text.getBytes(StandardCharsets.UTF_8), problems));
        return new CasesReader(problems, ZoneOffset.UTC)
                .cases(Objects.requireNonNull(Mapping.of(document, CasesGrammar.CASES, "", problems)));
    }

    @Test
    void aDeadlineIsReadWithDaysOfThePortfolioAndInstantsWithAnOffset() {
        var read = read("outcome: CONDITIONAL, deadline: {clause: right, received: 2025-02-01, last:"
                + " 2025-02-18T17:00-08:00}");
        assertTrue(problems.isEmpty(), () -> problems.exception().getMessage());
        assertEquals(
                new Case.AnswerBy(
                        "right", Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-02-19T01:00:00Z")),
                read.getFirst().deadline());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONDITIONAL | {clause: right, received: 2025-02-02, last: 2025-02-01} | due before the offer was received",
                "CONDITIONAL | {clause: right, received: 2025-02-02, last: 2025-02-01T23:59Z} | due before the offer",
                "CONDITIONAL | {clause: right, received: 2025-02-02} | last",
                "CONDITIONAL | {clause: right, last: 2025-02-02} | received",
                "CONDITIONAL | {received: 2025-02-01, last: 2025-02-02} | clause",
                "CONDITIONAL | {clause: [right], received: 2025-02-01, last: 2025-02-02} | clause",
                "CONDITIONAL | {clause: right, received: soon, last: 2025-02-02} | soon",
                "CONDITIONAL | {clause: right, received: 2025-02-01, last: 2025-02-30} | 2025-02-30",
                "CONDITIONAL | {clause: right, received: 2025-02-01, last: 2025-02-02T17:00} | offset",
                "CONDITIONAL | {clause: right, received: 2025-02-01, last: 2025-02-02, window: 5 days} | window",
                "CONDITIONAL | 2025-02-02 | deadline",
                "CONDITIONAL | [] | deadline",
                "CONDITIONAL | null | deadline",
                "error | {clause: right, received: 2025-02-01, last: 2025-02-02} | never looked at"
            })
    void aDeadlineThatCannotBeComparedIsRefusedWithWhatIsWrong(String outcome, String deadline, String named) {
        read("outcome: " + outcome + ", deadline: " + deadline);
        assertTrue(!problems.isEmpty(), deadline);
        var told = String.valueOf(problems.exception().getMessage());
        assertTrue(told.contains(named), told);
        assertTrue(told.contains("cases.yaml:5:"), told);
    }
}
