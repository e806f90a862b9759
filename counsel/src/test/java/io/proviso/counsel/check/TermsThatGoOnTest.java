package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.choice;
import static io.proviso.counsel.Deals.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.ForCause;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Leaver;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.due.Exposure;
import io.proviso.counsel.due.Obligation;
import io.proviso.counsel.due.Obligations;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A promise of 730,000 for two years from 2025 on: how it goes on, and who may leave it; each value worked by hand. */
class TermsThatGoOnTest {
    private static final Interval TWO_YEARS = new Interval(day("2025-01-01"), day("2027-01-01"));
    private static final Window QUARTER = new Window.Days(90);
    private static final End.OnMilestone NO = new End.OnMilestone("renewal", List.of("refused"));
    private static final End.OnMilestone FIRST = new End.OnMilestone("extension", List.of("first", "second"));
    private static final End.OnMilestone SECOND = new End.OnMilestone("extension", List.of("second"));
    private static final End.OnMilestone BREACH = new End.OnMilestone("breach", List.of("noticed"));

    private final Deals deals = new Deals().vocabulary(vocabulary()).agreement("supply", "lab", "northern:north");

    private static Vocabulary vocabulary() {
        var usual = Deals.vocabulary();
        var facets = new ArrayList<>(usual.facets().values());
        facets.add(choice("renewal", "no", Facet.SuppliedBy.RECORD, "no", "refused"));
        facets.add(choice("extension", "none", Facet.SuppliedBy.RECORD, "none", "first", "second"));
        facets.add(choice("breach", "none", Facet.SuppliedBy.RECORD, "none", "noticed", "cured"));
        return Vocabulary.of(List.copyOf(usual.acts().values()), facets, List.of());
    }

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    private static GoesOn renewing(@Nullable Long times, @Nullable String amount) {
        Stated<Money> more = amount == null ? Stated.undisclosed() : Stated.of(dollars(amount));
        return new GoesOn.Renews(Period.ofYears(1), Stated.of(QUARTER), NO, times, more);
    }

    private static GoesOn extending() {
        return new GoesOn.Extends(List.of(
                new GoesOn.Extension(
                        Period.ofYears(1),
                        Stated.of(QUARTER),
                        new Window.Days(180),
                        FIRST,
                        Stated.of(dollars("365000"))),
                new GoesOn.Extension(
                        Period.ofYears(2), Stated.of(QUARTER), null, SECOND, Stated.of(dollars("500000")))));
    }

    private void promised(
            Schedule.@Nullable Termination leaving, @Nullable ForCause forCause, @Nullable GoesOn goesOn) {
        var schedule = new Schedule(Stated.of(TWO_YEARS), List.of(), leaving, List.of(), forCause, null, goesOn);
        deals.paper(
                "deed",
                "2025-01-01",
                adds(
                        "promise",
                        new Commitment(
                                new Party("lab"),
                                new Party("northern"),
                                Stated.of(dollars("730000")),
                                Commitment.Headline.COMMITTED,
                                false,
                                schedule)));
    }

    private Exposure.Worth worth(String asOf) {
        return Exposure.at(deals.at(asOf, "2040-01-01")).getFirst().worth();
    }

    private List<String> due(Obligation.Kind kind, String from, String to) {
        return Obligations.until(deals.at(from, "2040-01-01"), day(to)).all().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.day() + " " + each.occurrence())
                .toList();
    }

    @Test
    void withoutANoInTimeTheTermRenews() {
        promised(null, null, renewing(null, "365000"));
        // 90 days from 2 October end with 31 December; that Friday is a business day.
        assertEquals(LocalDate.of(2026, 12, 31), worth("2026-10-02").firmUntil());
        assertTrue(
                worth("2026-10-02")
                        .why()
                        .contains("it renews through 2027-12-31 unless somebody says no by 2026-10-02"),
                worth("2026-10-02").why());
        assertEquals(dollars("730000"), worth("2026-10-02").firm());
        assertEquals(LocalDate.of(2027, 12, 31), worth("2026-10-03").firmUntil());
        assertEquals(dollars("1095000"), worth("2026-10-03").firm());
        assertEquals(dollars("1095000"), worth("2026-10-03").headline());
        assertEquals(dollars("1825000"), worth("2029-06-01").firm());
    }

    @Test
    void aNoInTimeEndsTheTermAndOneTooLateDoesNot() {
        promised(null, null, renewing(null, "365000"));
        deals.attested("renewal", "refused", "2026-10-03");
        assertEquals(LocalDate.of(2027, 12, 31), worth("2026-12-01").firmUntil());
        assertEquals(List.of(), due(Obligation.Kind.NOTICE, "2026-12-01", "2030-01-01"));
        var inTime = new TermsThatGoOnTest();
        inTime.promised(null, null, renewing(null, "365000"));
        inTime.deals.attested("renewal", "refused", "2026-10-02");
        assertEquals(LocalDate.of(2026, 12, 31), inTime.worth("2026-12-01").firmUntil());
    }

    @Test
    void eachRenewalHasItsLastDayToSayNoAsOftenAsItMayCome() {
        promised(null, null, renewing(2L, "365000"));
        assertEquals(
                List.of("2026-10-02 renewal 1", "2027-10-01 renewal 2"),
                due(Obligation.Kind.NOTICE, "2026-01-01", "2035-01-01"));
        deals.attested("renewal", "refused", "2026-05-01");
        assertEquals(List.of(), due(Obligation.Kind.NOTICE, "2026-01-01", "2035-01-01"));
        assertEquals(LocalDate.of(2026, 12, 31), worth("2026-11-01").firmUntil());
    }

    @Test
    void whatARenewalAddsMayBeUndisclosed() {
        promised(null, null, renewing(1L, null));
        assertEquals(dollars("730000"), worth("2026-06-01").firm());
        assertNull(worth("2027-02-01").firm());
        assertTrue(worth("2027-02-01").why().contains("what that adds is undisclosed"));
    }

    @Test
    void anOptionIsOpenOnlyIfTheOneBeforeWasExercised() {
        promised(null, null, extending());
        assertEquals(
                List.of("2026-07-03 extension 1 opens", "2026-10-02 extension 1", "2027-10-01 extension 2"),
                due(Obligation.Kind.OPTION, "2026-01-01", "2035-01-01"));
        deals.attested("extension", "first", "2026-08-01");
        assertEquals(List.of("2027-10-01 extension 2"), due(Obligation.Kind.OPTION, "2026-09-01", "2035-01-01"));
        assertEquals(dollars("1095000"), worth("2026-08-01").firm());
        assertEquals(LocalDate.of(2027, 12, 31), worth("2026-08-01").firmUntil());
        deals.attested("extension", "second", "2027-08-01");
        assertEquals(LocalDate.of(2029, 12, 31), worth("2027-08-01").firmUntil());
    }

    @Test
    void anExerciseThatComesTooLateExtendsNothing() {
        promised(null, null, extending());
        deals.attested("extension", "second", "2026-10-03");
        assertEquals(LocalDate.of(2026, 12, 31), worth("2026-11-01").firmUntil());
        assertEquals(List.of(), due(Obligation.Kind.OPTION, "2026-11-01", "2035-01-01"));
    }

    @Test
    void aFeeByStepsFallsAsTimeGoesOn() {
        var steps = new Schedule.Fee.Stepped(List.of(
                new Schedule.FeeStep(
                        new Schedule.Before.Into(Period.ofYears(1)), new Schedule.Fee.Fixed(dollars("100000"))),
                new Schedule.FeeStep(
                        new Schedule.Before.Day(day("2026-07-01")),
                        new Schedule.Fee.OfTheRest(new BigDecimal("0.5")))));
        promised(new Schedule.Termination(Stated.of(Period.ofDays(30)), null, Stated.of(steps)), null, null);
        // Through 1 July: 182 days at 1,000, and the fee.
        assertEquals(dollars("282000"), worth("2025-06-01").firm());
        // Through 31 December 2025 the first step still counts: 365,000 and 100,000.
        assertEquals(dollars("465000"), worth("2025-12-01").firm());
        // A day later it were half of the other 364,000 and so 548,000; through 1 July 2026 it is 547 days, and
        // nothing.
        assertEquals(dollars("547000"), worth("2025-12-02").firm());
        assertEquals(LocalDate.of(2026, 7, 1), worth("2025-12-02").firmUntil());
        // Through 31 August 2026: 608 days, and nothing.
        assertEquals(dollars("608000"), worth("2026-08-01").firm());
        assertEquals(
                List.of("2025-12-01 leave at fee step 1", "2026-05-31 leave at fee step 2"),
                due(Obligation.Kind.NOTICE, "2025-01-02", "2027-01-01"));
    }

    @Test
    void whoCannotAffordToLeaveNowIsBoundUntilTheFeeFalls() {
        var steps = new Schedule.Fee.Stepped(List.of(new Schedule.FeeStep(
                new Schedule.Before.Into(Period.ofYears(1)), new Schedule.Fee.Fixed(dollars("900000")))));
        promised(new Schedule.Termination(Stated.of(Period.ofDays(30)), null, Stated.of(steps)), null, null);
        assertEquals(dollars("366000"), worth("2025-04-05").firm());
        assertEquals(LocalDate.of(2026, 1, 1), worth("2025-04-05").firmUntil());
    }

    @Test
    void anExerciseBeforeItsFirstDayExtendsNothing() {
        promised(null, null, extending());
        deals.attested("extension", "first", "2026-07-02");
        assertEquals(LocalDate.of(2026, 12, 31), worth("2026-11-01").firmUntil());
        assertEquals(
                List.of("2026-07-03 extension 1 opens", "2026-10-02 extension 1"),
                due(Obligation.Kind.OPTION, "2026-07-02", "2027-01-01"));
        var onItsFirstDay = new TermsThatGoOnTest();
        onItsFirstDay.promised(null, null, extending());
        onItsFirstDay.deals.attested("extension", "first", "2026-07-03");
        assertEquals(
                LocalDate.of(2027, 12, 31), onItsFirstDay.worth("2026-11-01").firmUntil());
    }

    @Test
    void theDaysForLeavingAreThoseOfWhoMayLeave() {
        var leaving = new Schedule.Termination(
                Stated.of(Period.ofDays(30)), Stated.of(day("2026-01-01")), null, Leaver.SUPPLIER);
        promised(leaving, null, null);
        assertEquals(
                List.of(new Party("northern")),
                Obligations.until(deals.at("2025-01-02", "2040-01-01"), day("2027-01-01")).all().stream()
                        .filter(each -> each.kind() == Obligation.Kind.NOTICE)
                        .flatMap(each -> each.progress().parties().stream())
                        .toList());
    }

    @Test
    void whatOnlyTheOtherSideMayLeaveIsFirm() {
        promised(new Schedule.Termination(Stated.of(Period.ofDays(30)), null, null, Leaver.SUPPLIER), null, null);
        assertEquals(dollars("730000"), worth("2025-06-01").firm());
        var either = new TermsThatGoOnTest();
        either.promised(new Schedule.Termination(Stated.of(Period.ofDays(30)), null, null, Leaver.EITHER), null, null);
        assertEquals(dollars("182000"), either.worth("2025-06-01").firm());
    }

    @Test
    void whatIsNotCuredInTimeLetsTheCustomerLeaveUntilItIs() {
        promised(null, new ForCause(Leaver.CUSTOMER, BREACH, Stated.of(new Window.Days(30))), null);
        deals.attested("breach", "noticed", "2025-06-02").attested("breach", "cured", "2025-08-01");
        // 2 June is a Monday; 30 days end with 2 July, at 17:00.
        assertEquals(dollars("730000"), worth("2025-07-02").firm());
        // 1 January through 2 July: 183 days have begun and passed.
        assertEquals(dollars("183000"), worth("2025-07-03").firm());
        assertEquals(dollars("730000"), worth("2025-08-01").firm());
        assertEquals(List.of("2025-07-02 cure of breach"), due(Obligation.Kind.CURE, "2025-06-03", "2027-01-01"));
    }

    @Test
    void aCauseOfTheSupplierFreesTheCustomerOfNothing() {
        promised(null, new ForCause(Leaver.SUPPLIER, BREACH, Stated.of(new Window.Days(30))), null);
        deals.attested("breach", "noticed", "2025-06-02");
        assertEquals(dollars("730000"), worth("2025-07-03").firm());
    }

    @Test
    void whereEitherSideMayLeaveForABreachNobodyKnowsWhatIsFirmUntilItIsCured() {
        promised(null, new ForCause(Leaver.EITHER, BREACH, Stated.of(new Window.Days(30))), null);
        deals.attested("breach", "noticed", "2025-06-02").attested("breach", "cured", "2025-08-01");
        assertEquals(dollars("730000"), worth("2025-07-02").firm());
        assertNull(worth("2025-07-03").firm());
        assertEquals(
                "'breach' of 2025-06-02 was not cured in time, and whose breach it is the record does not say: if it is that"
                        + " of northern, lab may leave; if its own, northern may",
                worth("2025-07-03").why());
        assertEquals(dollars("730000"), worth("2025-08-01").firm());
        var cure = Obligations.until(deals.at("2025-06-03", "2040-01-01"), day("2026-01-01")).all().stream()
                .filter(each -> each.kind() == Obligation.Kind.CURE)
                .findFirst()
                .orElseThrow();
        assertTrue(cure.what().endsWith("Whose breach it is the record does not say."), cure.what());
        assertEquals("lab and northern", cure.progress().partiesInWords());
    }

    @Test
    void theLastDayOfATermThatWentOnTellsItAsItWentOn() {
        promised(null, null, renewing(2L, "365000"));
        assertTrue(
                end("2026-06-01", "2027-01-01").startsWith("2026-12-31 The term ends, unless it goes on: lab commits"));
        assertEquals(
                "2027-12-31 The term ends, having gone on once after 2026-12-31: by the end of this day lab owes northern"
                        + " 1,095,000 USD in total.",
                end("2027-06-01", "2028-06-01"));
        assertEquals(
                "2028-12-31 The term ends, having gone on 2 times after 2026-12-31: by the end of this day lab owes northern"
                        + " 1,460,000 USD in total.",
                end("2028-06-01", "2029-06-01"));
    }

    private String end(String from, String to) {
        return Obligations.until(deals.at(from, "2040-01-01"), day(to)).all().stream()
                .filter(each -> each.occurrence().equals("end"))
                .map(each -> each.day() + " " + each.what())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNoTooLateForOneRenewalIsInTimeForTheNext() {
        promised(null, null, renewing(null, "365000"));
        deals.attested("renewal", "refused", "2026-10-03");
        assertEquals(LocalDate.of(2027, 12, 31), worth("2027-12-01").firmUntil());
        var takenBack = new TermsThatGoOnTest();
        takenBack.promised(null, null, renewing(null, "365000"));
        takenBack.deals.attested("renewal", "refused", "2026-10-03").attested("renewal", "no", "2027-02-01");
        assertEquals(LocalDate.of(2028, 12, 31), takenBack.worth("2027-12-01").firmUntil());
    }

    @Test
    void anOptionWithoutADayAndANoticeLongerThanTheTermAreFound() {
        promised(
                null,
                null,
                new GoesOn.Extends(List.of(
                        new GoesOn.Extension(
                                Period.ofYears(1),
                                Stated.of(QUARTER),
                                new Window.Days(30),
                                FIRST,
                                Stated.undisclosed()),
                        new GoesOn.Extension(
                                Period.ofYears(1),
                                Stated.of(new Window.Dates(4, Window.Unit.YEAR)),
                                null,
                                SECOND,
                                Stated.undisclosed()))));
        assertEquals(
                List.of(
                        "the exercise of option 1 may be received from 2026-12-01 on, and until 2026-10-02T17:00 Z only: on"
                                + " no day",
                        "the exercise of option 2 must be received by 2023-12-29T17:00 Z, before the term begins on"
                                + " 2025-01-01"),
                hollow());
        var renewing = new TermsThatGoOnTest();
        renewing.promised(
                null,
                null,
                new GoesOn.Renews(
                        Period.ofYears(1),
                        Stated.of(new Window.Dates(3, Window.Unit.YEAR)),
                        NO,
                        null,
                        Stated.undisclosed()));
        assertEquals(1, renewing.hollow().size(), renewing.hollow().toString());
        assertTrue(renewing.hollow().getFirst().startsWith("a no to renewal 1 must be received by 2023-12-"));
    }

    private List<String> hollow() {
        return PortfolioCheck.of(deals.compile(), null).stream()
                .filter(finding -> finding.check() == Check.HOLLOW_TERM)
                .map(Finding::message)
                .toList();
    }
}
