package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.share;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Stated;
import io.proviso.counsel.Deals;
import io.proviso.units.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueSharesTest {
    private final Deals deals = new Deals();

    @Test
    void sharesOfMoreThanEverythingExceedTheWhole() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("share", share("lab", "northern", "0.6")))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-02-01", adds("more", share("lab", "southern", "0.5")));
        var finding = only(check(deals));
        assertEquals("shares-exceed-whole first/share second/more", finding.id());
        assertEquals(day("2025-02-01"), finding.span().from());
        assertTrue(finding.message().contains("110 %"), finding.message());
    }

    @Test
    void sharesThatComeBackToTheirPayerFormACircle() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", share("lab", "northern", "0.1")),
                        adds("two", share("northern", "southern", "0.1")),
                        adds("three", share("southern", "lab", "0.1")));
        var finding = only(check(deals));
        assertEquals("circular-shares first/one first/two first/three", finding.id());
        assertTrue(finding.message().endsWith("lab pays northern pays southern pays lab"), finding.message());
    }

    @Test
    void exactlyTheWholeIsNotExceededAndAnUnknownShareIsNotGuessed() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", share("lab", "northern", "0.6")),
                        adds("two", share("lab", "southern", "0.4")),
                        adds(
                                "three",
                                new RevenueShare(
                                        new Party("lab"),
                                        new Party("southern"),
                                        Stated.undisclosed(),
                                        RevenueShare.Base.NET,
                                        Stated.undisclosed())),
                        adds("own", share("northern", "southern", "0.5")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void ofTheReadingsOfAShareTheHighestCounts() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear("unclear", share("lab", "northern", "0.6"), share("lab", "northern", "0.7")),
                        adds("other", share("lab", "southern", "0.35")));
        var finding = only(check(deals));
        assertEquals("shares-exceed-whole first/other first/unclear", finding.id());
        assertEquals("lab owes 105 % of its revenue in all", finding.message());
    }

    @Test
    void aPartyThatPaysItselfIsTheSmallestCircleAndEachCircleIsToldOnce() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", share("lab", "northern", "0.1")),
                        adds("back", share("northern", "lab", "0.1")),
                        adds("aside", share("northern", "southern", "0.1")),
                        adds("self", share("southern", "southern", "0.1")));
        assertEquals(
                List.of(
                        "a share of revenue goes round: northern pays lab pays northern",
                        "a share of revenue goes round: southern pays southern"),
                check(deals).stream().map(Finding::message).toList());
    }
}
