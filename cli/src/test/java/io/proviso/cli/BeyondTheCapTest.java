package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question that leaves more open than is ever looked at is refused as bad input, by whichever command it comes about. */
class BeyondTheCapTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "ask act=acquire --as-of 2025-06-01",
        "ask act=acquire gpus=10 --as-of 2025-06-01 -v",
        "ask act=acquire gpus=10 --as-of 2025-06-01 -o json",
        "diff --as-of 2024-06-01 --as-of 2025-06-01",
        "diff --as-of 2024-06-01 --as-of 2025-06-01 -o json"
    })
    void aQuestionBeyondTheCapIsRefusedWithAMessage(String words) throws IOException {
        var portfolio = portfolio(14);
        var line = new ArrayList<>(List.of(words.split(" ", -1)));
        if (line.getFirst().equals("ask")) {
            line.addAll(List.of("--portfolio", portfolio));
        } else {
            line.add(1, portfolio);
        }
        var complaint = Ran.proviso(line).complaint();
        assertTrue(complaint.contains("more than 10000 distinct completions"), complaint);
        assertTrue(complaint.contains("reading of a/u0"), complaint);
    }

    /** Each clause asks somebody else for consent, or is nothing: no two of them come to the same. */
    private String portfolio(int clauses) throws IOException {
        var parties = new StringBuilder("{cust: customer, n: provider of n");
        var text = new StringBuilder();
        for (int i = 0; i < clauses; i++) {
            parties.append(", p").append(i).append(": financier");
            text.append("  - clause: u")
                    .append(i)
                    .append("\n    says: ask us\n    readings:\n")
                    .append("    - {reading: asked, prohibition: {for: n, on: {act: acquire}, unless: consent of p")
                    .append(i)
                    .append("}}\n    - {reading: nothing, ends: yes}\n");
        }
        write("portfolio.yaml", "portfolio: open\nzone: UTC\nsilence: {acquire: permitted}\n");
        write("vocabulary.yaml", """
            acts:
              acquire: {means: rent, takes: [provider, gpus]}
            facets:
              provider: {values: [n]}
              gpus: {count: GPUs}
            """);
        write(
                "agreements/a.yaml",
                "agreement: a\nbasis: invented\nzone: UTC\nparties: " + parties + "}\n"
                        + "silence: {acquire: permitted}\ninstruments:\n- instrument: deed\n  type: definitive\n"
                        + "  effective: 2025-01-01\n  source: {title: Deed, confidence: primary}\n  clauses:\n" + text);
        return directory.toString();
    }

    private void write(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
