package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.ids;
import static io.proviso.counsel.check.Found.only;
import static io.proviso.counsel.check.Found.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.question.Outcome;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import io.proviso.units.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlappingExclusivitiesTest {
    private final Deals deals = new Deals();

    @Test
    void exclusivitiesOfTwoProvidersThatLeaveNothingOverlap() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("for-north", exclusive("northern", "host", not("provider", "north"))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-03-01",
                        adds("for-south", exclusive("southern", "host", not("provider", "south"))));
        var finding = only(check(deals));
        assertEquals("overlapping-exclusivities first/for-north second/for-south", finding.id());
        assertEquals(Interval.from(day("2025-03-01")), finding.span());
        assertTrue(finding.message().endsWith("no provider at all"), finding.message());
        assertEquals(Outcome.FORBIDDEN, outcome(deals, finding.witnesses().getFirst()));
    }

    @Test
    void exclusivitiesThatForbidDisjointHalvesLeaveNothingEither() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("not-south", exclusive("northern", "host", is("provider", "south"))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("rest", exclusive("southern", "host", is("provider", "north", "east"))));
        assertTrue(only(check(deals)).message().endsWith("no provider at all"));
    }

    @Test
    void exclusivitiesOfDifferentProductsDoNotOverlap() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "for-north",
                                exclusive(
                                        "northern",
                                        "host",
                                        not("provider", "north").and("product", anyOf("api")))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "for-south",
                                exclusive(
                                        "southern",
                                        "host",
                                        not("provider", "south").and("product", anyOf("other")))));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void exclusivitiesForTheSamePartyOrInOneAgreementOrAlikeAreNoRivals() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("for-north", exclusive("northern", "host", not("provider", "north"))),
                        adds("same", exclusive("southern", "host", not("provider", "south"))))
                .agreement("second", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("again", exclusive("northern", "host", not("provider", "north", "east"))));
        assertEquals(List.of("overlapping-exclusivities first/same second/again"), ids(check(deals)));
    }

    @Test
    void aFirstAvailabilityIsAnExclusivityTooAndSomethingMayBeLeft() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ships-first",
                                new FirstAvailability(
                                        new Party("northern"), Scope.of("host", is("provider", "south")), List.of())))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("not-east", exclusive("southern", "host", is("provider", "south", "east"))));
        var finding = only(check(deals));
        assertEquals(
                "ships-first (for northern) and not-east (for southern) bind the same host: together they leave only provider north",
                finding.message());
        assertEquals("act=host provider=south --as-of 2025-01-01", ask(finding));
    }

    @Test
    void whereOneIsAboutAProductOnlyTheOverlapIsShownForIt() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("for-north", exclusive("northern", "host", not("provider", "north"))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "for-south",
                                exclusive(
                                        "southern",
                                        "host",
                                        not("provider", "south").and("product", anyOf("other")))));
        assertEquals("act=host product=other provider=south --as-of 2025-01-01", ask(only(check(deals))));
    }

    @Test
    void whereAPermissionOverridesOneOfThemSomethingIsLeft() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("for-north", exclusive("northern", "host", not("provider", "north"))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("for-south", exclusive("southern", "host", not("provider", "south"))),
                        adds("leave", permits("host", Condition.ALWAYS), "for-south"));
        assertEquals(List.of("unreachable second/for-south"), ids(check(deals)));
    }

    @Test
    void whatAPromiseLeavesOfAnotherActIsNoChoiceOfThisOne() {
        var scope = new Scope(List.of(
                new Scope.Case(List.of("host"), is("product", "api")),
                new Scope.Case(List.of("acquire"), not("provider", "north"))));
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("no-api", new Exclusivity(new Party("northern"), scope)))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-01-01", adds("no-other", exclusive("southern", "host", is("product", "other"))));
        assertTrue(only(check(deals)).message().endsWith("no product at all"));
    }
}
