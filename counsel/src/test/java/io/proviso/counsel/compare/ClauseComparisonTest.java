package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.english.Draft.clause;
import static io.proviso.counsel.english.Draft.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Source;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClauseComparisonTest {
    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void whatOfARestatedClauseDiffersIsNamed() {
        var ban = clause("ban", forbids("northern", "host", is("provider", "south")));
        var unclear = clause(
                "unclear",
                reading("one", permits("host", Condition.ALWAYS)),
                reading("two", null),
                reading("three", null));
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("first", permits("host", is("product", "api"))),
                        ban.adds(),
                        clause("same", permits("host", is("product", "api"))).adds(),
                        unclear.adds(),
                        adds("promise", commitment("lab", "northern")))
                .pin("supply", "unclear", "2025-02-01", "one")
                .paper(
                        "change",
                        "2025-02-01",
                        ban.untilDay("2026-01-01")
                                .overrides("first")
                                .quote("now said")
                                .assumed("until")
                                .restates(),
                        clause("same", permits("host", is("product", "api")))
                                .reported("on")
                                .restates());
        assertEquals(
                List.of(
                        "RESTATED ban [its end, what it overrides, its words, its honesty marks]",
                        "RESTATED same [its honesty marks]",
                        "RESTATED unclear [the pin on it]"),
                clauses(PortfolioDiff.of(deals.at("2025-01-15", "2025-01-15"), deals.at("2025-02-15"))));
    }

    @Test
    void aClauseWithAnotherEffectOrAnotherReadingIsRestated() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("any", permits("host", is("product", "api"))))
                .paper(
                        "change",
                        "2025-02-01",
                        clause("ban", forbids("northern", "host", is("provider", "east")))
                                .restates())
                .interpretation("statement", "2025-02-01", new Change.Interprets("any", reading("none", null)));
        assertEquals(
                List.of("RESTATED any [what it does, its readings]", "RESTATED ban [what it does]"),
                clauses(days("2025-01-15", "2025-02-15")));
    }

    @Test
    void moneyIsAnObligationAndAnythingThatDecidesIsAClause() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds("promise", commitment("lab", "northern")),
                        adds("share", Deals.share("lab", "northern", "0.1")),
                        addsUnclear("money", commitment("lab", "northern"), null),
                        addsUnclear("both", commitment("lab", "northern"), permits("host", Condition.ALWAYS)),
                        adds("ban", forbids("northern", "host", Condition.ALWAYS)));
        var changes = days("2025-01-15", "2025-02-15").clauses();
        assertEquals(
                List.of("money", "promise", "share"),
                changes.stream()
                        .filter(ClauseChange::obligation)
                        .map(change -> change.version().name())
                        .toList());
        assertEquals(5, changes.size());
    }

    private PortfolioDiff days(String before, String after) {
        return PortfolioDiff.of(deals.at(before), deals.at(after));
    }

    private static List<String> clauses(PortfolioDiff comparison) {
        return comparison.clauses().stream()
                .map(change -> change.kind() + " " + change.version().name() + " " + change.parts())
                .toList();
    }

    @Test
    void howSureTheSourceIsAndWhoMayReadAClauseArePartsOfIt() {
        var deals = new Deals().agreement("supply", "lab", "northern:north");
        var ban = Draft.clause("ban", forbids("northern", "host", Condition.ALWAYS));
        deals.paper("deed", "2025-01-01", ban.adds())
                .paper(
                        "change",
                        "2025-02-01",
                        ban.source(new Source("a newspaper", null, Confidence.REPORTED))
                                .internal()
                                .restates());
        assertEquals(
                List.of("RESTATED ban [how sure its source is, who may read it]"),
                clauses(PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"))));
    }
}
