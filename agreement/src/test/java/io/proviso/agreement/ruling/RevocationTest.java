package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.question;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.undisclosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.question.Outcome;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Consents taken back: with which notice, in which readings, and what happens to contracts already signed. */
class RevocationTest {
    private static final Scope ORACLE = on("acquire", is("provider", "oracle"));
    private static final Condition SIGNED = is("workload", "inference");

    private static Permission revocable(String notice) {
        return new Permission(ORACLE, null, Window.parse(notice), null);
    }

    private static Deal given(Permission permission, Paper... later) {
        var papers = new ArrayList<>(List.of(
                paper("p", "2024-01-01")
                        .adds(clause("azure-only", exclusivity(on("acquire", not("provider", "azure"))))),
                consent("c", "2024-03-01")
                        .adds(clause("oracle-consent", permission).overrides("azure-only"))));
        papers.addAll(List.of(later));
        return deal("a", papers.toArray(Paper[]::new));
    }

    private static Outcome outcome(Fixture fixture, String asOf, long gpus) {
        return fixture.ask(asOf, "act=acquire provider=oracle gpus=" + gpus).outcome();
    }

    private static Paper revoked(String received) {
        return paper("taken-back", received)
                .type(Instrument.Type.NOTICE)
                .by("microsoft")
                .revokes("oracle-consent");
    }

    @Test
    void aRevokedConsentCoversEverythingUntilItsNoticeIsOver() {
        // Received on Monday the 3rd; ten days later is Thursday the 13th, 17:00.
        var fixture = portfolio(given(revocable("10 days"), revoked("2024-06-03")));
        assertEquals(PERMITTED, outcome(fixture, "2024-06-03", 1));
        assertEquals(PERMITTED, outcome(fixture, "2024-06-13T17:00:00Z", 1));
        assertEquals(PERMITTED, outcome(fixture, "2024-06-13T17:00:00.999Z", 1));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-06-13T17:00:01Z", 1));
        assertEquals(
                day("2024-06-13T17:00:01Z"),
                fixture.ask("2024-05-01", "act=acquire provider=oracle").validUntil());
    }

    @Test
    void theNoticeIsCountedOverAHolidayAndTheChangeToSummerTime() {
        var deal = given(revocable("10 business days"), revoked("2025-02-24T17:00:00Z"))
                .zone("America/Los_Angeles");
        var fixture = portfolio(deal).closed("2025-03-03", "2024-01-01");
        // Tuesday 11 March, 17:00 in Los Angeles, where the clocks went forward on the 9th.
        assertEquals(PERMITTED, outcome(fixture, "2025-03-12T00:00:00Z", 1));
        assertEquals(FORBIDDEN, outcome(fixture, "2025-03-12T00:00:01Z", 1));
    }

    @Test
    void aClosureThatBecameKnownLaterMovesTheEndOfTheNoticeForWhoKnowsIt() {
        var fixture = portfolio(given(revocable("2 business days"), revoked("2024-06-03")))
                .closed("2024-06-05", "2024-07-01");
        var question = "act=acquire provider=oracle gpus=1";
        var afterTwoDays = "2024-06-05T18:00:00Z";
        assertEquals(
                FORBIDDEN, fixture.ask(afterTwoDays, "2024-06-30", question).outcome());
        assertEquals(
                PERMITTED, fixture.ask(afterTwoDays, "2024-07-01", question).outcome());
    }

    @Test
    void contractsAlreadySignedStandIfTheConsentSaysSoAndEndOtherwise() {
        var standing = new Permission(ORACLE, null, new Window.Hours(1), SIGNED);
        var stands = portfolio(given(standing, revoked("2024-06-03")));
        var ends = portfolio(given(revocable("1 hour"), revoked("2024-06-03")));
        var signed = "act=acquire provider=oracle gpus=1 workload=inference";
        var fresh = "act=acquire provider=oracle gpus=1 workload=pre-training";
        assertEquals(PERMITTED, stands.ask("2024-07-01", signed).outcome());
        assertEquals(FORBIDDEN, stands.ask("2024-07-01", fresh).outcome());
        assertEquals(FORBIDDEN, ends.ask("2024-07-01", signed).outcome());
    }

    @Test
    void aConsentOfWhichNothingIsLeftIsNoLongerInForce() {
        var gone = new CompiledPortfolio(
                portfolio(given(revocable("1 hour"), revoked("2024-06-03"))).build());
        var known = gone.portfolio().latestRecorded();
        assertNotNull(gone.inForce(day("2024-06-03"), known).getFirst().find("oracle-consent"));
        assertNull(gone.inForce(day("2024-07-01"), known).getFirst().find("oracle-consent"));
        var standing = new Permission(ORACLE, null, new Window.Hours(1), SIGNED);
        var stands = new CompiledPortfolio(
                portfolio(given(standing, revoked("2024-06-03"))).build());
        assertNotNull(stands.inForce(day("2024-07-01"), known).getFirst().find("oracle-consent"));
    }

    @Test
    void aRevocationCountsOnceItIsOnRecord() {
        var fixture = portfolio(given(revocable("1 hour"), revoked("2024-06-03").recorded("2024-09-01")));
        var question = "act=acquire provider=oracle gpus=1";
        assertEquals(
                PERMITTED, fixture.ask("2024-07-01", "2024-08-31", question).outcome());
        assertEquals(
                FORBIDDEN, fixture.ask("2024-07-01", "2024-09-01", question).outcome());
    }

    @Test
    void aConsentGivenAgainIsNoLongerRevoked() {
        var again = consent("again", "2024-08-01")
                .restates(clause("oracle-consent", revocable("1 day")).overrides("azure-only"));
        var fixture = portfolio(given(revocable("1 day"), revoked("2024-06-03"), again));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-07-01", 1));
        assertEquals(PERMITTED, outcome(fixture, "2024-08-01", 1));
    }

    @Test
    void aReadingThatCannotBeTakenBackStaysWhileTheOtherIsOver() {
        var readings = clause(
                        "oracle-consent",
                        reading("for-now", revocable("1 hour")),
                        reading("for-good", new Permission(ORACLE)))
                .overrides("azure-only");
        var papers = List.of(
                paper("p", "2024-01-01")
                        .adds(clause("azure-only", exclusivity(on("acquire", not("provider", "azure"))))),
                consent("c", "2024-03-01").adds(readings),
                revoked("2024-06-03"));
        var fixture = portfolio(deal("a", papers.toArray(Paper[]::new)));
        assertEquals(PERMITTED, outcome(fixture, "2024-06-03", 1));
        assertEquals(UNDETERMINED, outcome(fixture, "2024-07-01", 1));
    }

    @Test
    void anUndisclosedTermOfWhatWasSignedLeavesItOpen() {
        var hidden = new Permission(ORACLE, null, new Window.Hours(1), undisclosed("workload"));
        var fixture = portfolio(given(hidden, revoked("2024-06-03")));
        assertEquals(UNDETERMINED, outcome(fixture, "2024-07-01", 1));
    }

    @Test
    void aReadingAddedWhileANoticeRunsEndsTheConsentOnItsOwnDay() {
        // Thirty days from Monday 3 June run until 3 July, the ten days of the reading until the 13th.
        var shorter = paper("so", "2024-06-06")
                .type(Instrument.Type.INTERPRETIVE)
                .interprets("oracle-consent", reading("short", revocable("10 days")));
        var fixture = portfolio(given(revocable("30 days"), revoked("2024-06-03"), shorter));
        assertEquals(PERMITTED, outcome(fixture, "2024-06-13T17:00:00Z", 1));
        assertEquals(UNDETERMINED, outcome(fixture, "2024-06-13T17:00:01Z", 1));
        assertEquals(UNDETERMINED, outcome(fixture, "2024-06-20", 1));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-07-03T17:00:01Z", 1));
        var pinned = fixture.pin("a", "oracle-consent", "2024-06-06", "short");
        assertEquals(PERMITTED, outcome(pinned, "2024-06-13T17:00:00Z", 1));
        assertEquals(FORBIDDEN, outcome(pinned, "2024-06-20", 1));
    }

    @Test
    void aReadingLeftOfAConsentWhileItsNoticeRunsEndsItOnItsOwnDay() {
        var left = paper("so", "2024-06-06")
                .ends("oracle-consent", reading("left", revocable("10 days")), reading("nothing", null));
        var fixture = portfolio(given(revocable("30 days"), revoked("2024-06-03"), left))
                .pin("a", "oracle-consent", "2024-06-06", "left");
        assertEquals(PERMITTED, outcome(fixture, "2024-06-13T17:00:00Z", 1));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-06-20", 1));
    }
}
