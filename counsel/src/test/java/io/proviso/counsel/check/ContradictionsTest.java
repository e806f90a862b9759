package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.ids;
import static io.proviso.counsel.check.Found.only;
import static io.proviso.counsel.check.Found.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.question.Outcome;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
    private final Deals deals = new Deals();

    @Test
    void anAgreementThatPermitsAndForbidsTheSameContradictsItselfUntilOneClauseEnds() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", is("product", "api"))))
                .paper("change", "2025-06-01", new Change.Ends("leave", List.of()));
        var finding = only(check(deals));
        assertEquals("contradiction supply/leave supply/ban", finding.id());
        assertEquals(new Interval(day("2025-01-01"), day("2025-06-01")), finding.span());
        assertEquals("act=host product=api provider=south --as-of 2025-01-01", ask(finding));
        assertEquals(Outcome.UNDETERMINED, outcome(deals, finding.witnesses().getFirst()));
    }

    @Test
    void aPermissionAndAProhibitionThatMeetOnlyUnderOneReadingContradictUnderIt() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        addsUnclear(
                                "leave",
                                permits("host", is("provider", "north")),
                                permits("host", is("provider", "south"))));
        assertEquals("contradiction supply/leave supply/ban", only(check(deals)).id());
    }

    @Test
    void aClashThatAThirdClauseSetsAsideEverywhereIsNone() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", is("product", "api"))),
                        adds("save", permits("host", is("provider", "south")), "ban"));
        assertEquals(List.of("unreachable supply/ban"), ids(check(deals)));
    }

    @Test
    void clausesOfDifferentAgreementsDoNotContradictEachOther() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-01-01", adds("leave", permits("host", is("product", "api"))));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void aContradictionSaysWhatPermitsAndWhatForbids() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", is("product", "api"))));
        var finding = only(check(deals));
        assertEquals("leave permits what ban forbids (host), and neither overrides the other", finding.message());
        assertEquals(Interval.from(day("2025-01-01")), finding.span());
    }
}
