package io.proviso.counsel.explain;

import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.english.Draft.clause;
import static io.proviso.counsel.english.Draft.reading;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Asked;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulingInBriefTest {
    private static final Question API =
            new Question("host", Map.of("product", new Asked.OneOf(List.of("api"))), Map.of());

    private static String brief(Draft ban, Disclosure audience) {
        var from = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", ban.adds())
                .at("2025-02-01");
        var ruling = from.compiled().rule(API, from.asOf(), from.knownAt());
        return RulingInBrief.of(ruling, List.of(), audience).replaceAll("\\s+", " ");
    }

    @Test
    void waysThatOnlyWhatIsWithheldTellsApartAreOneWayWithBothOutcomes() {
        var south = clause(
                "ban", reading("strict", forbids("northern", "host", is("provider", "south"))), reading("lax", null));
        var secret = brief(south.internal(), Disclosure.PUBLIC);
        assertTrue(
                secret.contains(
                        " PERMITTED if provider is north or east PERMITTED or FORBIDDEN if provider is south: what is"
                                + " open in supply/ban is withheld from this audience Holds"),
                secret);
        assertTrue(
                brief(south, Disclosure.PUBLIC)
                        .contains(" FORBIDDEN if provider is south and reading of supply/ban is strict "),
                brief(south, Disclosure.PUBLIC));
    }

    @Test
    void whereAllIsWithheldOnWhichItDependsBothOutcomesAreOneWay() {
        var whole =
                clause("ban", reading("strict", forbids("northern", "host", Condition.ALWAYS)), reading("lax", null));
        var secret = brief(whole.internal(), Disclosure.PUBLIC);
        assertTrue(
                secret.contains(
                        " PERMITTED or FORBIDDEN: what is open in supply/ban is withheld from this audience Holds"),
                secret);
    }
}
