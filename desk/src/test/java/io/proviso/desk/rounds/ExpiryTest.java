package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import io.proviso.calendar.Window;
import io.proviso.desk.Basis;
import io.proviso.desk.CapacityRequest.Phase;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Quantities;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Instant DEADLINE = Contract.at("2025-01-30T17:00:00");
    private static final Instant RIGHT_ENDS = Contract.day("2025-01-24");
    private static final Response ALL = Response.Accepts.asOffered(10_000);

    @Test
    void anOfferDoesNotLapseAtItsDeadlineButAfterIt() {
        var round = Round.received(Contract.standard()).at(DEADLINE);
        round.refused(Rule.NOT_YET_DUE, new Command.Expire(DEADLINE))
                .at(DEADLINE.plusNanos(1))
                .then(new Command.Expire(DEADLINE));
        assertEquals("Requested Offered Received Lapsed RemainderReleased Invited", round.story());
        assertEquals(Refusal.LAPSED, round.request().freedBy());
        round.refused(Rule.NO_SUCH_OFFER, new Command.Expire(DEADLINE));
    }

    @Test
    void anOfferDoesNotLapseWhileAnAnswerInTimeMayBeUnread() {
        var round = Round.received(Contract.standard()).at("2025-02-03T09:00:00");
        round.refused(Rule.INBOX_READ_FIRST, new Command.Expire(DEADLINE.minusNanos(1)))
                .then(answer("answer-1", DEADLINE, ALL));
        assertEquals("Requested Offered Received Accepted Reserved Closed", round.story());
    }

    @Test
    void anInboxCannotHaveBeenReadIntoTheFuture() {
        var round = Round.received(Contract.standard()).at("2025-02-03T09:00:00");
        round.refused(
                Rule.NOTHING_FROM_THE_FUTURE, new Command.Expire(round.now().plusSeconds(1)));
    }

    @Test
    void anOfferWhoseDeliveryNobodyConfirmedNeverLapses() {
        var round = Round.requested(Contract.standard()).at("2026-02-03T09:00:00");
        round.refused(Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK, new Command.Expire(round.now()))
                .then(new Command.Review(round.now()));
        assertEquals("Requested Offered", round.story());
    }

    @Test
    void aClockThatJumpsBackBehindTheDeadlineOnlyDelaysTheLapse() {
        var round = Round.received(Contract.standard()).at(DEADLINE.minusSeconds(3600));
        round.refused(Rule.NOT_YET_DUE, new Command.Expire(round.now()))
                .at(DEADLINE.plusSeconds(1))
                .then(new Command.Expire(round.now()));
        assertEquals(Phase.INVITED, round.request().phase());
    }

    @Test
    void anAnswerInTimeThatTurnsUpAfterTheLapseIsAnAlarmNotALateAnswer() {
        var round = Round.received(Contract.standard()).at("2025-02-03T09:00:00");
        round.then(new Command.Expire(round.now()))
                .refused(Rule.INBOX_READ_FIRST, answer("answer-1", DEADLINE, ALL))
                .then(answer("answer-2", DEADLINE.plusNanos(1), ALL));
        assertEquals("Requested Offered Received Lapsed RemainderReleased Invited LateAnswer", round.story());
    }

    @Test
    void silenceAcceptsWhereTheClauseSaysSo() {
        var round = Round.received(Contract.standard().silenceAccepts()).at(DEADLINE.plusSeconds(1));
        round.then(new Command.Expire(round.now()));
        assertEquals("Requested Offered Received Accepted Reserved Closed", round.story());
        assertEquals(
                new Offer.Ending.Lapsed(DEADLINE),
                round.last(Event.Accepted.class).by());
        assertEquals(
                new Provider("azure"), round.request().reservations().getFirst().provider());
    }

    @Test
    void silenceCannotAcceptAPriceThatIsStillToBeQuoted() {
        var quoted = Terms.Price.toBeQuoted(Currency.getInstance("USD"));
        new Round(Contract.standard().silenceAccepts())
                .refused(Rule.ACCEPTANCE_BY_SILENCE_NEEDS_A_PRICE, request(terms(10_000, 1_000, quoted), "oracle"));
    }

    @Test
    void theEndOfTheRightMakesAnOpenOfferMoot() {
        var round = Round.received(Contract.standard().until(RIGHT_ENDS)).at(RIGHT_ENDS);
        round.refused(Rule.INBOX_READ_FIRST, new Command.Expire(RIGHT_ENDS.minusNanos(1)))
                .then(new Command.Expire(RIGHT_ENDS));
        assertEquals("Requested Offered Received Moot RemainderReleased Invited", round.story());
        assertEquals(
                new Offer.Ending.Moot(RIGHT_ENDS), round.last(Event.Moot.class).by());
        assertEquals(Refusal.NONE, round.request().freedBy());
        var ruling = round.last(Event.Invited.class).invited().getFirst().ruling();
        assertEquals(Outcome.PERMITTED, ruling.outcome());
        assertEquals("none", ruling.asking().question().supposed().get("refusal"));
    }

    @Test
    void anAmendmentInMidRoundThatEndsTheRightMakesTheOfferMoot() {
        var signed = Contract.at("2025-01-22T12:00:00");
        var round =
                Round.received(Contract.standard()).under(Contract.standard().ended(RIGHT_ENDS, signed));
        round.at(RIGHT_ENDS.minusSeconds(1))
                .then(new Command.Review(round.now()))
                .at(RIGHT_ENDS)
                .then(new Command.Review(RIGHT_ENDS));
        assertEquals("Requested Offered Received Moot RemainderReleased Invited", round.story());
    }

    @Test
    void aCorrectionThatTheRightHadEndedBeforeTheOfferMakesItMootAndLeavesTheOldRulingOnRecord() {
        var round = Round.received(Contract.standard().ended(Contract.day("2025-01-12"), Contract.day("2025-01-20")));
        round.at("2025-01-21T09:00:00").then(new Command.Review(round.now()));
        assertEquals("Requested Offered Received Moot RemainderReleased Invited", round.story());
        var ruled = round.last(Event.Requested.class).ruled().getFirst();
        assertEquals(Outcome.CONDITIONAL, ruled.ruling().outcome());
    }

    @Test
    void anOfferThatWasNeverReceivedIsMootTooWhenTheRightEnds() {
        var round = Round.requested(Contract.standard().until(RIGHT_ENDS)).at("2025-01-27T09:00:00");
        round.then(Round.delivered(round.now()));
        assertEquals("Requested Offered Moot RemainderReleased Invited", round.story());
    }

    @Test
    void whatWasAcceptedBeforeTheRightEndedStands() {
        var round = Round.received(Contract.standard().until(RIGHT_ENDS));
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)))
                .at("2025-01-27T09:00:00")
                .then(new Command.Review(round.now()))
                .then(quote("oracle", 4_000, "2.00"))
                .then(new Command.Award());
        assertEquals(new Quantities(0, 6_000, 0, 4_000, 0), round.request().quantities());
    }

    @Test
    void anAnswerReceivedBeforeTheRightEndedCountsAndOneReceivedAtItsEndDoesNot() {
        var before = Round.received(Contract.standard().until(RIGHT_ENDS)).at("2025-01-27T09:00:00");
        before.then(answer("answer-1", RIGHT_ENDS.minusNanos(1), ALL));
        assertEquals(10_000, before.request().quantities().accepted());

        var at = Round.received(Contract.standard().until(RIGHT_ENDS)).at("2025-01-27T09:00:00");
        at.then(answer("answer-1", RIGHT_ENDS, ALL)).then(new Command.Expire(at.now()));
        assertEquals("Requested Offered Received LateAnswer Moot RemainderReleased Invited", at.story());
    }

    @Test
    void aDeadlineThatPassedBeforeTheRightEndedIsALapseEvenIfItIsFoundLater() {
        var round = Round.received(Contract.standard().until(Contract.day("2025-02-01")))
                .at("2025-02-03T09:00:00");
        round.then(new Command.Expire(round.now()));
        assertEquals("Requested Offered Received Lapsed RemainderReleased Invited", round.story());
    }

    @Test
    void aRightNarrowedInMidRoundLeavesNothingToAskTheHolder() {
        var round = Round.received(Contract.standard().narrowed(Contract.day("2025-01-20")))
                .at("2025-01-21T09:00:00");
        round.refused(Rule.INBOX_READ_FIRST, new Command.Review(round.now().minusSeconds(1)))
                .then(new Command.Review(round.now()));
        assertEquals("Requested Offered Received Moot RemainderReleased Invited", round.story());
    }

    @Test
    void aFrozenPortfolioNeverEndsARight() {
        var frozen = new Basis.Frozen(Contract.day("2025-01-15"), Contract.day("2025-01-15"));
        var round = Round.requested(Contract.standard().until(RIGHT_ENDS)).on(frozen);
        round.at("2026-01-14T09:00:00").then(Round.delivered(round.now()));
        round.at("2026-01-20T09:00:00").then(new Command.Review(round.now()));
        assertEquals("Requested Offered Received", round.story());
        round.at("2026-03-01T09:00:00").then(new Command.Expire(round.now()));
        assertEquals(Refusal.LAPSED, round.request().freedBy());
    }

    @Test
    void hindsightMovesWithTheClockAndKnowsWhatCameOnRecordLater() {
        var published = Contract.day("2025-06-01");
        var contract = Contract.standard().ended(RIGHT_ENDS, published);
        var live = Round.received(contract).at("2025-01-27T09:00:00");
        live.then(new Command.Review(live.now()));
        assertEquals("Requested Offered Received", live.story());

        var hindsight =
                Round.received(contract).on(new Basis.Hindsight(published)).at("2025-01-27T09:00:00");
        hindsight.then(new Command.Review(hindsight.now()));
        assertEquals("Requested Offered Received Moot RemainderReleased Invited", hindsight.story());
    }

    @Test
    void aRefusalDoesNotFreeWhatAnotherRightCovers() {
        var round = Round.received(Contract.standard().alsoHeldBy("alphabet", "coreweave", Contract.day("2025-01-20")));
        round.at("2025-01-21T09:00:00").then(round.answerNow(new Response.Declines()));

        assertEquals("Requested Offered Received Declined Offered", round.story());
        assertEquals(
                "alphabet", round.last(Event.Offered.class).right().holder().name());
    }

    @Test
    void aRightUnderWhichNoRoundCanBeRunKeepsOutWhatStandsBehindIt() {
        var hidden = Preemption.PLAIN.with(Stated.<Preemption.Tail>undisclosed());
        var round = Round.received(
                Contract.standard().alsoHeldBy("alphabet", "coreweave", Contract.day("2025-01-20"), hidden));
        round.at("2025-01-21T09:00:00").then(round.answerNow(new Response.Declines()));

        var invited = round.last(Event.Invited.class);
        assertEquals(
                List.of("oracle"),
                invited.invited().stream()
                        .map(ruled -> ruled.candidate().provider().name())
                        .toList());
        assertEquals(Outcome.CONDITIONAL, invited.excluded().getFirst().ruling().outcome());
        assertEquals("Requested Offered Received Declined Invited", round.story(), "a right still stands before some");
        round.then(quote("oracle", 10_000, "2.00")).then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
    }

    @Test
    void aWindowOfTheSameDayEndsAtTheCutOff() {
        var round = Round.received(Contract.standard().window(new Window.BusinessDays(0)));
        round.at("2025-01-15T17:00:01").then(new Command.Expire(round.now()));
        assertTrue(round.story().endsWith("Lapsed RemainderReleased Invited"), round.story());
    }

    @Test
    void silenceTakesNothingThatItsHolderMayNoLongerSupply() {
        var contract = Contract.standard().silenceAccepts().forbidden("azure", Contract.day("2025-01-20"));
        var round = Round.received(contract).at(DEADLINE.plusSeconds(1));
        round.then(new Command.Expire(round.now()));
        assertEquals("Requested Offered Received Lapsed RemainderReleased Invited", round.story());
    }
}
