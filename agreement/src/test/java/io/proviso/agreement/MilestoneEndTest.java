package io.proviso.agreement;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.ruling.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design "Settled": an end by milestone is final from the instant of the event; only a correction of the attestation undoes it. */
class MilestoneEndTest {
    private static final String AWS = "act=host provider=aws";
    private static final String ACQUIRE = "act=acquire provider=aws";

    /** A history of the fact as DAY=VALUE, or DAY=VALUE@RECORDED, and whether a clause until `verified` or `declared` stands. */
    @ParameterizedTest
    @CsvSource({
        "'', 2025-01-01, true",
        "2024-05-01=declared, 2024-04-30, true",
        "2024-05-01=declared, 2024-05-01, false",
        "2024-05-01=declared, 2025-01-01, false",
        "2024-05-01=declared 2024-06-01=rejected, 2024-05-31, false",
        "2024-05-01=declared 2024-06-01=rejected, 2024-06-01, false",
        "2024-05-01=declared 2024-06-01=none, 2025-01-01, false",
        "2024-05-01=declared 2024-06-01=verified 2024-07-01=rejected, 2025-01-01, false",
        "2024-05-01=rejected, 2025-01-01, true",
        "2024-05-01=rejected 2024-06-01=verified, 2024-05-31, true",
        "2024-05-01=rejected 2024-06-01=verified, 2024-06-01, false",
        "2024-05-01=rejected 2024-06-01=verified 2024-06-02=none, 2024-06-03, false",
        // A correction: the same day, recorded later.
        "2024-05-01=declared 2024-05-01=rejected@2024-08-01, 2025-01-01, true",
        "2024-05-01=declared 2024-05-01=rejected@2024-08-01, 2024-05-02, true",
        "2024-05-01=rejected 2024-05-01=declared@2024-08-01, 2024-05-02, false",
        "2024-05-01=declared 2024-05-01=rejected@2024-08-01 2024-09-01=verified, 2024-08-31, true",
        "2024-05-01=declared 2024-05-01=rejected@2024-08-01 2024-09-01=verified, 2024-09-01, false",
        "2024-05-01=declared 2024-06-01=rejected 2024-05-01=none@2024-08-01, 2025-01-01, true",
        // What had come before the clause was written, and had passed again, is not its milestone.
        "2023-05-01=declared 2023-06-01=rejected, 2024-01-01, true",
        "2023-05-01=declared 2023-06-01=rejected, 2025-01-01, true",
        "2023-05-01=declared, 2024-01-01, false",
        "2023-05-01=declared 2024-06-01=rejected, 2025-01-01, false"
    })
    void anEndByMilestoneIsFinal(String history, String asOf, boolean stands) {
        var fixture = fixture();
        for (var entry : history.isEmpty() ? new String[0] : history.split(" ", -1)) {
            var parts = entry.split("[=@]", -1);
            fixture.attested("agi", parts[1], parts[0], parts.length > 2 ? parts[2] : parts[0], any());
        }
        for (var question : List.of(AWS, ACQUIRE)) {
            assertEquals(
                    stands ? FORBIDDEN : PERMITTED, fixture.ask(asOf, question).outcome(), question);
        }
    }

    @Test
    void aCorrectionCountsFromWhenItCameOnRecord() {
        var fixture = fixture()
                .attested("agi", "declared", "2024-05-01", any())
                .attested("agi", "rejected", "2024-05-01", "2024-08-01", any());
        for (var question : List.of(AWS, ACQUIRE)) {
            assertEquals(
                    PERMITTED, fixture.ask("2024-09-01", "2024-07-31", question).outcome());
            assertEquals(
                    FORBIDDEN, fixture.ask("2024-09-01", "2024-08-01", question).outcome());
        }
    }

    @Test
    void anEndIsFinalForTheQuestionsItWasAttestedFor() {
        var fixture = fixture()
                .attested("agi", "declared", "2024-05-01", is("provider", "aws"))
                .attested("agi", "rejected", "2024-06-01", any());
        for (var act : List.of("act=host provider=", "act=acquire provider=")) {
            assertEquals(PERMITTED, fixture.ask("2024-07-01", act + "aws").outcome());
            assertEquals(FORBIDDEN, fixture.ask("2024-07-01", act + "own").outcome());
        }
    }

    @Test
    void whoSupposesAFactAsksOfAWorldWithoutItsRecord() {
        var fixture = fixture().attested("agi", "declared", "2024-05-01", any());
        assertEquals(
                FORBIDDEN, fixture.ask("2024-07-01", AWS + " fact:agi=none").outcome());
        assertEquals(
                PERMITTED, fixture.ask("2024-04-01", AWS + " fact:agi=verified").outcome());
        assertNull(fixture.ask("2024-07-01", AWS + " fact:agi=none").validUntil());
    }

    @Test
    void aConsentThatDiedWithItsClauseStaysDead() {
        var no = clause("no", prohibition(on("host", any()))).until(milestone("agi", "declared"));
        var may = clause("may", permission(on("host", any()))).overrides("no");
        var fixture = portfolio(deal(
                                "a",
                                paper("p", "2024-01-01").adds(no),
                                consent("c", "2024-02-01").adds(may))
                        .silent("host", Silence.FORBIDDEN))
                .attested("agi", "declared", "2024-05-01", any())
                .attested("agi", "rejected", "2024-06-01", any());
        assertEquals(PERMITTED, fixture.ask("2024-04-30", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-05-01", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", AWS).outcome());
    }

    @Test
    void aClauseThatIsRestatedAfterItsEndBeginsAnew() {
        var no = clause("no", prohibition(on("host", any()))).until(milestone("agi", "declared"));
        var fixture = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(no),
                        paper("q", "2024-08-01").restates(no)))
                .attested("agi", "declared", "2024-05-01", any())
                .attested("agi", "rejected", "2024-06-01", any());
        assertEquals(PERMITTED, fixture.ask("2024-07-31", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-08-01", AWS).outcome());
    }

    private static Fixture fixture() {
        var until = milestone("agi", "declared", "verified");
        return portfolio(deal(
                "a",
                paper("p", "2024-01-01")
                        .adds(
                                clause("no", prohibition(on("host", any()))).until(until),
                                clause("nor", prohibition(on("acquire", any()))).until(until))));
    }
}
