package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Firm against headline, each value worked by hand. */
class ValuationTest {
    private static final Instant KNOWN = day("2026-05-01");
    private static final Interval THREE_YEARS = new Interval(day("2026-05-01"), day("2029-05-01"));
    private static final Stated<Period> NINETY_DAYS = Stated.of(Period.ofDays(90));
    /** 1.25 billion a month, told as 15 billion for each year. */
    private static final List<Schedule.Step> RAMP =
            List.of(step("2027-05-01", "15e9"), step("2028-05-01", "30e9"), step("2029-05-01", "45e9"));

    private static Schedule.Step step(String until, String amount) {
        return new Schedule.Step(day(until), dollars(amount));
    }

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    private static Schedule schedule(Schedule.@Nullable Termination termination, Schedule.Option... options) {
        return new Schedule(Stated.of(THREE_YEARS), RAMP, termination, List.of(options));
    }

    private static Schedule.Termination leaving(@Nullable String notBefore, @Nullable String fee) {
        return new Schedule.Termination(
                NINETY_DAYS,
                notBefore == null ? null : Stated.of(day(notBefore)),
                fee == null ? null : Stated.of(new Schedule.Fee.Fixed(dollars(fee))));
    }

    private static Commitment promise(Schedule schedule) {
        return new Commitment(
                new Party("lab"),
                new Party("rocket"),
                Stated.of(dollars("45e9")),
                Commitment.Headline.COMMITTED,
                false,
                schedule);
    }

    private static Exposure.Worth worth(Schedule schedule, String asOf) {
        return worth(promise(schedule), asOf);
    }

    private static Exposure.Worth worth(Commitment promise, String asOf) {
        return worth(promise, asOf, KNOWN);
    }

    private static Exposure.Worth worth(Commitment promise, String asOf, Instant knownAt) {
        var portfolio = new Deals().agreement("supply", "lab", "rocket:north").portfolio();
        var agreement = portfolio.agreements().getFirst();
        return new Valuation(new CommitmentCourse(portfolio, agreement, promise, day(asOf), knownAt)).worth();
    }

    @Test
    void whatNobodyMayLeaveIsFirmInFullToTheEndOfItsTerm() {
        var worth = worth(schedule(null), "2026-08-01");
        assertEquals(dollars("45e9"), worth.headline());
        assertEquals(dollars("45e9"), worth.firm());
        assertEquals(LocalDate.of(2029, 4, 30), worth.firmUntil());
        assertEquals("committed in full", worth.why());
    }

    @Test
    void noticeGivenNowLeavesFirmWhatTheRampOwesUntilItHasRun() {
        // 1 January and 90 days: through 1 April, 336 of the 365 days of the first year, 15e9 * 336 / 365.
        var worth = worth(schedule(leaving(null, null)), "2027-01-01");
        assertEquals(dollars("45e9"), worth.headline());
        assertEquals(dollars("13808219178.08"), worth.firm());
        assertEquals(LocalDate.of(2027, 4, 1), worth.firmUntil());
        assertEquals(
                "owed if notice of 90 days is given on 2027-01-01; spread evenly between the milestones of its ramp: assumed",
                worth.why());
    }

    @Test
    void beforeTheFirstDayOnWhichLeavingIsPossibleThatDayDecides() {
        // Through 30 October: 183 of 365 days, 15e9 * 183 / 365.
        var worth = worth(schedule(leaving("2026-10-31", null)), "2026-06-01");
        assertEquals(dollars("7520547945.21"), worth.firm());
        assertEquals(LocalDate.of(2026, 10, 30), worth.firmUntil());
        assertEquals(
                "owed if notice of 90 days is given on 2026-06-01; it may end no earlier than 2026-10-31; spread evenly"
                        + " between the milestones of its ramp: assumed",
                worth.why());
    }

    @Test
    void leavingAtAMilestoneOwesExactlyTheMilestone() {
        // 30 January 2027 and 90 days: through 30 April, the last day of the first year.
        assertEquals(
                dollars("15e9"),
                worth(schedule(leaving(null, null)), "2027-01-30").firm());
    }

    @Test
    void aFeeOfAShareIsOfWhatWouldStillHaveBecomeOwed() {
        // By 30 April 2027 15e9 are owed and 30e9 remain, of which 75 % are 22.5e9.
        var terms = new Schedule.Termination(
                NINETY_DAYS, null, Stated.of(new Schedule.Fee.OfTheRest(new BigDecimal("0.75"))));
        var worth = worth(schedule(terms), "2027-01-30");
        assertEquals(dollars("37.5e9"), worth.firm());
        assertTrue(
                worth.why().contains("the fee of 75 % of what remains, 22,500,000,000 USD, is included"), worth.why());
        var all = new Schedule.Termination(NINETY_DAYS, null, Stated.of(new Schedule.Fee.OfTheRest(BigDecimal.ONE)));
        assertTrue(worth(schedule(all), "2027-01-30").why().startsWith("leaving would cost as much as staying"));
    }

    @Test
    void theFeeForLeavingIsFirmToo() {
        var worth = worth(schedule(leaving(null, "500e6")), "2027-01-30");
        assertEquals(dollars("15.5e9"), worth.firm());
        assertEquals(
                "owed if notice of 90 days is given on 2027-01-30; the fee of 500,000,000 USD is included; spread evenly"
                        + " between the milestones of its ramp: assumed",
                worth.why());
    }

    @Test
    void nobodyLeavesForMoreThanStayingCosts() {
        var worth = worth(schedule(leaving(null, "31e9")), "2027-01-30");
        assertEquals(dollars("45e9"), worth.firm());
        assertEquals(LocalDate.of(2029, 4, 30), worth.firmUntil());
        assertEquals("leaving would cost as much as staying, or more", worth.why());
    }

    @Test
    void aNoticeThatWouldRunBeyondTheTermChangesNothing() {
        // 30 January 2029 and 90 days: through 30 April, with which the term ends anyhow.
        var worth = worth(schedule(leaving(null, "1e9")), "2029-01-30");
        assertEquals(dollars("45e9"), worth.firm());
        assertEquals("notice of 90 days would run beyond the term", worth.why());
        assertEquals(
                LocalDate.of(2029, 4, 29),
                worth(schedule(leaving(null, null)), "2029-01-29").firmUntil());
    }

    @Test
    void withoutARampTheAmountIsSpreadEvenlyAndThatIsSaid() {
        var flat = new Schedule(Stated.of(THREE_YEARS), List.of(), leaving(null, null), List.of());
        var amount = new Commitment(
                new Party("lab"),
                new Party("rocket"),
                Stated.of(dollars("1096e6")),
                Commitment.Headline.COMMITTED,
                true,
                flat);
        // A million on each of 1,096 days, 336 of which have passed by then.
        var worth = worth(amount, "2027-01-01");
        assertEquals(dollars("336e6"), worth.firm());
        assertEquals(
                "owed if notice of 90 days is given on 2027-01-01; spread evenly over the term: assumed; on top of earlier"
                        + " commitments",
                worth.why());
    }

    @Test
    void anOptionIsInTheHeadlineWhileItIsOpenAndFirmOnceItIsExercised() {
        var open = new Schedule.Option(dollars("2e9"), day("2028-01-01"), false);
        var exercised = new Schedule.Option(dollars("1e9"), day("2026-07-01"), true);
        var both = schedule(leaving(null, null), open, exercised);
        var before = worth(both, "2027-01-30");
        assertEquals(dollars("48e9"), before.headline());
        assertEquals(dollars("16e9"), before.firm());
        var after = worth(both, "2028-01-01");
        assertEquals(dollars("46e9"), after.headline());
        assertEquals(
                "committed in full; an option on 2,000,000,000 USD lapsed with 2027-12-31; an option on 1,000,000,000 USD was"
                        + " exercised and counts whole",
                worth(schedule(null, open, exercised), "2028-01-01").why());
        assertEquals(
                dollars("46e9"),
                worth(schedule(null, open, exercised), "2027-12-31").firm());
    }

    @Test
    void whatIsUndisclosedIsNamedAndNeverGuessed() {
        var notice = new Schedule.Termination(Stated.undisclosed(), null, Stated.undisclosed());
        var worth = worth(schedule(notice), "2027-01-01");
        assertEquals(dollars("45e9"), worth.headline());
        assertNull(worth.firm());
        assertNull(worth.firmUntil());
        assertEquals("it may be left, but the notice and the fee for leaving are undisclosed", worth.why());
        var firstDay = new Schedule.Termination(NINETY_DAYS, Stated.undisclosed(), null);
        assertEquals(
                "it may be left, but the first day on which leaving is possible is undisclosed",
                worth(schedule(firstDay), "2027-01-01").why());
        var noTerm = new Schedule(Stated.undisclosed(), List.of(), leaving(null, null), List.of());
        assertEquals(
                "it may be left, but the term is undisclosed",
                worth(noTerm, "2027-01-01").why());
    }

    @Test
    void aNoticeThatCameOnRecordLaterIsUndisclosedBefore() {
        var later = new Schedule.Termination(new Stated.Known<>(Period.ofDays(90), KNOWN.plusSeconds(1)), null, null);
        assertNull(worth(schedule(later), "2027-01-30").firm());
        assertEquals(
                dollars("15e9"),
                worth(promise(schedule(later)), "2027-01-30", KNOWN.plusSeconds(1))
                        .firm());
    }

    @Test
    void aCeilingHasNoFirmPartThatAnybodyKnowsWithARightToLeaveOrWithout() {
        var ceiling = new Commitment(
                new Party("lab"),
                new Party("rocket"),
                Stated.of(dollars("45e9")),
                Commitment.Headline.UP_TO,
                false,
                schedule(leaving(null, null)));
        var worth = worth(ceiling, "2027-01-30");
        assertEquals(dollars("45e9"), worth.headline());
        assertNull(worth.firm());
        assertEquals("a ceiling was published; what is firm below it is unknown", worth.why());
    }
}
