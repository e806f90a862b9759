package io.proviso.counsel;

import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.End;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StandpointTest {
    private static final End VERIFIED = new End.OnMilestone("agi", List.of("verified"));
    private static final End MARCH = new End.At(day("2025-03-01"));

    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void anAttestedMilestoneEndsAClauseAloneOrWithADate() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUntil("never", new End.Never(), permits("host", Condition.ALWAYS)),
                        addsUntil("milestone", VERIFIED, permits("host", Condition.ALWAYS)),
                        addsUntil(
                                "earlier",
                                new End.EarlierOf(List.of(VERIFIED, MARCH)),
                                permits("host", Condition.ALWAYS)),
                        addsUntil(
                                "later", new End.LaterOf(List.of(VERIFIED, MARCH)), permits("host", Condition.ALWAYS)))
                .attested("agi", "verified", "2025-02-01");
        assertEquals(List.of("earlier", "later", "milestone", "never"), inForce("2025-01-31"));
        assertEquals(List.of("later", "never"), inForce("2025-02-01"));
        assertEquals(List.of("never"), inForce("2025-03-01"));
    }

    @Test
    void theLatestEntryOnRecordAboutEveryQuestionIsWhatAFactIs() {
        deals.paper("deed", "2025-01-01")
                .attested("agi", "verified", "2025-02-01")
                .attested("agi", "none", "2025-03-01", "2025-04-01", Condition.ALWAYS)
                .attested("agi", "verified", "2025-03-01", "2025-05-01", Condition.ALWAYS)
                .attested("agi", "none", "2025-03-02", "2025-03-02", is("product", "api"));
        assertNull(deals.at("2025-01-31").attested("agi"));
        assertEquals("none", deals.at("2025-01-31").factOrDefault("agi"));
        assertEquals("verified", deals.at("2025-02-01").attested("agi"));
        assertEquals("verified", deals.at("2025-03-05", "2025-03-31").attested("agi"));
        assertEquals("none", deals.at("2025-03-01", "2025-04-01").attested("agi"));
        assertEquals("verified", deals.at("2025-03-01", "2025-05-01").factOrDefault("agi"));
        assertNull(deals.at("2025-03-01").attested("gpus"));
        assertNull(deals.at("2025-03-01").factOrDefault("gpus"));
    }

    private List<String> inForce(String day) {
        return deals.at(day).agreements().getFirst().clauses().stream()
                .map(version -> version.name())
                .toList();
    }

    @Test
    void aClauseIsFoundByItsNameInItsAgreementWhileItIsInForce() {
        deals.paper("deed", "2025-01-01", addsUntil("right", MARCH, permits("host", Condition.ALWAYS)))
                .agreement("second", "lab")
                .paper("deed", "2025-01-01", addsUntil("other", MARCH, permits("host", Condition.ALWAYS)));
        assertEquals(
                "supply",
                Objects.requireNonNull(deals.at("2025-02-28").find(new ClauseName("supply", "right")))
                        .agreement()
                        .name());
        assertNull(deals.at("2025-02-28").find(new ClauseName("second", "right")));
        assertNull(deals.at("2025-03-01").find(new ClauseName("supply", "right")));
    }
}
