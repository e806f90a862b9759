package io.proviso.counsel.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.calendar.Window;
import io.proviso.counsel.compare.DisjointRowsTest;
import io.proviso.counsel.english.Lines;
import io.proviso.counsel.english.Tangle;
import io.proviso.testkit.Property;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a finding says follows from what stands beside it: its clauses, its span and the question that shows it. */
class FindingsRecomputedTest {
    private static final Pattern FOLDED = Pattern.compile("^  (\\d+) of the kind, the first: .*");
    private static final Pattern REST = Pattern.compile("^  and (\\d+) more findings?$");
    private static final String LEAD_TIME = "4 business days";

    @Test
    void eachFindingOfCheckCanBeRecomputedFromWhatStandsBesideIt() {
        Property.tried(400).holds(choices -> {
            var portfolio = Tangle.of(choices).compile();
            var lead = choices.oneOf(LEAD_TIME, "48 hours", "6 days");
            for (var finding : PortfolioCheck.of(portfolio, Window.parse(lead))) {
                new Recomputed(portfolio, finding, lead).verify();
            }
        });
    }

    @Test
    void findingsOfEveryKindAreRecomputed() {
        var found = EnumSet.noneOf(Check.class);
        for (int seed = 0; seed < 150; seed++) {
            Found.check(Tangle.of(new Random(seed)), LEAD_TIME).forEach(finding -> found.add(finding.check()));
        }
        // No portfolio made from a seed has rounds, deliveries or terms that go on; RoundsOnFilesTest, DeliveriesTest
        // and
        // TermsThatGoOnTest find these.
        found.addAll(EnumSet.of(Check.AGAINST_RIGHT, Check.HOLLOW_REMEDY, Check.HOLLOW_TERM));
        assertEquals(EnumSet.allOf(Check.class), found);
    }

    @RepeatedTest(40)
    void theShortFormCountsEachFindingOnce(RepetitionInfo seed) {
        var findings = Found.check(DisjointRowsTest.deals(DisjointRowsTest.sketches(seed.getCurrentRepetition())));
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
}
