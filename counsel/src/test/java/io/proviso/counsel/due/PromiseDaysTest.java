package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The days of commitments and covenants. */
class PromiseDaysTest {
    private static final Party LAB = new Party("lab");
    private static final Party NORTHERN = new Party("northern");
    private static final Interval TWO_YEARS = new Interval(day("2026-01-01"), day("2028-01-01"));

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    private static Commitment promise(Period notice, @Nullable String notBefore, @Nullable String fee) {
        var ramp = List.of(
                new Schedule.Step(day("2027-01-01"), dollars("3650")),
                new Schedule.Step(day("2028-01-01"), dollars("9125")));
        var leaving = new Schedule.Termination(
                Stated.of(notice),
                notBefore == null ? null : Stated.of(day(notBefore)),
                fee == null ? null : Stated.of(new Schedule.Fee.Fixed(dollars(fee))));
        var options = List.of(
                new Schedule.Option(dollars("100"), day("2027-07-01"), false),
                new Schedule.Option(dollars("200"), day("2026-07-01"), true));
        return new Commitment(
                LAB,
                NORTHERN,
                Stated.of(dollars("9125")),
                Commitment.Headline.COMMITTED,
                false,
                new Schedule(Stated.of(TWO_YEARS), ramp, leaving, options));
    }

    private static Covenant mostlyTraining(@Nullable Period cure) {
        return new Covenant(
                LAB,
                NORTHERN,
                is("workload", "training"),
                Stated.of(new BigDecimal("0.6")),
                "share of GPU-hours",
                Covenant.Per.QUARTER,
                cure == null ? null : Stated.of(cure));
    }

    private static Deals deals(ClauseBody body) {
        return new Deals().agreement("a", "lab", "northern:north").paper("p", "2026-01-01", adds("c", body));
    }

    private static List<String> days(Deals deals, String from, String to, Obligation.Kind... kinds) {
        var compiled = deals.compile();
        var standpoint =
                new Standpoint(compiled, day(from), compiled.portfolio().latestRecorded());
        return Obligations.until(standpoint, day(to)).all().stream()
                .filter(each -> List.of(kinds).contains(each.kind()))
                .map(each -> each.day() + " " + each.occurrence())
                .toList();
    }

    private static String what(Deals deals, String occurrence) {
        var compiled = deals.compile();
        return Obligations.until(
                        new Standpoint(
                                compiled,
                                day("2026-01-01"),
                                compiled.portfolio().latestRecorded()),
                        day("2029-01-01"))
                .all()
                .stream()
                .filter(each -> each.occurrence().equals(occurrence))
                .map(Obligation::what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMilestonesOfARampFallDueWithTheirLastDayAndTellTheTotal() {
        var promise = deals(promise(Period.ofDays(30), null, null));
        assertEquals(
                List.of("2026-01-01 start", "2026-12-31 ramp 1", "2027-12-31 end", "2027-12-31 ramp 2"),
                days(promise, "2026-01-01", "2029-01-01", Obligation.Kind.START, Obligation.Kind.COMMITMENT));
        assertEquals(
                "Milestone 1 of 2: by the end of this day lab owes northern 3,650 USD in total.",
                what(promise, "ramp 1"));
    }

    @Test
    void noticeOnTheLastDayForItLeavesAtTheMilestoneAndADayLaterDoesNot() {
        // 1 December and 30 days: through 31 December, the last day of the first year.
        var promise = deals(promise(Period.ofDays(30), null, "500"));
        assertEquals(
                List.of("2026-12-01 leave at ramp 1"),
                days(promise, "2026-01-01", "2029-01-01", Obligation.Kind.NOTICE));
        assertEquals(
                "Last day for lab to give notice of 30 days and leave with 2026-12-31, milestone 1 of the ramp, owing"
                        + " 3,850 USD in total and a fee of 500 USD.",
                what(promise, "leave at ramp 1"));
        var compiled = promise.compile();
        var inTime = Exposure.at(new Standpoint(compiled, day("2026-12-01"), day("2026-12-01")));
        assertEquals(dollars("4350"), inTime.getFirst().worth().firm());
        var late = Exposure.at(new Standpoint(compiled, day("2026-12-02"), day("2026-12-02")));
        assertEquals(dollars("4365"), late.getFirst().worth().firm());
    }

    @Test
    void aCommitmentWhoseTermIsOverIsNoExposure() {
        var promise = deals(promise(Period.ofDays(30), null, null));
        assertEquals(1, exposures(promise, "2027-12-31").size());
        assertEquals(List.of(), exposures(promise, "2028-01-01"));
    }

    @Test
    void ofACommitmentThatIsUnclearEachFigureSaysByWhichReading() {
        var unclear = new Deals()
                .agreement("a", "lab", "northern:north")
                .paper(
                        "p",
                        "2026-01-01",
                        Deals.addsUnclear(
                                "c", promise(Period.ofDays(30), null, null), promise(Period.ofDays(60), null, null)));
        assertEquals(
                List.of("read as 'narrow'", "read as 'wide'"),
                exposures(unclear, "2026-02-01").stream()
                        .map(each -> each.worth().why().split(":", -1)[0])
                        .toList());
    }

    private static List<Exposure> exposures(Deals deals, String asOf) {
        var compiled = deals.compile();
        return Exposure.at(
                new Standpoint(compiled, day(asOf), compiled.portfolio().latestRecorded()));
    }

    @Test
    void monthsOfNoticeAreCountedToTheCorrespondingDay() {
        // 31 August and 6 months: through 28 February, which no day of September reaches.
        var promise = deals(promise(Period.ofMonths(6), "2027-03-01", null));
        assertEquals(
                List.of("2026-08-31 first exit"), days(promise, "2026-01-01", "2029-01-01", Obligation.Kind.NOTICE));
        assertTrue(
                what(promise, "first exit")
                        .contains("leave with 2027-02-28, the first day on which leaving is possible"),
                what(promise, "first exit"));
    }

    @Test
    void anOptionAsksForADecisionUntilItIsExercised() {
        assertEquals(
                List.of("2027-06-30 option 1"),
                days(
                        deals(promise(Period.ofDays(30), null, null)),
                        "2026-01-01",
                        "2029-01-01",
                        Obligation.Kind.OPTION));
    }

    @Test
    void whatFallsDueAfterTheClauseHasEndedIsOwedNoMore() {
        var ended =
                deals(promise(Period.ofDays(30), null, null)).paper("q", "2027-06-30", new Change.Ends("c", List.of()));
        assertEquals(
                List.of("2026-01-01 start", "2026-12-31 ramp 1"),
                days(
                        ended,
                        "2026-01-01",
                        "2029-01-01",
                        Obligation.Kind.START,
                        Obligation.Kind.COMMITMENT,
                        Obligation.Kind.OPTION));
    }

    @Test
    void aPeriodThatFellShortCanBeMadeGoodThroughTheCure() {
        assertEquals(
                List.of("2026-06-30 cure of quarter to 2026-03-31", "2026-09-30 cure of quarter to 2026-06-30"),
                days(deals(mostlyTraining(Period.ofMonths(3))), "2026-01-01", "2026-10-01", Obligation.Kind.CURE));
        assertEquals(
                List.of("2026-04-30 cure of quarter to 2026-03-31"),
                days(deals(mostlyTraining(Period.ofDays(30))), "2026-01-01", "2026-06-30", Obligation.Kind.CURE));
        assertEquals(List.of(), days(deals(mostlyTraining(null)), "2026-01-01", "2026-10-01", Obligation.Kind.CURE));
    }

    @Test
    void aCureOfAPeriodBeforeTheStartIsStillDueIfTheCovenantStoodThen() {
        var covenant = deals(mostlyTraining(Period.ofMonths(3)));
        assertEquals(
                List.of("2026-09-30 cure of quarter to 2026-06-30"),
                days(covenant, "2026-08-01", "2026-10-01", Obligation.Kind.CURE));
        // In the quarter to 2025-12-31 there was no covenant yet.
        assertEquals(List.of(), days(covenant, "2026-01-01", "2026-06-30", Obligation.Kind.CURE));
    }

    @Test
    void aCureOutlivesTheCovenant() {
        var ended = deals(mostlyTraining(Period.ofMonths(3))).paper("q", "2026-04-01", new Change.Ends("c", List.of()));
        assertEquals(
                List.of("2026-06-30 cure of quarter to 2026-03-31"),
                days(ended, "2026-02-01", "2027-01-01", Obligation.Kind.CURE));
    }
}
