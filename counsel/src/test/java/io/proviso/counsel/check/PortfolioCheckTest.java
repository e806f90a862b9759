package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.share;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.End;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioCheckTest {
    private final Deals deals = new Deals();

    @Test
    void aPortfolioWithoutFaultHasNoFinding() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("exclusive", exclusive("northern", "host", not("provider", "north"))),
                        adds("carve-out", permits("host", is("product", "other")), "exclusive"),
                        adds("refusal", firstRefusal("northern", not("provider", "north"), "5 days")),
                        adds("promise", commitment("lab", "northern")),
                        adds("share", share("lab", "northern", "0.2")));
        assertEquals(List.of(), check(deals, "6 days"));
    }

    @Test
    void aConsentByAPartyThatDoesNotHoldTheRightIsRefusedBeforeAnythingIsChecked() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .consent("self-help", "2025-02-01", "lab", adds("leave", permits("host", Condition.ALWAYS), "ban"));
        var refused = assertThrows(InvalidPortfolio.class, deals::compile);
        assertTrue(
                refused.problems().getFirst().message().startsWith("'lab' cannot give this consent"),
                refused.problems()::toString);
    }

    @Test
    void aClauseThatHasEndedIsNoLongerInAnybodysWay() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.At(day("2025-02-01")),
                                forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", Condition.ALWAYS)));
        assertEquals(
                new Interval(day("2025-01-01"), day("2025-02-01")),
                only(check(deals)).span());
    }
}
