package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.yaml.BadFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody knows of what has not happened yet: not of a fact, not of a quantity drawn, not of a paper or a term of it. */
class KnownBeforeItHappenedTest {
    private static final String SUPPLY = "agreements/supply.yaml";
    private static final PortfolioFixture SMALL = PortfolioFixture.of("small");
    private static final String CONSENT = """
        - instrument: letter
          type: consent
          by: northern
          effective: 2025-03-01
          source: {title: Letter, confidence: primary}
          clauses:
          - clause: some
            says: South may supply some
            overrides: [exclusive]
            permission: {on: {act: acquire, provider: south}, up-to: {gpus: 1000}}
        """;

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, , yes",
        "2025-04-01, 2025-04-01, yes",
        "2025-04-01, 2025-04-02, yes",
        "2025-04-01, 2025-03-31, no",
        "2025-04-01, 2024-04-01, no",
        "2025-04-01T12:00:00Z, 2025-04-01T12:00:00Z, yes",
        "2025-04-01T12:00:00Z, 2025-04-01T11:59:59Z, no",
        "2025-04-01T12:00:00Z, 2025-04-01, no",
        "2025-04-01T12:00:00+02:00, 2025-04-01T10:00:00Z, yes",
        "2025-04-01T12:00:00-02:00, 2025-04-01T12:00:00Z, no",
        "9999-12-30, 2025-04-01, no",
        "1000-01-01, 2025-04-01, yes"
    })
    void whatIsRecordedIsNotOnRecordBeforeItHappened(String at, String recorded, String read) {
        var day = "\n  at: " + at + (recorded == null ? "" : "\n  recorded: " + recorded)
                + "\n  source: {title: Log, confidence: primary}\n";
        var vocabulary = SMALL.replacing("vocabulary.yaml", "workload, gpus]}", "workload, gpus, stock]}")
                .replacing(
                        "vocabulary.yaml",
                        "  gpus: {count: GPUs}",
                        "  gpus: {count: GPUs}\n  stock: {values: [some, none], default: some, supplied-by: record}");
        var fact = vocabulary.with("record.yaml", "record:\n- fact: stock\n  value: none" + day);
        var drawn = SMALL.with(SUPPLY, text(SMALL) + CONSENT)
                .with("record.yaml", "record:\n- drawn: supply/some\n  quantity: {gpus: 10}" + day);
        isRead(read, fact, "record.yaml:5", "before it happened");
        isRead(read, drawn, "record.yaml:5", "before it happened");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, , , yes",
        "2024-12-01, , , yes",
        "2024-12-01, 2024-12-01, , yes",
        "2024-12-01, 2024-12-15, , yes",
        "2024-12-01, 2024-11-30, , no",
        "2024-12-01, , 2024-12-01, yes",
        "2024-12-01, , 2024-11-30, no",
        "2024-12-01, 2024-12-15, 2024-12-10, yes",
        "2024-12-01, 2024-12-15, 2024-11-10, no",
        "2024-12-01T15:00:00Z, 2024-12-01, , no",
        "2024-12-01T15:00:00Z, 2024-12-01T15:00:00Z, , yes",
        "2025-02-01, 2025-01-15, , no",
        "2025-02-01, , 2025-01-15, no",
        "2025-02-01, , , yes",
        ", 2024-06-01, , yes",
        ", 2024-06-01, 2024-05-01, yes"
    })
    void aPaperAndWhatIsInItAreNotOnRecordBeforeItWasSigned(
            String signed, String recorded, String ofTheClause, String read) {
        var dates =
                (signed == null ? "" : "\n  signed: " + signed) + (recorded == null ? "" : "\n  recorded: " + recorded);
        var paper = SMALL.replacing(SUPPLY, "\n  effective: 2025-01-01", "\n  effective: 2025-01-01" + dates);
        var whole = ofTheClause == null
                ? paper
                : paper.replacing(
                        SUPPLY,
                        "says: all capacity comes from North",
                        "says: all capacity comes from North\n    recorded: " + ofTheClause);
        isRead(read, whole, SUPPLY + ":", "before it was signed");
    }

    private static String text(PortfolioFixture fixture) {
        return new String(fixture.bytes(SUPPLY), StandardCharsets.UTF_8);
    }

    private static void isRead(String read, PortfolioFixture portfolio, String place, String why) {
        Executable reading = portfolio::read;
        if (read.equals("yes")) {
            portfolio.read();
            return;
        }
        var bad = assertThrows(BadFiles.class, reading);
        assertEquals(1, bad.diagnostics().size(), bad.text());
        assertTrue(bad.text().startsWith(place), bad.text());
        assertTrue(bad.text().contains(why), bad.text());
    }
}
