package io.proviso.counsel.notice;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.choice;
import static io.proviso.counsel.Deals.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.check.Check;
import io.proviso.counsel.check.Finding;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.counsel.compare.ClauseComparison;
import io.proviso.counsel.due.CountedAs;
import io.proviso.counsel.due.Exposure;
import io.proviso.counsel.due.Obligation;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.due.Uncounted;
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

/** Two halls: 7.3 million for 730 days from 2026 on, the second three months after the first; each value worked by hand. */
class DeliveriesTest {
    private static final End.OnMilestone FIRST = new End.OnMilestone("hall-one", List.of("delivered", "accepted"));
    private static final End.OnMilestone ACCEPTED = new End.OnMilestone("hall-one", List.of("accepted"));
    private static final End.OnMilestone SECOND = new End.OnMilestone("hall-two", List.of("delivered"));
    private static final Window MONTH = new Window.Days(30);

    private final Deals deals =
            new Deals().vocabulary(vocabulary("pending")).agreement("supply", "lab", "northern:north");

    private static Vocabulary vocabulary(@Nullable String hallTwo) {
        var usual = Deals.vocabulary();
        var facets = new ArrayList<>(usual.facets().values());
        facets.add(choice("hall-one", "pending", Facet.SuppliedBy.RECORD, "pending", "delivered", "accepted"));
        facets.add(choice("hall-two", hallTwo, Facet.SuppliedBy.RECORD, "pending", "delivered"));
        return Vocabulary.of(List.copyOf(usual.acts().values()), facets, List.of());
    }

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    private static Delivery.Delay delay(Delivery.CountedFrom from, @Nullable String cap, Delivery.Ends ends) {
        return new Delivery.Delay(
                Stated.of(MONTH),
                new Delivery.Credits(
                        Stated.of(new Delivery.Part.Sum(dollars("10000"))),
                        cap == null ? null : Stated.of(new Delivery.Part.Share(new BigDecimal(cap))),
                        from),
                new Delivery.Exit(Stated.of(new Window.Days(90)), ends));
    }

    private static Delivery halls(Delivery.FeesFrom feesFrom, @Nullable String secondPrice, Delivery.Delay delay) {
        return new Delivery(
                List.of(
                        new Delivery.Tranche(
                                "first",
                                new Limit("gpus", Stated.of(4000L)),
                                Stated.of(dollars("7.3e6")),
                                new End.At(day("2026-01-01")),
                                FIRST,
                                ACCEPTED,
                                delay),
                        new Delivery.Tranche(
                                "second",
                                null,
                                secondPrice == null ? Stated.undisclosed() : Stated.of(dollars(secondPrice)),
                                new End.After(new Window.Dates(3, Window.Unit.MONTH), new End.Anchor.Event(FIRST)),
                                SECOND,
                                SECOND,
                                null)),
                feesFrom);
    }

    private static Commitment buying(Delivery delivery, Schedule.@Nullable Termination termination) {
        return new Commitment(
                new Party("lab"),
                new Party("northern"),
                Stated.of(dollars("20e6")),
                Commitment.Headline.UP_TO,
                false,
                new Schedule(
                        Stated.of(new Interval(day("2026-01-01"), day("2028-01-01"))),
                        List.of(),
                        termination,
                        List.of(),
                        null,
                        delivery,
                        null));
    }

    private void promised(Delivery delivery) {
        deals.paper("deed", "2025-11-01", adds("halls", buying(delivery, null)));
    }

    private void promised() {
        promised(halls(
                Delivery.FeesFrom.DELIVERY, "12.7e6", delay(Delivery.CountedFrom.GRACE, "0.1", Delivery.Ends.TRANCHE)));
    }

    private Exposure.Worth worth(String asOf) {
        return Exposure.at(deals.at(asOf, "2030-01-01")).getFirst().worth();
    }

    private List<String> due(String from, String to) {
        return Obligations.until(deals.at(from, "2030-01-01"), day(to)).all().stream()
                .filter(each -> each.kind() == Obligation.Kind.DELIVERY || each.kind() == Obligation.Kind.DELAY)
                .map(each -> each.when() + " " + each.occurrence())
                .toList();
    }

    @Test
    void nothingIsFirmBeforeItIsDeliveredAndTheCeilingThenIsNone() {
        promised();
        deals.attested("hall-one", "delivered", "2026-02-10");
        assertEquals(dollars("0"), worth("2026-02-09").firm());
        // 690 of 730 days at 10,000: the forty days it was late are not owed.
        assertEquals(dollars("6.9e6"), worth("2026-02-10").firm());
        assertEquals(LocalDate.of(2027, 12, 31), worth("2026-02-10").firmUntil());
        assertEquals(
                CountedAs.FIRM, Exposure.at(deals.at("2026-02-10")).getFirst().as());
    }

    @Test
    void whatComesEarlyIsOwedWholeAndNoMore() {
        promised();
        deals.attested("hall-one", "delivered", "2025-12-01");
        assertEquals(dollars("7.3e6"), worth("2026-02-10").firm());
    }

    @Test
    void feesMayBeginWithAcceptanceAndWhatWasAcceptedOnceStaysAccepted() {
        promised(halls(
                Delivery.FeesFrom.ACCEPTANCE,
                "12.7e6",
                delay(Delivery.CountedFrom.GRACE, null, Delivery.Ends.TRANCHE)));
        deals.attested("hall-one", "delivered", "2026-01-11")
                .attested("hall-one", "accepted", "2026-01-21")
                .attested("hall-one", "pending", "2026-03-01");
        assertEquals(dollars("0"), worth("2026-01-20").firm());
        assertEquals(dollars("7.1e6"), worth("2026-01-21").firm());
        // What the fact is later takes nothing back, and what returns moves no day.
        assertEquals(dollars("7.1e6"), worth("2026-03-01").firm());
        deals.attested("hall-one", "accepted", "2026-05-01");
        assertEquals(dollars("7.1e6"), worth("2026-05-01").firm());
        // A correction of the entry does.
        deals.attested("hall-one", "delivered", "2026-01-21", "2026-05-02", Condition.ALWAYS);
        assertEquals(dollars("6.1e6"), worth("2026-06-01").firm());
    }

    @Test
    void anUndisclosedPriceMattersOnlyOnceItsTrancheIsDelivered() {
        promised(halls(
                Delivery.FeesFrom.DELIVERY, null, delay(Delivery.CountedFrom.GRACE, null, Delivery.Ends.TRANCHE)));
        deals.attested("hall-one", "delivered", "2026-01-01").attested("hall-two", "delivered", "2026-03-01");
        assertEquals(dollars("7.3e6"), worth("2026-02-28").firm());
        assertNull(worth("2026-03-01").firm());
        assertTrue(
                worth("2026-03-01").why().startsWith("tranche second was delivered, and its price is undisclosed"),
                worth("2026-03-01").why());
    }

    @Test
    void whereTheRecordIsSilentAndTheVocabularyHasNoDefaultNobodyKnows() {
        promised();
        deals.vocabulary(vocabulary(null)).attested("hall-two", "pending", "2026-02-01");
        assertNull(worth("2026-01-31").firm());
        assertTrue(worth("2026-01-31").why().contains("whether tranche second was delivered is not on record"));
        assertEquals(dollars("0"), worth("2026-02-01").firm());
    }

    @Test
    void creditsBeginAfterTheGraceAndStopAtTheCapAndAtDelivery() {
        promised();
        // The grace runs through 30 January; the 31st is the first day, the cap of 730,000 is reached on the 73rd.
        assertEquals(dollars("0"), worth("2026-01-30").credited());
        assertEquals(dollars("10000"), worth("2026-01-31").credited());
        assertEquals(dollars("720000"), worth("2026-04-12").credited());
        assertEquals(dollars("730000"), worth("2026-04-13").credited());
        assertEquals(dollars("730000"), worth("2026-12-01").credited());
        deals.attested("hall-one", "delivered", "2026-02-10");
        assertEquals(dollars("100000"), worth("2026-12-01").credited());
    }

    @Test
    void creditsCountedFromTheDueDayAreOwedOnlyIfTheGraceIsMissed() {
        promised(halls(
                Delivery.FeesFrom.DELIVERY, "12.7e6", delay(Delivery.CountedFrom.DUE, null, Delivery.Ends.TRANCHE)));
        assertEquals(dollars("0"), worth("2026-01-30").credited());
        assertEquals(dollars("310000"), worth("2026-01-31").credited());
        deals.attested("hall-one", "delivered", "2026-01-30");
        assertEquals(dollars("0"), worth("2026-06-01").credited());
    }

    @Test
    void eachTrancheHasItsDaysUntilItIsDelivered() {
        promised();
        assertEquals(
                List.of(
                        "2025-12-31 tranche first due",
                        "2026-01-30 tranche first grace",
                        "2026-01-31 tranche first credits",
                        "2026-04-01 tranche first exit",
                        "2026-04-13 tranche first cap",
                        "pending tranche second due"),
                due("2025-12-01", "2027-01-01"));
        deals.attested("hall-one", "delivered", "2026-02-10");
        assertEquals(
                List.of(
                        "past tranche first overdue",
                        "2026-01-30 tranche first grace",
                        "2026-01-31 tranche first credits",
                        "2026-05-10 tranche second due"),
                due("2026-01-01", "2027-01-01"));
    }

    @Test
    void aDeliveryThatDidNotComeIsOverdueForWhoOwesItAndTheFirstToBeTold() {
        promised();
        var found = Obligations.until(deals.at("2026-05-01", "2030-01-01"), day("2027-01-01"));
        var first = found.all().getFirst();
        assertEquals("past overdue delivery", first.heading());
        assertEquals(List.of(new Party("northern")), first.progress().parties());
        assertEquals(
                "Tranche first was due with 2025-12-31 and is not delivered; it is late, and 730,000 USD are credited for"
                        + " tranche first so far.",
                first.told());
        assertTrue(ObligationsText.brief(found).contains("past overdue delivery, supply/halls"));
        var memo = Memo.between(deals.at("2026-04-01", "2030-01-01"), deals.at("2026-05-01", "2030-01-01"));
        assertTrue(memo.text().contains("past overdue delivery, supply/halls"), memo.text());
        for (int i = 0; i < 20; i++) {
            deals.paper(
                    "letter-" + i,
                    "2025-11-02",
                    adds(
                            "more-" + i,
                            buying(
                                    halls(
                                            Delivery.FeesFrom.DELIVERY,
                                            "12.7e6",
                                            delay(Delivery.CountedFrom.GRACE, null, Delivery.Ends.TRANCHE)),
                                    null)));
        }
        var crowded = ObligationsText.brief(Obligations.until(deals.at("2026-05-01", "2030-01-01"), day("2027-01-01")));
        assertTrue(crowded.contains("past overdue delivery, supply/halls"), crowded);
        assertTrue(crowded.lines().count() <= 23, crowded);
    }

    @Test
    void whatCameIsNoLongerOverdue() {
        promised();
        deals.attested("hall-one", "delivered", "2026-04-20");
        assertEquals(List.of("2026-07-20 tranche second due"), due("2026-05-01", "2027-01-01"));
    }

    @Test
    void theDaysOfALateDeliveryAreOverdueOrComeByThemselves() {
        promised();
        var states = Obligations.since(day("2025-12-01"), deals.at("2026-05-01", "2030-01-01"), day("2026-06-01"));
        assertEquals(
                List.of(
                        "tranche first due OVERDUE northern",
                        "tranche first grace OVERDUE northern",
                        "tranche first credits DONE northern",
                        "tranche first exit DONE lab",
                        "tranche first cap DONE northern"),
                states.all().stream()
                        .filter(each -> each.day() != null && each.occurrence().startsWith("tranche"))
                        .map(each -> each.occurrence() + " " + each.progress().state() + " "
                                + each.progress().partiesInWords())
                        .toList());
    }

    @Test
    void whoLeavesOwesByTheDeliveriesThatTheSumsCount() {
        deals.paper(
                "deed",
                "2025-11-01",
                adds(
                        "halls",
                        buying(
                                halls(
                                        Delivery.FeesFrom.DELIVERY,
                                        "12.7e6",
                                        delay(Delivery.CountedFrom.GRACE, "0.1", Delivery.Ends.TRANCHE)),
                                new Schedule.Termination(
                                        Stated.of(Period.ofDays(30)), Stated.of(day("2027-01-01")), null))));
        deals.attested("hall-one", "delivered", "2026-02-10");
        var found = Obligations.until(deals.at("2026-01-01", "2030-01-01"), day("2028-01-01"));
        // 325 days of 2026 at 10,000.
        assertEquals(dollars("3.25e6"), found.payments().getFirst().amount());
        var exit = found.all().stream()
                .filter(each -> each.kind() == Obligation.Kind.NOTICE)
                .findFirst()
                .orElseThrow();
        assertTrue(exit.what().contains("owing 3,250,000 USD in total"), exit.what());
    }

    @Test
    void yearsHoldOnlyWhatWasDeliveredAndTheRestIsToldAsUncounted() {
        promised();
        deals.attested("hall-one", "delivered", "2026-02-10");
        var found = Obligations.until(deals.at("2026-01-01", "2030-01-01"), day("2029-01-01"));
        // 325 days of 2026, 365 of 2027.
        assertEquals(
                List.of("2026-02-10 3250000.00 USD", "2027-01-01 3650000.00 USD"),
                found.payments().stream()
                        .map(each -> each.from() + " " + each.amount())
                        .toList());
        assertEquals(
                List.of(Uncounted.Why.DELIVERY),
                found.uncounted().stream().map(Uncounted::why).toList());
    }

    @Test
    void whoMayEndAllOfItOwesWhatHasBecomeOwed() {
        promised(new Delivery(
                List.of(
                        halls(
                                        Delivery.FeesFrom.DELIVERY,
                                        "12.7e6",
                                        delay(Delivery.CountedFrom.GRACE, null, Delivery.Ends.ORDER))
                                .tranches()
                                .getFirst(),
                        new Delivery.Tranche(
                                "second",
                                null,
                                Stated.of(dollars("12.7e6")),
                                new End.At(day("2026-01-01")),
                                SECOND,
                                null,
                                null)),
                Delivery.FeesFrom.DELIVERY));
        deals.attested("hall-two", "delivered", "2026-01-01");
        assertEquals(dollars("12.7e6"), worth("2026-03-31").firm());
        // 90 of 730 days of 12.7 million.
        assertEquals(dollars("1565753.42"), worth("2026-04-01").firm());
        assertTrue(worth("2026-04-01").why().startsWith("all of it may be ended: tranche first is late"));
    }

    @Test
    void aRemedyThatComesToNothingIsFound() {
        promised(halls(
                Delivery.FeesFrom.DELIVERY,
                "12.7e6",
                new Delivery.Delay(
                        Stated.of(new Window.Days(120)),
                        new Delivery.Credits(
                                Stated.of(new Delivery.Part.Share(new BigDecimal("0.02"))),
                                Stated.of(new Delivery.Part.Share(new BigDecimal("0.01"))),
                                Delivery.CountedFrom.GRACE),
                        new Delivery.Exit(Stated.of(new Window.Days(90)), Delivery.Ends.TRANCHE))));
        assertEquals(
                List.of(
                        "the credits for tranche first are capped at 73,000 USD, which is less than the 146,000 USD of one"
                                + " day",
                        "lab may end tranche first or its order from 2026-04-01 on, but its grace runs through 2026-04-30"),
                PortfolioCheck.of(deals.compile(), null).stream()
                        .filter(finding -> finding.check() == Check.HOLLOW_REMEDY)
                        .map(Finding::message)
                        .toList());
    }

    @Test
    void aCapBelowOneDayIsFoundWhereNobodyDisclosedThePrice() {
        var credits = new Delivery.Credits(
                Stated.of(new Delivery.Part.Share(new BigDecimal("0.02"))),
                Stated.of(new Delivery.Part.Share(new BigDecimal("0.01"))),
                Delivery.CountedFrom.GRACE);
        promised(new Delivery(
                List.of(new Delivery.Tranche(
                        "only",
                        null,
                        Stated.undisclosed(),
                        new End.At(day("2026-01-01")),
                        SECOND,
                        null,
                        new Delivery.Delay(null, credits, null))),
                Delivery.FeesFrom.DELIVERY));
        assertEquals(
                List.of("the credits for tranche only are capped at 1 % of its price, which is less than the 2 % of one"
                        + " day"),
                PortfolioCheck.of(deals.compile(), null).stream()
                        .filter(finding -> finding.check() == Check.HOLLOW_REMEDY)
                        .map(Finding::message)
                        .toList());
    }

    @Test
    void aChangedDeliveryIsToldByName() {
        promised();
        var before = deals.at("2025-12-01");
        var other = new Deals()
                .vocabulary(vocabulary("pending"))
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-11-01",
                        adds(
                                "halls",
                                buying(
                                        halls(
                                                Delivery.FeesFrom.ACCEPTANCE,
                                                "12.7e6",
                                                delay(Delivery.CountedFrom.GRACE, "0.1", Delivery.Ends.TRANCHE)),
                                        null)));
        var changes = new ClauseComparison(before, other.at("2025-12-01")).changes();
        assertEquals(List.of("its delivery"), changes.getFirst().parts());
    }

    @Test
    void aPaperOfLaterDayIsNoneYet() {
        promised();
        deals.attested("hall-one", "delivered", "2026-02-10", "2026-03-10", Condition.ALWAYS);
        var early = Exposure.at(deals.at("2026-03-01", "2026-03-09")).getFirst().worth();
        assertEquals(dollars("0"), early.firm());
    }
}
