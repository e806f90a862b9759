package io.proviso.desk;

import static io.proviso.desk.Round.request;
import static io.proviso.desk.Round.terms;
import static io.proviso.desk.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.desk.Decision.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        var round = new Round(Contract.standard())
                .then(new Command.Request(
                        asked.id(),
                        asked.terms(),
                        asked.candidates(),
                        new Circumstances(null, List.of(), null, null, List.of(), delivery)));
        return round.then(Round.delivered(round.now()));
    }

    /** Microsoft takes them all, at 3 dollars. */
    private static Round reserved(DeliveryTerms delivery) {
        var round = offered(delivery);
        return round.then(round.answerNow(Response.Accepts.asOffered(10_000)));
    }

    private static Reservation only(Round round) {
        return round.request().reservations().getFirst();
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
        assertEquals(usd("0"), only(round).perHour(accepted.minusSeconds(1)));
        assertEquals(usd("12000"), only(round).perHour(accepted));
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
        assertEquals(Duration.ofDays(730), only(round).term());
        assertEquals(usd("2"), only(round).price());
        reserved(TERMS).at("2025-12-01T00:00:01").refused(Rule.NO_SUCH_RESERVATION, new Command.Prolong(Round.OFFER));
    }

    @Test
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
