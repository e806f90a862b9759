package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way in which a delivery can contradict itself, its commitment or the vocabulary. */
class DeliveryRulesTest {
    private static final End.OnMilestone VERIFIED = new End.OnMilestone("agi", List.of("verified"));
    private static final End AT_ONCE = new End.At(day("2024-03-01"));

    @Test
    void thePricesOfTheTranchesMakeUpTheAmount() {
        only(delivering(tranche("one", "4 USD"), tranche("two", "6 USD")));
        only(delivering(tranche("one", "4 USD"), tranche("two", null)));
        only(
                delivering(tranche("one", "4 USD"), tranche("two", "5 USD")),
                ": the prices of the tranches come to 9 USD, but the amount is 10 USD");
        only(
                delivering(tranche("one", "11 USD"), tranche("two", null)),
                ": the prices of some tranches come to 11 USD, but the amount is 10 USD");
        only(
                delivering(tranche("one", "11 EUR")),
                "/tranches/0/price: 11 EUR is not in the currency of the amount, USD");
    }

    @Test
    void aTrancheIsToldByItsNameAndDeliveredByAFactOfTheRecord() {
        only(
                delivering(tranche("one", null), tranche("one", null)),
                "/tranches/1/tranche: another tranche of this delivery is named 'one'");
        only(
                delivering(with(new End.OnMilestone("agy", List.of("yes")), AT_ONCE, null)),
                "/tranches/0/delivered: unknown fact 'agy'");
        only(
                delivering(with(new End.OnMilestone("provider", List.of("azure")), AT_ONCE, null)),
                "/tranches/0/delivered: the record does not say what 'provider' is");
    }

    @Test
    void whatFollowsFromDelayNeedsADay() {
        var delay = new Delivery.Delay(Stated.of(new Window.Days(3)), null, null);
        only(
                delivering(with(VERIFIED, null, delay)),
                "/tranches/0: 'one' has no day with which it is due, so that it is never late");
    }

    @Test
    void feesFromAcceptanceNeedSomethingToAccept() {
        only(
                new Delivery(List.of(tranche("one", null)), Delivery.FeesFrom.ACCEPTANCE),
                "/tranches/0: the fees of 'one' begin with its acceptance, of which nothing is said");
    }

    @Test
    void aRampWouldSayOnceMoreWhatIsOwed() {
        var ramp = List.of(new Schedule.Step(day("2025-01-01"), Money.of("10", "USD")));
        problems(
                buying(new Schedule(TERM, ramp, null, List.of(), null, delivering(tranche("one", null)), null)),
                "commitment/ramp: what is owed begins with the delivery of each tranche, and the ramp says it once more");
    }

    private static final Stated<Interval> TERM = Stated.of(new Interval(day("2024-01-01"), day("2025-01-01")));

    private static Delivery delivering(Delivery.Tranche... tranches) {
        return new Delivery(List.of(tranches), Delivery.FeesFrom.DELIVERY);
    }

    private static Delivery.Tranche tranche(String name, @Nullable String price) {
        var words = price == null ? new String[0] : price.split(" ");
        Stated<Money> stated = price == null ? Stated.undisclosed() : Stated.of(Money.of(words[0], words[1]));
        return new Delivery.Tranche(name, null, stated, AT_ONCE, VERIFIED, null, null);
    }

    private static Delivery.Tranche with(End.OnMilestone delivered, @Nullable End due, Delivery.@Nullable Delay delay) {
        return new Delivery.Tranche("one", null, Stated.undisclosed(), due, delivered, null, delay);
    }

    private static Commitment buying(Schedule schedule) {
        return new Commitment(
                party("openai"),
                party("microsoft"),
                Stated.of(Money.of("10", "USD")),
                Commitment.Headline.COMMITTED,
                false,
                schedule);
    }

    private static void only(Delivery delivery, String... problems) {
        problems(
                buying(new Schedule(TERM, List.of(), null, List.of(), null, delivery, null)),
                List.of(problems).stream()
                        .map(one -> "commitment/delivery" + one)
                        .toArray(String[]::new));
    }

    private static void problems(Commitment promise, String... problems) {
        assertEquals(
                List.of(problems),
                portfolio(deal("a", paper("p", "2024-01-01").adds(clause("c", promise)))).problems().stream()
                        .map(problem -> problem.path().substring("agreements/a/instruments/p/clauses/c/".length())
                                + ": " + problem.message())
                        .toList());
    }
}
