package io.proviso.desk;

import static io.proviso.desk.rounds.Round.bid;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.rounds.Contract;
import io.proviso.desk.rounds.Round;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a refusal frees the customer for, and for how long: edge cases 21 to 23. */
class TailTest {
    private static final String SECOND = "need-1/offer-2";

    /** Microsoft refused 10,000 GPUs at 3 dollars from June, on 15 January. */
    private static Round refused(Contract contract) {
        var round = Round.received(contract);
        return round.then(round.answerNow(new Response.Declines()));
    }

    private static Preemption.Tail tail(int days, Preemption.Floor floor) {
        return new Preemption.Tail(days, floor);
    }

    private static Tail.Metric departure(Round round) {
        return round.last(Event.OfferedToMatch.class).because().getFirst().metric();
    }

    private static Command.Answer second(Round round, Response response) {
        return new Command.Answer(SECOND, "answer-2", Contract.MICROSOFT, round.now(), response);
    }

    @Test
    void aRefusalWithoutATailFreesTheCustomerForGood() {
        var round = refused(Contract.standard());
        round.at("2026-01-15T09:00:00").then(quote("oracle", 10_000, "0.10")).then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
    }

    @Test
    void anAwardWithinTheToleranceIsMade() {
        var round = refused(Contract.standard().tail()).then(quote("oracle", 10_000, "2.85"));
        assertEquals(
                "Requested Offered Received Declined TailOpened RemainderReleased Invited Quoted Awarded Reserved"
                        + " Closed",
                round.then(new Command.Award()).story());
    }

    @Test
    void aBetterPriceInTheTailReopensTheOfferAtThatPrice() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 10_000, "2.84"))
                .then(new Command.Award());
        assertEquals(
                "Requested Offered Received Declined TailOpened RemainderReleased Invited Quoted OfferedToMatch",
                round.story());
        assertEquals(Tail.Metric.PRICE, departure(round));
        assertEquals(
                usd("2.84"), round.last(Event.OfferedToMatch.class).bargain().price());
        assertEquals(new Quantities(10_000, 0, 0, 0, 0), round.request().quantities());
        round.refused(Rule.NO_BID_TO_AWARD, new Command.Award());
    }

    @Test
    void theHolderThatRefusesTheBetterPriceTooLeavesItToTheAlternate() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .then(new Command.Award());
        assertEquals(new Quantities(0, 0, 0, 10_000, 0), round.request().quantities());
        assertEquals(
                new Provider("oracle"),
                round.request().reservations().getFirst().provider());
    }

    @Test
    void aThirdPartyThatImprovesItsPriceOnceMoreIsOfferedOnceMore() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .then(quote("oracle", 10_000, "1.50"))
                .then(new Command.Award());
        assertEquals("need-1/offer-3", round.last(Event.OfferedToMatch.class).offer());
        assertEquals(
                "2 USD",
                round.last(Event.OfferedToMatch.class).because().getFirst().refused());
    }

    @Test
    void theEndOfATailMakesEveryEarlierRefusalOfTheHolderStale() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .at("2025-06-15T09:00:00")
                .then(new Command.Award());
        assertEquals("need-1/offer-3", round.last(Event.Offered.class).offer());
        assertEquals(new Quantities(10_000, 0, 0, 0, 0), round.request().quantities());
    }

    @Test
    void aRefusalOfAnotherBargainDoesNotTakeBackWhatAnEarlierOneFreed() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 6_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .then(quote("oracle", 10_000, "2.90"))
                .then(new Command.Award());
        assertEquals(new Quantities(0, 0, 0, 10_000, 0), round.request().quantities());
    }

    @Test
    void refusalsDoNotAddUp() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 6_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        assertEquals(10_000, round.last(Event.OfferedToMatch.class).bargain().gpus());
    }

    @Test
    void aRightStandsAgainWhenTheLastOfItsTailsIsOver() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award())
                .at("2025-02-14T09:00:00");
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .at("2025-05-01T09:00:00")
                .refused(Rule.NO_SUCH_OFFER, new Command.Expire(round.now()));
        round.at("2025-05-16T09:00:00").then(new Command.Expire(round.now()));
        assertEquals(SECOND, round.last(Event.TailExpired.class).tail().offer());
        assertEquals(List.of(), round.request().standing().tails());
    }

    /** Ten thousand from two, each of which has another quantity than was refused. */
    @Test
    void eachContractIsComparedByItselfUntilTheHolderHasSeenThemTogether() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 4_000, "2.90"))
                .then(quote("coreweave", 6_000, "2.90"))
                .then(new Command.Award());
        assertEquals(Tail.Metric.QUANTITY, departure(round));
        assertEquals(10_000, round.last(Event.OfferedToMatch.class).bargain().gpus());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Declines()))
                .then(new Command.Award());
        assertEquals(new Quantities(0, 0, 0, 10_000, 0), round.request().quantities());
    }

    @Test
    void theHolderThatTakesTheBetterPriceServesTheNeed() {
        var round = refused(Contract.standard().tail())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, Response.Accepts.asOffered(10_000)));
        assertEquals(new Quantities(0, 10_000, 0, 0, 0), round.request().quantities());
        assertEquals(usd("2.00"), round.request().reservations().getFirst().price());
    }

    @Test
    void anotherQuantityInTheTailReopensTheOffer() {
        var round = refused(Contract.standard().tail()).then(quote("oracle", 8_999, "3.00"));
        assertEquals(Tail.Metric.QUANTITY, departure(round.then(new Command.Award())));

        var within = refused(Contract.standard().tail()).then(quote("oracle", 9_000, "3.00"));
        assertEquals(
                9_000, within.then(new Command.Award()).request().quantities().awarded());
    }

    @Test
    void aSlipOfTheStartBeyondTheToleranceReopensTheOffer() {
        var late = Round.START.plus(Duration.ofDays(30));
        var within =
                refused(Contract.standard().tail()).then(new Command.Quote(bid("oracle", 1, 10_000, "3.00", late)));
        assertEquals(
                10_000, within.then(new Command.Award()).request().quantities().awarded());

        var beyond = refused(Contract.standard().tail())
                .then(new Command.Quote(bid("oracle", 1, 10_000, "3.00", late.plusSeconds(1))));
        assertEquals(Tail.Metric.START, departure(beyond.then(new Command.Award())));
    }

    @Test
    void anotherTermInTheTailReopensTheOffer() {
        var floor = new Preemption.Floor(
                null, null, null, new Preemption.Tolerance(new BigDecimal("0.10"), Preemption.Direction.EITHER), false);
        var contract = Contract.standard().preemption(right -> right.with(Stated.of(tail(90, floor))));
        var plain = bid("oracle", 1, 10_000, "1.00", Round.START);
        var longer = new Bid(
                plain.id(),
                plain.provider(),
                plain.accelerator(),
                plain.lot(),
                plain.price(),
                plain.ready(),
                new Bid.Beyond(Duration.ofDays(730), null));
        var round = refused(contract).then(new Command.Quote(longer)).then(new Command.Award());
        assertEquals(Tail.Metric.TERM, departure(round));
    }

    @Test
    void aDearerBargainReopensTheOfferWhereTheClauseSaysHigher() {
        var floor = new Preemption.Floor(
                new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.HIGHER), null, null, null, false);
        var tail = new Tail(
                Round.OFFER,
                new ClauseName("a", "c"),
                new Bargain(10, usd("2"), Round.START, Duration.ofDays(1), List.of()),
                floor,
                null);
        var dearer = new Bargain(10, usd("2.01"), Round.START, Duration.ofDays(1), List.of());
        var cheaper = new Bargain(10, usd("1.99"), Round.START, Duration.ofDays(1), List.of());
        assertEquals(1, tail.departures(dearer, Long::toString).size());
        assertEquals(List.of(), tail.departures(cheaper, Long::toString));
    }

    @Test
    void aReofferHasTheShorterWindowOfTheClause() {
        var contract = Contract.standard()
                .tail()
                .preemption(right -> right.with(new Preemption.Conduct(
                        Preemption.Counter.DECLINES,
                        Set.of(),
                        new Window.BusinessDays(3),
                        List.of(),
                        Preemption.OnFailure.THIS_NEED,
                        1)));
        var round = refused(contract).then(quote("oracle", 10_000, "2.00")).then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()));
        var received = round.last(Event.Received.class).receipt();
        assertEquals(Contract.at("2025-01-21T17:00:00"), received.deadline().utc());
    }

    @Test
    void anAwardOfAnEarlierEpochCannotAct() {
        var round = refused(Contract.standard().tail()).then(quote("oracle", 10_000, "2.00"));
        assertEquals(1, round.request().standing().epoch());
        round.then(new Command.Award(1)).then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()));
        round.then(second(round, new Response.Declines()))
                .refused(Rule.AN_AWARD_BELONGS_TO_ITS_EPOCH, new Command.Award(1))
                .then(new Command.Award(2));
        assertEquals(10_000, round.request().quantities().awarded());
    }

    @Test
    void aLateAnswerToTheFirstOfferDoesNotAnswerTheSecond() {
        var round = Round.received(Contract.standard().tail()).at("2025-01-30T17:00:01");
        round.then(new Command.Expire(round.now()))
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(Round.answer("answer-1", round.now(), Response.Accepts.asOffered(10_000)));
        assertEquals("answer-1", round.last(Event.LateAnswer.class).answer());
        assertEquals(
                SECOND,
                java.util.Objects.requireNonNull(round.request().openOffer()).id());
    }

    @Test
    void atTheEndOfTheTailTheCustomerIsFreeAndASecondLaterTheRightStandsAgain() {
        var end = Contract.at("2025-04-15T17:00:00");
        var round = refused(Contract.standard().tail());
        assertEquals(end, round.request().standing().tails().getFirst().expires());
        var last = refused(Contract.standard().tail())
                .at(end)
                .then(quote("oracle", 10_000, "3.00"))
                .then(new Command.Award());
        assertEquals(10_000, last.request().quantities().awarded());

        round.at(end).then(quote("oracle", 10_000, "3.00")).at(end.plusSeconds(1));
        round.then(new Command.Award());
        assertEquals(
                "Requested Offered Received Declined TailOpened RemainderReleased Invited Quoted TailExpired Offered",
                round.story());
        assertEquals(new Quantities(10_000, 0, 0, 0, 0), round.request().quantities());
        assertEquals(List.of(), round.request().bids());
        round.at(end.plus(Duration.ofDays(1)))
                .then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                .then(second(round, new Response.Waives()));
        assertEquals(10_000, round.request().quantities().released());
    }

    @Test
    void aWorkerFindsTheEndOfATailWithoutAnyAward() {
        for (var worker :
                List.<java.util.function.Function<Instant, Command>>of(Command.Expire::new, Command.Review::new)) {
            var round = refused(Contract.standard().tail()).at("2025-04-15T17:00:00");
            var told = round.story();
            round.then(new Command.Review(round.now()));
            assertEquals(told, round.story());
            round.at("2025-04-16T09:00:00").then(worker.apply(round.now()));
            assertEquals(told + " TailExpired Offered", round.story());
        }
    }

    @Test
    void aTailWhoseRightHasEndedBindsNobody() {
        var round = refused(Contract.standard().tail().until(Contract.day("2025-03-01")))
                .at("2025-06-01T09:00:00")
                .then(quote("oracle", 4_000, "1.00"))
                .then(new Command.Award());
        assertEquals(4_000, round.request().quantities().awarded());
    }

    @Test
    void theTailOfALapseRunsFromTheDeadlineHoweverLateItIsProcessed() {
        var round = Round.received(Contract.standard().tail()).at("2025-02-20T12:00:00");
        round.then(new Command.Expire(round.now()));
        assertEquals(
                Contract.at("2025-04-30T17:00:00"),
                round.request().standing().tails().getFirst().expires());
    }

    @Test
    void aLapseThatIsProcessedAfterItsTailEndedLeadsToTheNextRoundAtOnce() {
        var round = Round.received(Contract.standard().tail()).at("2025-05-01T09:00:00");
        round.then(new Command.Expire(round.now()));
        assertEquals("Requested Offered Received Lapsed TailOpened TailExpired Offered", round.story());
    }

    @Test
    void aTailThatNobodyDisclosedGivesNoRound() {
        var hidden = Contract.standard().preemption(right -> right.with(Stated.<Preemption.Tail>undisclosed()));
        new Round(hidden).refused(Rule.TAIL_MUST_BE_DISCLOSED, request(terms(10_000, 1_000), "oracle"));
    }

    @Test
    void theRestOfAPartialAcceptanceHasItsOwnTail() {
        var round = Round.received(Contract.standard().tail());
        round.then(round.answerNow(Response.Accepts.asOffered(6_000))).then(quote("oracle", 4_000, "2.90"));
        assertEquals(
                4_000, round.request().standing().tails().getFirst().refused().gpus());
        round.then(new Command.Award());
        assertEquals(new Quantities(0, 6_000, 0, 4_000, 0), round.request().quantities());
        assertNull(round.request().openOffer());
    }

    @Test
    void aTailThatWasRecordedWhileTheNoticeWasOnItsWayBoundsTheRefusal() {
        var tail = new Stated.Known<>(tail(90, Contract.FLOOR), Contract.at("2025-01-15T10:00:00"));
        var round = Round.requested(Contract.standard())
                .under(Contract.standard().preemption(right -> right.with(tail)))
                .at("2025-01-15T11:00:00");
        round.then(Round.delivered(Contract.at("2025-01-15T09:00:00"))).then(round.answerNow(new Response.Declines()));
        assertEquals("Requested Offered Received Declined TailOpened RemainderReleased Invited", round.story());
    }
}
