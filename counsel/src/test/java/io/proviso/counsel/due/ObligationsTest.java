package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.Draft;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObligationsTest {
    private static final Party LAB = new Party("lab");
    private static final Party NORTHERN = new Party("northern");

    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void aPaperOnRecordTakesEffectOnItsDayButAnMouBindsNobody() {
        deals.paper("deed", "2025-01-01")
                .mou("letter", "2025-03-01")
                .paper("change", "2025-04-01", "2025-01-15")
                .paper("secret", "2025-05-01", "2025-06-01");
        assertEquals(
                List.of("2025-01-01 EFFECT deed effect", "2025-04-01 EFFECT change effect"),
                due(deals.at("2025-01-01", "2025-05-31"), "2026-01-01"));
        assertEquals(List.of(), due(deals.at("2025-01-02", "2025-05-31"), "2025-04-01"));
        assertEquals(
                List.of("2025-05-01 EFFECT secret effect"), due(deals.at("2025-04-02", "2025-06-01"), "2026-01-01"));
    }

    @Test
    void aClauseExpiresOnTheLastDayOfItsOwnTermAndNotWhenAPaperEndsIt() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUntil("short", until("2025-03-01"), permits("host", Condition.ALWAYS)),
                        addsUntil(
                                "either",
                                new End.EarlierOf(List.of(until("2025-05-01"), until("2025-04-01"))),
                                permits("host", is("product", "api"))),
                        addsUntil(
                                "both",
                                new End.LaterOf(List.of(until("2025-06-01"), until("2025-04-01"))),
                                permits("host", is("product", "other"))),
                        addsUntil(
                                "stone",
                                new End.OnMilestone("agi", List.of("verified")),
                                permits("host", is("agi", "none"))),
                        adds("ended", permits("acquire", Condition.ALWAYS)))
                .paper("change", "2025-01-02", new Change.Ends("ended", List.of()));
        assertEquals(
                List.of(
                        "2025-02-28 EXPIRY short expiry",
                        "2025-03-31 EXPIRY either expiry",
                        "2025-05-31 EXPIRY both expiry"),
                due(deals.at("2025-01-03"), "2026-01-01"));
        assertEquals(List.of("2025-02-28 EXPIRY short expiry"), due(deals.at("2025-01-03"), "2025-03-01"));
        assertEquals(List.of(), due(deals.at("2025-01-03"), "2025-02-28"));
    }

    @Test
    void aClauseThatIsRestatedOnTheDayOfItsEndDoesNotExpire() {
        var refused = permits("host", Condition.ALWAYS);
        deals.paper("deed", "2025-01-01", addsUntil("any", until("2025-03-01"), refused))
                .paper("change", "2025-03-01", Draft.clause("any", refused).restates());
        assertEquals(List.of("2025-03-01 EFFECT change effect"), due(deals.at("2025-01-03"), "2026-01-01"));
    }

    @Test
    void aClauseOfTheSameNameInAnotherAgreementDoesNotKeepOneFromExpiring() {
        deals.paper("deed", "2025-01-01", addsUntil("any", until("2025-03-01"), permits("host", Condition.ALWAYS)))
                .agreement("second", "lab")
                .paper("deed", "2025-01-01", adds("any", permits("host", Condition.ALWAYS)));
        assertEquals(List.of("2025-02-28 EXPIRY any expiry"), due(deals.at("2025-01-03"), "2026-01-01"));
    }

    @Test
    void aCovenantIsTestedAtTheEndOfEachOfItsPeriodsWhileItIsInForce() {
        deals.paper(
                "deed",
                "2025-02-10",
                addsUntil("monthly", until("2025-04-01"), covenant(Covenant.Per.MONTH)),
                addsUntil("quarterly", until("2025-09-30"), covenant(Covenant.Per.QUARTER)),
                adds("yearly", covenant(Covenant.Per.YEAR)));
        assertEquals(
                List.of(
                        "2025-02-28 COVENANT_TEST monthly month to 2025-02-28",
                        "2025-03-31 EXPIRY monthly expiry",
                        "2025-03-31 COVENANT_TEST monthly month to 2025-03-31",
                        "2025-03-31 COVENANT_TEST quarterly quarter to 2025-03-31",
                        "2025-06-30 COVENANT_TEST quarterly quarter to 2025-06-30",
                        "2025-09-29 EXPIRY quarterly expiry",
                        "2025-12-31 COVENANT_TEST yearly year to 2025-12-31"),
                due(deals.at("2025-02-11"), "2026-06-01"));
    }

    @Test
    void aCommitmentsTermBeginsAndEnds() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("three-years", commitment(new Interval(day("2025-02-01"), day("2028-02-01")))),
                adds("open", commitment(Interval.from(day("2025-03-01")))),
                adds("undisclosed", commitment(null)));
        assertEquals(
                List.of(
                        "2025-02-01 START three-years start",
                        "2025-03-01 START open start",
                        "2028-01-31 COMMITMENT three-years end"),
                due(deals.at("2025-01-02"), "2029-01-01"));
        assertEquals(List.of(), due(deals.at("2025-03-02"), "2028-01-31"));
    }

    @Test
    void aMilestoneIsPendingUntilItIsAttested() {
        deals.paper("deed", "2025-01-01", adds("agi", new Milestone("agi", LAB, null)))
                .attested("agi", "verified", "2025-06-01");
        assertEquals(List.of("null MILESTONE agi pending"), due(deals.at("2025-05-01"), "2025-05-02"));
        assertEquals(List.of(), due(deals.at("2025-06-01"), "2025-06-02"));
    }

    @Test
    void aMilestoneWithADayIsDueWithItAndLateAfterItsGrace() {
        var stone = new Milestone("agi", LAB, null, day("2025-06-01"), Stated.of(Window.parse("10 days")));
        deals.paper("deed", "2025-01-01", adds("agi", stone));
        assertEquals(
                List.of("2025-05-31 MILESTONE agi due", "2025-06-10 MILESTONE agi grace"),
                due(deals.at("2025-05-01"), "2025-07-01"));
        deals.attested("agi", "verified", "2025-06-05");
        assertEquals(List.of("2025-05-31 MILESTONE agi due"), due(deals.at("2025-05-01"), "2025-07-01"));
        assertEquals(List.of(), due(deals.at("2025-06-05"), "2025-07-01"));
        var hidden = new Milestone("agi", LAB, null, day("2025-06-01"), Stated.undisclosed());
        assertEquals(
                "The milestone 'agi' is declared by lab. It is attested, never computed. It is due by 2025-05-31, and"
                        + " late after a grace of an undisclosed length.",
                English.ofDays(ZoneOffset.UTC, day("2025-01-01")).norm(hidden));
    }

    @Test
    void theLastDayOnWhichAnOfferStillRunsItsWholeWindowIsADayOfNotice() {
        // Received on Wednesday 23 June, five business days end on Wednesday 30 June at 17:00, before the right does.
        deals.paper(
                "deed",
                "2027-01-01",
                addsUntil(
                        "right",
                        until("2027-07-01"),
                        firstRefusal("northern", is("provider", "south"), "5 business days")));
        assertEquals(
                List.of("2027-06-23 NOTICE right last offer", "2027-06-30 EXPIRY right expiry"),
                due(deals.at("2027-01-02"), "2028-01-01"));
        assertEquals(List.of("2027-06-23 NOTICE right last offer"), due(deals.at("2027-06-23"), "2027-06-24"));
        assertEquals(List.of(), due(deals.at("2027-06-24"), "2027-06-25"));
    }

    @Test
    void aRightWithoutAnEndOrWithAnUndisclosedWindowHasNoLastOffer() {
        deals.paper(
                "deed",
                "2027-01-01",
                adds("endless", firstRefusal("northern", is("provider", "south"), "5 days")),
                Draft.clause(
                                "unclear",
                                Draft.reading("short", firstRefusal("northern", is("provider", "east"), "5 days")),
                                Draft.reading("long", firstRefusal("northern", is("provider", "east"), "9 days")))
                        .untilDay("2027-03-01")
                        .adds());
        assertEquals(List.of("2027-02-28 EXPIRY unclear expiry"), due(deals.at("2027-01-02"), "2028-01-01"));
    }

    @Test
    void whatFallsDueIsOrderedByDayAndThenByAgreementClauseAndOccurrence() {
        var term = new Interval(day("2025-02-01"), day("2025-02-02"));
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("b", commitment(term)),
                        adds("a", commitment(term)),
                        adds("milestone", new Milestone("agi", LAB, null)))
                .agreement("another", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("z", commitment(term)));
        assertEquals(
                List.of(
                        "2025-02-01 COMMITMENT z end",
                        "2025-02-01 START z start",
                        "2025-02-01 COMMITMENT a end",
                        "2025-02-01 START a start",
                        "2025-02-01 COMMITMENT b end",
                        "2025-02-01 START b start",
                        "null MILESTONE milestone pending"),
                due(deals.at("2025-01-02"), "2026-01-01"));
    }

    @Test
    void theListReadsDayByDay() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("stone", new Milestone("agi", LAB, null)),
                addsUntil("right", until("2025-03-01"), firstRefusal("northern", is("provider", "south"), "5 days")));
        assertEquals("""
            What falls due, days in the zone of each agreement
              2025-01-01 effect, supply/deed/effect
                          The instrument (amendment) takes effect.
              2025-02-21 notice, supply/right/last-offer, for lab
                          Last day on which an offer to northern runs its whole window (5 days) before the right
                            ends.
              2025-02-28 expiry, supply/right/expiry
                          The clause ends with this day by its own term.
              pending milestone, supply/stone/pending, for lab
                          Pending, without a day: The milestone 'agi' is declared by lab. It is attested, never
                            computed.

            Owed without a day, or not countable
              supply/right, until 2025-03-01: each need has its own offer and deadline
                  Before it is lawful to acquire where provider south, it must be offered to northern, who has 5
                    days to answer. Silence counts as a decline; a part may be taken, and one that leaves either
                    side less than the minimum gang binds all the same. A refusal frees the customer in that
                    need for good. A counter-offer counts as a decline. Who accepts and then does not deliver
                    loses the right for that need.
            """, ObligationsText.of(Obligations.until(deals.at("2025-01-01"), day("2026-01-01"))));
    }

    @Test
    void theDaysAndFiguresOfAClauseForOtherEyesAreLeftOutAndCounted() {
        var term = new Interval(day("2025-02-01"), day("2025-03-01"));
        var from = deals.paper(
                        "deed",
                        "2025-01-01",
                        Draft.clause("secret", commitment(term)).internal().adds(),
                        adds("open", commitment(term)))
                .at("2025-01-01");
        var told = Obligations.until(from, day("2026-01-01"));
        var to = told.disclosedTo(Disclosure.PARTIES, from.portfolio());
        assertEquals(told, told.disclosedTo(Disclosure.INTERNAL, from.portfolio()));
        assertEquals("""
            Firm against headline, of the commitments in force on 2025-01-01
              Since the start of each term, what has been paid included; firm is what stays owed even if notice
                is given at once. Each sum is that of the figures counted as it says. A commitment is in force
                from the day of its paper on, also before its term begins.

                 headline     firm  firm until
              undisclosed  unknown  unknown     supply/open
                  lab to northern, not counted, undisclosed: the amount is undisclosed

              lab, by commitments in force on 2025-01-01 (term begun or not), paid or not
                no figure, undisclosed: supply/open

            What falls due, days in the zone of each agreement
              2025-01-01 effect, supply/deed/effect
                          The instrument (amendment) takes effect.
              2025-02-01 start, supply/open/start, for lab
                          The term begins: lab commits to buy from northern for an undisclosed amount, from
                            2025-02-01 to 2025-02-28.
              2025-02-28 commitment, supply/open/end, for lab
                          The term ends: lab commits to buy from northern for an undisclosed amount, from
                            2025-02-01 to 2025-02-28.

            Owed without a day, or not countable
              supply/open: its amount is undisclosed
                  lab commits to buy from northern for an undisclosed amount, from 2025-02-01 to 2025-02-28.

            Left out, for other eyes only: 3 entries.
            """, ObligationsText.of(to));
        assertTrue(ObligationsText.page(to)
                .markdown()
                .endsWith("Left out, for other eyes only: 3 entries.\n\nNot legal advice.\n"));
    }

    static List<String> due(Standpoint from, String to) {
        return Obligations.until(from, day(to)).all().stream()
                .map(each ->
                        each.day() + " " + each.kind() + " " + each.clause().clause() + " " + each.occurrence())
                .toList();
    }

    static End until(String day) {
        return new End.At(day(day));
    }

    private static ClauseBody covenant(Covenant.Per per) {
        return new Covenant(
                LAB,
                NORTHERN,
                is("workload", "training"),
                Stated.of(new BigDecimal("0.5")),
                "share of GPU-hours",
                per,
                null);
    }

    static ClauseBody commitment(@Nullable Interval term) {
        return new Commitment(
                LAB,
                NORTHERN,
                Stated.undisclosed(),
                Commitment.Headline.COMMITTED,
                false,
                term == null ? Stated.undisclosed() : Stated.of(term));
    }
}
