package io.proviso.agreement.portfolio;

import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.party;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Deal;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of 730 USD for two years from 2025 on. */
class CommitmentCourseTest {
    private static final Interval TWO_YEARS = new Interval(day("2025-01-01"), day("2027-01-01"));
    private static final Stated<Window> MONTH = Stated.of(new Window.Days(30));
    private static final Stated<Money> YEARLY = Stated.of(dollars("365"));
    private static final End.OnMilestone DELIVERED = new End.OnMilestone("agi", List.of("verified"));

    private final Fixture fixture = Fixture.portfolio(Deal.deal("a"));
    private Stated<Money> amount = Stated.of(dollars("730"));
    private Stated<Interval> term = Stated.of(TWO_YEARS);
    private @Nullable GoesOn goesOn;
    private final List<Delivery.Tranche> tranches = new ArrayList<>();

    private static Money dollars(String number) {
        return Money.of(number, "USD");
    }

    /** Year for year, unless somebody says no. */
    private static GoesOn renewing(Stated<Window> notice, Stated<Money> more) {
        return new GoesOn.Renews(
                Period.ofYears(1), notice, new End.OnMilestone("agi", List.of("rejected")), null, more);
    }

    private void tranche(String name, @Nullable End due, End.OnMilestone delivered, Delivery.@Nullable Delay delay) {
        tranches.add(new Delivery.Tranche(name, null, Stated.of(dollars("365")), due, delivered, null, delay));
    }

    private static Delivery.Delay leaving(Delivery.Ends ends) {
        return new Delivery.Delay(null, null, new Delivery.Exit(MONTH, ends));
    }

    private CommitmentCourse course(String asOf) {
        var delivery = tranches.isEmpty() ? null : new Delivery(tranches, null);
        var promise = new Commitment(
                party("openai"),
                party("microsoft"),
                amount,
                Commitment.Headline.COMMITTED,
                false,
                new Schedule(term, List.of(), null, List.of(), null, delivery, goesOn));
        var portfolio = fixture.build();
        return new CommitmentCourse(
                portfolio, portfolio.agreements().getFirst(), promise, day(asOf), day("2040-01-01"));
    }

    private static List<String> names(List<TrancheCourse> courses) {
        return courses.stream().map(course -> course.tranche().name()).toList();
    }

    @Test
    void whatNobodyDisclosedIsSaidInsteadOfAnAmount() {
        term = Stated.undisclosed();
        assertEquals(
                new Accrual.Unknown("the term is undisclosed"),
                course("2026-01-01").accrual());
        amount = Stated.undisclosed();
        assertEquals(
                new Accrual.Unknown("the amount is undisclosed"),
                course("2026-01-01").accrual());
    }

    @Test
    void aTermThatMayGoOnForAnUndisclosedAmountMayAddWhatNobodyKnows() {
        assertFalse(course("2026-06-01").mayAddWhatIsUndisclosed());
        goesOn = renewing(MONTH, YEARLY);
        assertFalse(course("2026-06-01").mayAddWhatIsUndisclosed());
        goesOn = renewing(MONTH, Stated.undisclosed());
        assertTrue(course("2026-06-01").mayAddWhatIsUndisclosed());
    }

    @Test
    void aTermThatSomebodyStoppedAddsNothing() {
        goesOn = renewing(MONTH, Stated.undisclosed());
        fixture.attested("agi", "rejected", "2026-06-01", any());
        assertFalse(course("2026-07-01").mayAddWhatIsUndisclosed());
    }

    @Test
    void eachYearByWhichItWentOnIsOwedDayByDayFromItsFirstOn() {
        goesOn = renewing(MONTH, YEARLY);
        var accrual = (Accrual.Known) course("2027-06-01").accrual();
        assertEquals(dollars("730"), accrual.by(day("2027-01-01")));
        assertEquals(dollars("740"), accrual.by(day("2027-01-11")));
        assertEquals(dollars("1095"), accrual.whole());
    }

    @Test
    void whereTheNoticeIsUndisclosedAYearIsOpenUntilItBegins() {
        goesOn = renewing(Stated.undisclosed(), YEARLY);
        assertEquals(List.of(TermCourse.Fate.OPEN), fates("2027-01-01", "2027-12-31"));
        assertEquals(List.of(TermCourse.Fate.OPEN, TermCourse.Fate.OPEN), fates("2027-01-01", "2028-01-01"));
        assertEquals(
                List.of(TermCourse.Fate.WENT_ON, TermCourse.Fate.OPEN), fates("2027-01-01T00:00:01Z", "2027-06-01"));
    }

    private List<TermCourse.Fate> fates(String asOf, String by) {
        return course(asOf).steps(day(by)).stream().map(TermCourse.Step::fate).toList();
    }

    @Test
    void whatIsPaidForIsNotOutstandingAnyMore() {
        tranche("come", null, DELIVERED, null);
        tranche("missing", null, new End.OnMilestone("agi", List.of("rejected")), null);
        fixture.attested("agi", "verified", "2025-03-01", any());
        assertEquals(List.of("come", "missing"), names(course("2025-02-28").outstanding()));
        assertEquals(List.of("missing"), names(course("2025-03-01").outstanding()));
    }

    @Test
    void onlyATrancheThatIsLateAndNotThereLetsTheOrderEnd() {
        var due = new End.At(day("2025-02-01"));
        tranche("by-itself", due, DELIVERED, leaving(Delivery.Ends.TRANCHE));
        assertNull(course("2025-06-01").letsTheOrderEnd());
        tranche("of-all", due, DELIVERED, leaving(Delivery.Ends.ORDER));
        // The thirtieth day after 31 January is 2 March.
        assertNull(course("2025-03-02").letsTheOrderEnd());
        var late = course("2025-03-03").letsTheOrderEnd();
        assertEquals("of-all", late == null ? null : late.tranche().name());
        fixture.attested("agi", "verified", "2025-06-01", any());
        assertNull(course("2025-06-01").letsTheOrderEnd());
    }

    @Test
    void aTrancheMayBeDueSoLongAfterADayOrAfterAnEventThatHasCome() {
        tranche("day", after(new End.Anchor.Day(day("2025-01-31"))), DELIVERED, null);
        tranche("event", after(new End.Anchor.Event(milestone())), DELIVERED, null);
        assertEquals(Arrays.asList("2025-03-03", null), due("2025-06-01"));
        fixture.attested("agi", "declared", "2025-02-01", any());
        assertEquals(List.of("2025-03-03", "2025-03-04"), due("2025-06-01"));
    }

    @Test
    void anEndThatNamesNoDayPromisesNone() {
        var ends = List.of(
                new End.Never(),
                milestone(),
                after(new End.Anchor.Beginning()),
                new End.EarlierOf(List.of(milestone())),
                new End.LaterOf(List.of(milestone())));
        ends.forEach(end -> tranche("t" + tranches.size(), end, DELIVERED, null));
        assertEquals(Arrays.asList(null, null, null, null, null), due("2025-06-01"));
    }

    @Test
    void withoutGraceATrancheIsLateOnTheDayItIsDue() {
        tranche("first", new End.At(day("2025-02-01")), DELIVERED, leaving(Delivery.Ends.ORDER));
        assertEquals(
                day("2025-02-01"), course("2025-06-01").tranches().getFirst().late());
    }

    @Test
    void nothingIsOwedDayByDayForATrancheWithoutAnEnd() {
        tranche("first", new End.At(day("2025-02-01")), DELIVERED, null);
        term = Stated.of(new Interval(day("2025-01-01"), null));
        fixture.attested("agi", "verified", "2025-03-01", any());
        var accrual = (Accrual.Known) course("2025-06-01").accrual();
        assertEquals(dollars("0"), accrual.by(day("2025-06-01")));
        assertEquals(dollars("0"), accrual.whole());
    }

    @Test
    void daysCountedBeyondTheListOfTheCalendarAreTold() {
        fixture.closed("2025-01-01", "2024-12-01");
        var grace = new Delivery.Delay(Stated.of(new Window.BusinessDays(5)), null, null);
        tranche("listed", new End.At(day("2025-02-01")), DELIVERED, grace);
        tranche("unlisted", new End.At(day("2026-02-01")), DELIVERED, grace);
        assertEquals(
                List.of(0, 1),
                course("2025-06-01").tranches().stream()
                        .map(tranche -> tranche.unlisted().size())
                        .toList());
    }

    private static End.OnMilestone milestone() {
        return new End.OnMilestone("agi", List.of("declared"));
    }

    private static End after(End.Anchor from) {
        return new End.After(new Window.Days(30), from);
    }

    private List<@Nullable String> due(String asOf) {
        return course(asOf).tranches().stream()
                .map(TrancheCourse::due)
                .<@Nullable String>map(due -> due == null
                        ? null
                        : due.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .toList();
    }
}
