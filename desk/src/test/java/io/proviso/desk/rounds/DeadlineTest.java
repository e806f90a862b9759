package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.delivered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.clause.Preemption;
import io.proviso.calendar.Window;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only a receipt starts the clock, and only a closure that becomes known in time moves it. */
class DeadlineTest {
    private static Instant deadline(Round round) {
        var receipt = round.request().offers().getLast().receipt();
        return Objects.requireNonNull(receipt).deadline().utc();
    }

    private static Round receivedAt(String local) {
        return Round.requested(Contract.standard()).at("2025-01-18T12:00:00").then(delivered(Contract.at(local)));
    }

    @Test
    void aNoticeBeforeTheCutOffCountsThatDayAndOneAfterItTheNextBusinessDay() {
        assertEquals(Instant.parse("2025-02-04T01:00:00Z"), deadline(receivedAt("2025-01-17T16:59:59")));
        assertEquals(Instant.parse("2025-02-04T01:00:00Z"), deadline(receivedAt("2025-01-17T17:00:00")));
        assertEquals(Instant.parse("2025-02-05T01:00:00Z"), deadline(receivedAt("2025-01-17T17:00:01")));
    }

    @Test
    void receiptCountsNotTheHourAtWhichTheDeskHearsOfIt() {
        var late = Round.requested(Contract.standard())
                .at("2025-02-20T12:00:00")
                .then(delivered(Contract.at("2025-01-17T16:59:59")));
        assertEquals(Instant.parse("2025-02-04T01:00:00Z"), deadline(late));
    }

    @Test
    void aDefectiveNoticeNeverStartsTheClock() {
        var round = Round.requested(Contract.standard());
        round.then(new Command.ConfirmDelivery(Round.OFFER, round.now(), List.of("price")));

        assertEquals("Requested Offered Defective", round.story());
        assertNull(round.request().offers().getLast().receipt());
        round.at("2026-01-15T09:00:00")
                .refused(Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK, new Command.Expire(Contract.at("2026-01-15T09:00:00")));
    }

    @Test
    void whoAnswersHasTheNoticeWhateverItLacked() {
        var round = Round.requested(Contract.standard());
        round.then(new Command.ConfirmDelivery(Round.OFFER, round.now(), List.of("price")))
                .at("2025-03-03T09:00:00")
                .then(round.answerNow(new Response.Declines()));
        assertEquals("Requested Offered Defective Received Declined RemainderReleased Invited", round.story());
        assertEquals(
                round.now(),
                Objects.requireNonNull(round.request().offers().getLast().receipt())
                        .at());
        round.refused(Rule.ONE_RECEIPT_PER_OFFER, delivered(Contract.at("2025-02-01T09:00:00")));
    }

    @Test
    void aCounterToAnOfferThatNobodyKnowsToBeReceivedBeginsItsWindow() {
        var conduct = new Preemption.Conduct(
                Preemption.Counter.NEGOTIATES, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, 1);
        var round = Round.requested(Contract.standard().preemption(right -> right.with(conduct)))
                .at("2025-01-17T09:00:00");
        round.then(round.answerNow(new Response.Counters("another site")));
        assertEquals("Requested Offered Received Countered", round.story());
        assertEquals(Contract.at("2025-02-03T17:00:00"), deadline(round));
    }

    @Test
    void aCorrectedNoticeStartsTheClockAtItsOwnReceipt() {
        var round = Round.requested(Contract.standard());
        round.then(new Command.ConfirmDelivery(Round.OFFER, round.now(), List.of("price")))
                .then(new Command.ConfirmDelivery(Round.OFFER, round.now(), List.of("price")))
                .at("2025-01-17T16:59:59")
                .then(delivered(Contract.at("2025-01-17T16:59:59")));
        assertEquals("Requested Offered Defective Received", round.story());
        assertEquals(Instant.parse("2025-02-04T01:00:00Z"), deadline(round));
    }

    @Test
    void aSecondReportOfTheReceiptDoesNothingAndAnotherInstantIsRefused() {
        var round = Round.received(Contract.standard());
        round.then(delivered(round.now()));
        assertEquals("Requested Offered Received", round.story());
        round.at("2025-01-16T09:00:00").refused(Rule.ONE_RECEIPT_PER_OFFER, delivered(round.now()));
    }

    @Test
    void aReceiptFromTheFutureOrFromBeforeTheOfferIsRefused() {
        var round = Round.requested(Contract.standard());
        round.refused(Rule.NOTHING_FROM_THE_FUTURE, delivered(round.now().plusSeconds(1)))
                .refused(Rule.NOTHING_FROM_THE_FUTURE, delivered(round.now().minusSeconds(1)))
                .refused(Rule.NO_SUCH_OFFER, new Command.ConfirmDelivery("need-1/offer-7", round.now(), List.of()));
    }

    @Test
    void aClosureThatBecomesKnownBeforeExpiryMovesTheDeadline() {
        var round = Round.received(Contract.standard().closed("2025-01-22", "2025-01-21"));
        assertEquals(Contract.at("2025-01-30T17:00:00"), deadline(round));

        round.at("2025-01-21T09:00:00").then(new Command.Review(round.now()));
        assertEquals("Requested Offered Received DeadlineMoved", round.story());
        assertEquals(Contract.at("2025-01-31T17:00:00"), deadline(round));
        round.then(new Command.Review(round.now()));
        assertEquals("Requested Offered Received DeadlineMoved", round.story());
    }

    @Test
    void aMovedDeadlineIsFoundByTheWorkerThatCameToLetTheOfferLapse() {
        var round = Round.received(Contract.standard().closed("2025-01-22", "2025-01-21"));
        round.at("2025-01-30T17:00:01").then(new Command.Expire(round.now()));
        assertEquals("Requested Offered Received DeadlineMoved", round.story());

        round.at("2025-01-31T17:00:01").then(new Command.Expire(round.now()));
        assertEquals(
                Contract.at("2025-01-31T17:00:00"),
                ((Offer.Ending.Lapsed) round.last(Event.Lapsed.class).by()).deadline());
    }

    @Test
    void aMovedDeadlineSavesAnAnswerThatTheOldOneWouldHaveCutOff() {
        var round = Round.received(Contract.standard().closed("2025-01-22", "2025-01-21"))
                .at("2025-01-31T12:00:00");
        round.then(answer("answer-1", round.now(), new Response.Declines()));
        assertEquals("Requested Offered Received DeadlineMoved Declined RemainderReleased Invited", round.story());
    }

    @Test
    void aClosureRecordedAfterTheDeadlineDoesNotReviveTheOffer() {
        var round = Round.received(Contract.standard().closed("2025-01-22", "2025-01-31"));
        round.at("2025-02-03T09:00:00").then(new Command.Expire(round.now()));
        assertEquals(Contract.at("2025-01-30T17:00:00"), deadline(round));
        assertEquals("Requested Offered Received Lapsed RemainderReleased Invited", round.story());
    }

    @Test
    void theClauseAsItStoodAtReceiptGovernsTheRoundEvenIfItIsRestated() {
        var shortened = Contract.standard();
        shortened
                .window(new Window.Days(2))
                .restated(Contract.day("2025-01-16"))
                .window(new Window.BusinessDays(10));
        var round = Round.received(shortened).at("2025-01-24T09:00:00");
        round.then(new Command.Review(round.now())).refused(Rule.NOT_YET_DUE, new Command.Expire(round.now()));
        assertEquals(Contract.at("2025-01-30T17:00:00"), deadline(round));
    }

    @Test
    void theClauseInForceAtReceiptCountsNotTheOneInForceWhenTheOfferWasMade() {
        var shortened = Contract.standard();
        shortened
                .window(new Window.Days(2))
                .restated(Contract.day("2025-01-16"))
                .window(new Window.BusinessDays(10));
        var round = Round.requested(shortened).at("2025-01-16T09:00:00");
        round.then(delivered(round.now()));
        assertEquals(Contract.at("2025-01-18T17:00:00"), deadline(round));
    }
}
