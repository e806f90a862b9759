package io.proviso.counsel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Outcome;
import io.proviso.agreement.Ruling;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What a finding says follows from the question beside it, asked again; what is folded counts what is not. Random portfolios. */
class FindingsRecomputedTest {
    private static final Pattern FOLDED = Pattern.compile("^  (\\d+) of the kind, the first: .*");
    private static final Pattern REST = Pattern.compile("^  and (\\d+) more findings?$");

    @RepeatedTest(80)
    void theQuestionBesideAFindingGivesWhatItsSentenceSays(RepetitionInfo seed) {
        var deals = deals(seed.getCurrentRepetition());
        for (var finding : Found.check(deals)) {
            for (var witness : finding.witnesses()) {
                var ruling = ruled(deals, witness);
                switch (finding.check()) {
                    case CONTRADICTION -> bothSpeak(finding, ruling);
                    case HINDERED_COMMITMENT ->
                        assertTrue(
                                can(ruling, said(finding)) || can(ruling, Outcome.FORBIDDEN),
                                () -> finding + "\n" + ruling);
                    default -> {}
                }
                assertTrue(
                        finding.span().to() == null
                                || witness.asOf().isBefore(finding.span().to()),
                        finding::toString);
                assertTrue(!witness.asOf().isBefore(finding.span().from()), finding::toString);
            }
        }
    }

    private static Outcome said(Finding finding) {
        return finding.message().contains(Outcome.FORBIDDEN + " under ") ? Outcome.FORBIDDEN : Outcome.CONDITIONAL;
    }

    /** A clause with open readings does what is said in one of them. */
    private static boolean can(Ruling ruling, Outcome outcome) {
        return ruling.outcome() == outcome || ruling.split().stream().anyMatch(branch -> branch.outcome() == outcome);
    }

    /** Both clauses are in force and bear on the question: what one forbids decides. */
    private static void bothSpeak(Finding finding, Ruling ruling) {
        assertTrue(can(ruling, Outcome.FORBIDDEN), finding::toString);
        assertTrue(
                finding.clauses().stream()
                        .map(Finding.Place::name)
                        .anyMatch(name -> ruling.deciding().stream()
                                .anyMatch(cited -> cited.clause().toString().equals(name))),
                () -> finding + "\n" + ruling);
    }

    @RepeatedTest(40)
    void theShortFormCountsEachFindingOnce(RepetitionInfo seed) {
        var findings = Found.check(deals(seed.getCurrentRepetition()));
        var brief = FindingsInBrief.of(findings, "test", ZoneOffset.UTC, null);
        int counted = brief.lines()
                .skip(1)
                .filter(line -> line.startsWith("  ") && !line.startsWith("    "))
                .mapToInt(line -> {
                    var folded = FOLDED.matcher(line);
                    var rest = REST.matcher(line);
                    return folded.matches()
                            ? Integer.parseInt(folded.group(1))
                            : rest.matches() ? Integer.parseInt(rest.group(1)) : 1;
                })
                .sum();
        assertEquals(findings.size(), counted, brief);
        assertTrue(brief.startsWith(Lines.count(findings.size(), "finding", "findings")) || findings.isEmpty(), brief);
    }

    private static Ruling ruled(Deals deals, Witness witness) {
        var portfolio = deals.compile();
        var knownAt = witness.knownAt() == null ? portfolio.portfolio().latestRecorded() : witness.knownAt();
        return portfolio.rule(witness.question(), witness.asOf(), knownAt);
    }

    /** Random clauses beside promises to buy from those whom they may hinder. */
    private static Deals deals(int seed) {
        var deals = DisjointRowsTest.deals(DisjointRowsTest.sketches(seed));
        var random = new Random(seed);
        for (var provider : List.of("north", "south", "east")) {
            if (random.nextBoolean()) {
                deals.agreement("purchase-" + provider, "lab", provider + "ern:" + provider)
                        .paper(
                                "purchase of " + provider,
                                "2025-01-01",
                                Deals.adds("buy", Deals.commitment("lab", provider + "ern")));
            }
        }
        return deals;
    }
}
