package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.units.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Finding.Place BAN = new Finding.Place.OfClause(new ClauseName("supply", "ban"), "deed");

    private final Findings findings = new Findings();

    @Test
    void whatIsFoundAgainRightAfterIsOneFindingThatLasts() {
        add(Check.UNREACHABLE, "2025-01-01", "2025-02-01");
        add(Check.UNREACHABLE, "2025-02-01", "2025-03-01");
        add(Check.UNREACHABLE, "2025-04-01", "2025-05-01");
        assertEquals(
                List.of("2025-01-01/2025-03-01", "2025-04-01/2025-05-01"),
                findings.all().stream()
                        .map(finding -> finding.span().from().toString().substring(0, 10) + "/"
                                + String.valueOf(finding.span().to()).substring(0, 10))
                        .toList());
    }

    @Test
    void findingsAreOrderedByKindAndThenByDate() {
        add(Check.RETROACTIVE, "2025-01-01", "2025-02-01");
        findings.add(Check.UNREACHABLE, Interval.from(day("2025-06-01")), List.of(), "missing", List.of());
        add(Check.UNREACHABLE, "2025-02-01", "2025-03-01");
        add(Check.CONTRADICTION, "2025-09-01", "2025-10-01");
        assertEquals(
                List.of(
                        "CONTRADICTION 2025-09-01",
                        "UNREACHABLE 2025-02-01",
                        "UNREACHABLE 2025-06-01",
                        "RETROACTIVE 2025-01-01"),
                findings.all().stream()
                        .map(finding -> finding.check() + " "
                                + finding.span().from().toString().substring(0, 10))
                        .toList());
    }

    @Test
    void aKindIsNamedAsAHeadingAndAsAWord() {
        assertEquals("a commitment is hindered", Check.HINDERED_COMMITMENT.title());
        assertEquals("hindered-commitment", Check.HINDERED_COMMITMENT.word());
    }

    private void add(Check check, String from, String to) {
        findings.add(check, new Interval(day(from), day(to)), List.of(BAN), "as it is", List.of());
    }

    @Test
    void twoEventsThatAreAlikeAreBothTold() {
        var event =
                new Finding(Check.DRAWN_OUTSIDE, List.of(BAN), Interval.from(day("2025-03-01")), "as it is", List.of());
        findings.addAlone(event);
        findings.addAlone(event);
        assertEquals(List.of(event, event), findings.all());
    }
}
