package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example of consents that are drawn down and taken back, as a user sees it. */
class ConsentsTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples/consents");

    private static Ran on(String command, String... more) {
        var args = new ArrayList<>(List.of(command, EXAMPLE.toString()));
        args.addAll(List.of(more));
        return proviso(args);
    }

    private static Ran ask(String... more) {
        var args = new ArrayList<>(List.of("ask", "-v", "--portfolio", EXAMPLE.toString()));
        args.addAll(List.of(more));
        return proviso(args);
    }

    @Test
    void everyCaseHolds() {
        var ran = proviso("verify", EXAMPLE.resolve("cases.yaml").toString());
        assertEquals("24 cases, all hold.\n", ran.answer());
    }

    @Test
    void aRulingTellsHowMuchIsLeftAndThatItWasRevoked() throws IOException {
        Golden.compare(
                "ask-consents.txt",
                ask(
                                "act=acquire",
                                "provider=south",
                                "workload=training",
                                "gpus=7000",
                                "--as-of",
                                "2026-02-25",
                                "--known-at",
                                "2026-02-21")
                        .answer());
    }

    @Test
    void whatIsLeftOfEachConsentIsATableInEveryForm() {
        var from = List.of("--from", "2026-02-25", "--to", "2027-01-01").toArray(String[]::new);
        var json = on(
                        "obligations",
                        Stream.concat(Stream.of(from), Stream.of("-o", "json")).toArray(String[]::new))
                .json();
        assertEquals(
                List.of("south-consent 20000 14000 6000 2026-03-09", "small-rounds-waiver 10000 10000 0 null"),
                ((List<?>) Objects.requireNonNull(json.get("consents")))
                        .stream()
                                .map(row -> (Map<?, ?>) row)
                                .map(row -> row.get("clause") + " " + row.get("granted") + " " + row.get("drawn") + " "
                                        + row.get("left") + " " + row.get("until"))
                                .toList());
        var csv = on(
                        "obligations",
                        Stream.concat(Stream.of(from), Stream.of("-o", "csv")).toArray(String[]::new))
                .answer();
        assertTrue(csv.contains("\nleft,,2026-03-09,lab-northern,south-consent,northern,,6000,GPUs,"), csv);
        assertTrue(
                on("obligations", from).answer().contains("south-consent: 6,000 of 20,000 GPUs left until 2026-03-09"));
    }

    @Test
    void aMachineLearnsIt() throws IOException {
        var answer = ask(
                        "act=acquire",
                        "provider=south",
                        "workload=training",
                        "gpus=6000",
                        "--as-of",
                        "2026-02-25",
                        "-o",
                        "json")
                .answer();
        assertTrue(answer.contains("""
              "exercised" : [
                {
                  "agreement" : "lab-northern",
                  "clause" : "south-consent",
                  "givesUp" : null,
                  "draws" : [
                    {
                      "of" : "gpus",
                      "quantity" : 4000,
                      "at" : "2025-06-01T07:00:00Z",
                      "source" : {
                        "title" : "Order (invented)",
                        "url" : null,
                        "confidence" : "assumed"
                      }
                    },
                    {
                      "of" : "gpus",
                      "quantity" : 10000,
                      "at" : "2025-09-01T07:00:00Z",
                      "source" : {
                        "title" : "Order, found in December (invented)",
                        "url" : null,
                        "confidence" : "assumed"
                      }
                    }
                  ],
                  "revokedBy" : "taken-back",
                  "readings" : [
                    {
                      "reading" : "plain",
                      "unit" : "GPUs",
                      "drawn" : 14000,
                      "left" : 6000,
                      "over" : "2026-03-10T00:00:01Z"
                    }
                  ]
                }
              ],
            """), answer);
    }

    @Test
    void theDaysOnWhichNoticesAreOverFallDue() throws IOException {
        Golden.compare(
                "obligations-consents.txt",
                on("obligations", "-v", "--from", "2026-01-01", "--to", "2027-02-01")
                        .answer());
    }

    @Test
    void whatChangedBetweenTwoDaysNamesDrawsAndRevocations() throws IOException {
        Golden.compare(
                "diff-consents.txt",
                on("diff", "-v", "--as-of", "2025-03-15", "--as-of", "2026-02-25")
                        .answer());
    }

    @Test
    void theDrawThatWasFoundLaterAndTheConsentThatEndsWithWhatItSparesAreTheFindings() {
        var check = on("check").answer();
        assertTrue(check.contains("2 findings in consents"), check);
        assertTrue(check.contains("south-consent spares what was signed under it (capacity existing)"), check);
        assertTrue(check.contains("an answer about acquire that was PERMITTED"), check);
    }
}
