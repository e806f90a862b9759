package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.only;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.counsel.Deals;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalFirstRefusalsTest {
    private final Deals deals = new Deals();

    @Test
    void twoHoldersOfFirstRefusalOnOneClassAreRivals() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("north-first", firstRefusal("northern", not("provider", "north"), "5 days")))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("south-first", firstRefusal("southern", is("provider", "east"), "5 days")));
        var finding = only(check(deals));
        assertEquals("rival-first-refusals first/north-first second/south-first", finding.id());
        assertEquals("act=acquire provider=east --as-of 2025-01-01", ask(finding));
    }

    @Test
    void bothHoldersAreToldWithTheirClauses() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("north-first", firstRefusal("northern", is("provider", "east"), "5 days")))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("south-first", firstRefusal("southern", is("provider", "east"), "5 days")));
        assertEquals(
                "the same must be offered first to northern (north-first) and first to southern (south-first)",
                only(check(deals)).message());
    }

    @Test
    void oneHolderOfTwoRightsAndHoldersOfDifferentClassesAreNoRivals() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", firstRefusal("northern", is("provider", "east"), "5 days")),
                        adds("two", firstRefusal("northern", is("provider", "east", "south"), "9 days")),
                        adds("three", firstRefusal("southern", is("provider", "north"), "5 days")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void holdersOfDifferentRanksAreAskedOneAfterTheOther() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("north-first", ranked("northern", 1)))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-01-01", adds("south-next", ranked("southern", 2)));
        assertEquals(List.of(), check(deals));
    }

    private static ClauseBody ranked(String holder, int rank) {
        var right = (FirstRefusal) firstRefusal(holder, is("provider", "east"), "5 days");
        var usual = Preemption.Conduct.PLAIN;
        return right.with(Preemption.PLAIN.with(new Preemption.Conduct(
                usual.counter(), usual.notice(), usual.reofferWindow(), usual.tolling(), usual.onFailure(), rank)));
    }
}
