package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.bid;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.desk.Command;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Event;
import io.proviso.desk.Fees;
import io.proviso.desk.Particulars;
import io.proviso.desk.Quantities;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** After the reservation: tranches, slips, acceptance, abatement, the end of what does not come, an option. Facts 7.8. */
class DeliveryTest {
    private static final Instant SECOND = Round.START.plus(Duration.ofDays(30));
    private static final DeliveryTerms TERMS = new DeliveryTerms(
            Duration.ofDays(10),
            new BigDecimal("0.5"),
            new BigDecimal("0.01"),
            new DeliveryTerms.Extension(Duration.ofDays(365), usd("1.00"), Contract.day("2025-12-01")));

    /** 10,000 GPUs, 4,000 at the start and 6,000 a month later, with Microsoft. */
    private static Round offered(DeliveryTerms delivery) {
        var round = requested(delivery);
        return round.then(Round.delivered(round.now()));
    }

    /** Microsoft takes them all, at 3 dollars. */
    private static Round reserved(DeliveryTerms delivery) {
        var round = offered(delivery);
        return round.then(round.answerNow(Response.Accepts.asOffered(10_000)));
    }

    /** Microsoft takes 6,001 of them, others may bid on the rest. */
    private static Round partlyTaken() {
        var round = offered(DeliveryTerms.NONE);
        return round.then(round.answerNow(Response.Accepts.asOffered(6_001)));
    }

    private static Round requested(DeliveryTerms delivery) {
        var plain = terms(10_000, 1_000);
        var ramp = List.of(new Terms.Tranche(4_000, Duration.ZERO), new Terms.Tranche(6_000, Duration.ofDays(30)));
        var schedule = plain.schedule();
        var ramped = new Terms(
                plain.purpose(),
                plain.hardware(),
                plain.size(),
                new Terms.Schedule(schedule.start(), schedule.latest(), ramp, schedule.term()),
                plain.price());
        var asked = request(ramped, "oracle");
        return new Round(Contract.standard())
                .then(new Command.Request(
                        asked.id(), asked.terms(), asked.candidates(), new Particulars(null, null, null, delivery)));
    }

    private static Reservation only(Round round) {
        return round.request().reservations().getFirst();
    }

    private static Fees fees(Round round) {
        return Fees.of(only(round), round.request());
    }

    @Test
    void aReservationComesInTheStepsOfTheRamp() {
        assertEquals(
                List.of(Round.START, SECOND),
                only(reserved(TERMS)).tranches().stream()
                        .map(Reservation.Tranche::due)
                        .toList());
    }

    @Test
    void feesStartWithAcceptanceAndNotWithThePlan() {
        var accepted = Round.START.plus(Duration.ofDays(3));
        var round = reserved(TERMS).at(accepted);
        round.then(new Command.AcceptTranche(Round.OFFER, 0, accepted))
                .then(new Command.AcceptTranche(Round.OFFER, 0, accepted));
        assertEquals(usd("0"), fees(round).perHour(accepted.minusSeconds(1)));
        assertEquals(usd("12000"), fees(round).perHour(accepted));
        assertEquals(6_000, only(round).undelivered());
    }

    @Test
    void aSlipNamesTheGpusItAffectsAndDoesNotMoveThePlan() {
        var later = SECOND.plus(Duration.ofDays(20));
        var round = reserved(TERMS);
        round.then(new Command.Slip(Round.OFFER, 1, later, round.now()))
                .then(new Command.Slip(Round.OFFER, 1, later, round.now()));
        assertEquals(6_000, round.last(Event.Slipped.class).affected());
        assertEquals(SECOND, only(round).tranches().getLast().due());
        assertEquals(later, only(round).tranches().getLast().expected());
    }

    @Test
    void eachDayOfDelayTakesOffAShareOfTheFeeUpToTheCap() {
        var reservation = only(reserved(TERMS));
        var day = usd("3").times(24).times(4_000).times(new BigDecimal("0.5"));
        assertEquals(usd("0"), reservation.abatement(TERMS, Round.START.plus(Duration.ofHours(23))));
        assertEquals(day.times(2), reservation.abatement(TERMS, Round.START.plus(Duration.ofDays(2))));
        assertEquals(
                reservation.cost().times(new BigDecimal("0.01")),
                reservation.abatement(TERMS, Round.START.plus(Duration.ofDays(300))));
    }

    @Test
    void afterTheGraceTheCustomerMayEndWhatHasNotComeAndLooksForItAgain() {
        var round = reserved(TERMS).at(Round.START);
        round.then(new Command.AcceptTranche(Round.OFFER, 0, Round.START))
                .at(SECOND.plus(Duration.ofDays(10)))
                .refused(Rule.NO_SUCH_RESERVATION, new Command.EndUndelivered(Round.OFFER))
                .at(SECOND.plus(Duration.ofDays(10)).plusSeconds(1))
                .then(new Command.EndUndelivered(Round.OFFER));
        assertEquals(new Quantities(0, 4_000, 6_000, 0, 0), round.request().quantities());
        assertEquals(4_000, only(round).gpus());
    }

    @Test
    void withoutAGraceADelayEndsNothing() {
        reserved(DeliveryTerms.NONE)
                .at("2026-06-01T09:00:00")
                .refused(Rule.NO_SUCH_RESERVATION, new Command.EndUndelivered(Round.OFFER));
    }

    @Test
    void anOptionProlongsOnceUntilItsDay() {
        var round = reserved(TERMS).then(new Command.Prolong(Round.OFFER));
        round.then(new Command.Prolong(Round.OFFER));
        assertEquals("Requested Offered Received Accepted Reserved Closed Prolonged", round.story());
        reserved(TERMS).at("2025-12-01T00:00:01").refused(Rule.NO_SUCH_RESERVATION, new Command.Prolong(Round.OFFER));
    }

    @Test
    void anOptionHasItsOwnPriceAndLeavesWhatWasPaidBeforeItAlone() {
        var thirdMonth = Round.START.plus(Duration.ofDays(75));
        var round = reserved(TERMS).at(Round.START);
        round.then(new Command.AcceptTranche(Round.OFFER, 0, Round.START)).at(thirdMonth);
        var plain = only(round);
        round.then(new Command.Prolong(Round.OFFER));

        var secondYear = Round.START.plus(Duration.ofDays(365));
        assertEquals(usd("3").times(4_000), fees(round).perHour(thirdMonth));
        assertEquals(usd("3").times(4_000), fees(round).perHour(secondYear.minusSeconds(1)));
        assertEquals(usd("1").times(4_000), fees(round).perHour(secondYear));
        assertEquals(usd("0"), fees(round).perHour(secondYear.plus(Duration.ofDays(365))));
        assertEquals(usd("4").times(10_000).times(8_760), fees(round).whole());
        assertEquals(plain.abatement(TERMS, thirdMonth), only(round).abatement(TERMS, thirdMonth));
    }

    @Test
    void theHoursOfAllTranchesAddUpToTheWholeFees() {
        var round = reserved(TERMS).at(SECOND).then(new Command.Prolong(Round.OFFER));
        round.then(new Command.AcceptTranche(Round.OFFER, 0, Round.START))
                .then(new Command.AcceptTranche(Round.OFFER, 1, SECOND));
        var paid = usd("0");
        for (var day = 0; day < 30 + 730; day++) {
            paid = paid.plus(
                    fees(round).perHour(Round.START.plus(Duration.ofDays(day))).times(24));
        }
        assertEquals(fees(round).whole(), paid);
    }

    @Test
    void anOptionForPartOfAnHourOrInAnotherCurrencyIsRefused() {
        var price = usd("1.00");
        assertThrows(
                IllegalArgumentException.class,
                () -> new DeliveryTerms.Extension(Duration.ofMinutes(90), price, Round.START));
        var euros = new DeliveryTerms.Extension(Duration.ofDays(30), Money.of("1.00", "EUR"), Round.START);
        assertThrows(
                IllegalArgumentException.class,
                () -> reserved(new DeliveryTerms(null, BigDecimal.ZERO, BigDecimal.ZERO, euros)));
    }

    private static Map<Instant, Long> plan(Reservation reservation) {
        return reservation.tranches().stream()
                .collect(Collectors.toMap(Reservation.Tranche::due, Reservation.Tranche::gpus));
    }

    @Test
    void whoSuppliesAPartHasItsShareOfEveryStepOfTheRamp() {
        var round = partlyTaken().then(quote("oracle", 3_999, "2.00"));
        round.then(new Command.Award());
        assertEquals(
                List.of(Map.of(Round.START, 2_400L, SECOND, 3_601L), Map.of(Round.START, 1_599L, SECOND, 2_400L)),
                round.request().reservations().stream().map(DeliveryTest::plan).toList());
    }

    @Test
    void whatIsReadyOnlyAfterAStepOfTheRampComesThenAndNoLater() {
        var between = SECOND.minus(Duration.ofDays(10));
        var round = partlyTaken().then(new Command.Quote(bid("oracle", 1, 3_999, "2.00", between)));
        round.then(new Command.Award());
        assertEquals(
                Map.of(between, 1_599L, SECOND, 2_400L),
                plan(round.request().reservations().getLast()));
        var after = SECOND.plus(Duration.ofDays(10));
        var late = partlyTaken().then(new Command.Quote(bid("oracle", 1, 3_999, "2.00", after)));
        late.then(new Command.Award());
        assertEquals(Map.of(after, 3_999L), plan(late.request().reservations().getLast()));
    }

    void whatAProviderSaidBeforeDoesNotReplaceWhatItSaidLast() {
        var round = reserved(TERMS);
        var first = new Command.Slip(Round.OFFER, 1, SECOND.plus(Duration.ofDays(20)), round.now());
        var last = new Command.Slip(
                Round.OFFER, 1, SECOND.plus(Duration.ofDays(5)), round.now().plusSeconds(1));
        round.refused(Rule.NOTHING_FROM_THE_FUTURE, last)
                .at(round.now().plusSeconds(1))
                .then(first)
                .then(last)
                .then(first);
        assertEquals(last.to(), only(round).tranches().getLast().expected());
    }

    @Test
    void whatIsAwardedAgainToTheSameProviderHasAnotherNameThanWhatCame() {
        var round = offered(TERMS);
        round.then(round.answerNow(new Response.Declines()))
                .then(Round.quote("oracle", 10_000, "2.00"))
                .then(new Command.Award())
                .at(Round.START)
                .then(new Command.AcceptTranche("need-1/award-1/oracle", 0, Round.START))
                .at(SECOND.plus(Duration.ofDays(11)))
                .then(new Command.EndUndelivered("need-1/award-1/oracle"))
                .then(Round.quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        assertEquals(
                List.of("need-1/award-1/oracle", "need-1/award-2/oracle"),
                round.request().reservations().stream().map(Reservation::id).toList());
    }
}
