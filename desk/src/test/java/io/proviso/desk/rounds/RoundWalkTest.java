package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.question.Outcome;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest.Phase;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Quantities;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Provider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundWalkTest {
    @Test
    void aHolderThatAcceptsAllServesTheRequestFromItsOwnSupply() {
        var round = Round.received(Contract.standard());
        round.at("2025-01-20T10:00:00").then(round.answerNow(Response.Accepts.asOffered(10_000)));

        assertEquals("Requested Offered Received Accepted Reserved Closed", round.story());
        var reservation = round.request().reservations().getFirst();
        assertEquals(new Provider("azure"), reservation.provider());
        assertEquals(usd("3.00"), reservation.price());
        assertEquals(Round.START, reservation.ready());
        assertEquals(new Quantities(0, 10_000, 0, 0, 0), round.request().quantities());
    }

    @Test
    void whatAHolderLeavesGoesToTheCheapestLawfulAlternate() {
        var round = Round.received(Contract.standard());
        round.at("2025-01-20T10:00:00")
                .then(round.answerNow(Response.Accepts.asOffered(6_000)))
                .then(quote("oracle", 4_000, "2.90"))
                .then(quote("coreweave", 4_000, "2.10"))
                .then(new Command.Award());

        assertEquals(
                "Requested Offered Received Accepted Reserved RemainderReleased Invited Quoted Quoted Awarded Reserved"
                        + " Closed",
                round.story());
        assertEquals(new Quantities(0, 6_000, 0, 4_000, 0), round.request().quantities());
        assertEquals(Refusal.DECLINED, round.last(Event.RemainderReleased.class).freedBy());
        var reserved = round.last(Event.Reserved.class);
        assertEquals(new Provider("coreweave"), reserved.reservation().provider());
        assertEquals(
                "declined", reserved.ruling().asking().question().supposed().get("refusal"));
        assertEquals(Outcome.PERMITTED, reserved.ruling().outcome());
    }

    @Test
    void theRequestKeepsItsTermsAndTheRulingOfEveryCandidate() {
        var round = new Round(Contract.standard()).then(request(terms(10_000, 1_000), "oracle", "azure"));

        var requested = round.last(Event.Requested.class);
        assertEquals(terms(10_000, 1_000), requested.need().terms());
        assertEquals(
                List.of(Outcome.CONDITIONAL, Outcome.PERMITTED),
                requested.ruled().stream()
                        .map(ruled -> ruled.ruling().outcome())
                        .toList());
        assertEquals(Contract.MICROSOFT, round.last(Event.Offered.class).right().holder());
    }

    @Test
    void aDeclineFreesTheWholeQuantity() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(new Response.Declines()));

        assertEquals("Requested Offered Received Declined RemainderReleased Invited", round.story());
        assertEquals(new Quantities(0, 0, 10_000, 0, 0), round.request().quantities());
        assertEquals(Phase.INVITED, round.request().phase());
    }

    @Test
    void aWaiverFreesTheWholeQuantityUnderItsOwnName() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(new Response.Waives()));

        assertEquals("Requested Offered Received Waived RemainderReleased Invited", round.story());
        assertEquals(
                "waived",
                round.last(Event.Invited.class)
                        .invited()
                        .getFirst()
                        .ruling()
                        .asking()
                        .question()
                        .supposed()
                        .get("refusal"));
    }

    @Test
    void capacityThatNoRightCoversIsPutToBidsAtOnce() {
        var renewal = terms(10_000, 1_000, Terms.Price.upTo(usd("3.00")), Terms.Capacity.RENEWAL);
        var round = new Round(Contract.standard()).then(request(renewal, "oracle"));

        assertEquals("Requested RemainderReleased Invited", round.story());
        assertEquals(Refusal.NONE, round.request().freedBy());
    }

    @Test
    void aRequestThatNobodyMaySupplyIsClosedWithTheRulings() {
        var round = new Round(Contract.standard().forbidden("oracle", Contract.SIGNED))
                .then(request(terms(10_000, 1_000), "oracle"));

        assertEquals("Requested RemainderReleased Invited Closed", round.story());
        assertEquals(
                Event.Closed.Outcome.NO_LAWFUL_PROVIDER,
                round.last(Event.Closed.class).outcome());
        assertEquals(10_000, round.request().quantities().unmet());
        assertEquals(
                Outcome.FORBIDDEN,
                round.last(Event.Invited.class).excluded().getFirst().ruling().outcome());
    }

    @Test
    void aCandidateThatIsForbiddenIsLeftOutOfTheInvitation() {
        var round = Round.received(Contract.standard().forbidden("oracle", Contract.SIGNED));
        round.then(round.answerNow(new Response.Declines()));

        assertEquals(
                List.of(new Candidate(new Provider("coreweave"), "direct")),
                round.request().invited());
        round.refused(Rule.ONLY_THE_INVITED_BID, quote("oracle", 10_000, "1.00"));
    }

    @Test
    void aWindowThatNobodyDisclosedGivesNoClock() {
        new Round(Contract.standard().undisclosedWindow())
                .refused(Rule.WINDOW_MUST_BE_DISCLOSED, request(terms(10_000, 1_000), "oracle"));
    }

    @Test
    void aWindowThatRunsFromTheGivingIsNoneOfTheDesks() {
        new Round(Contract.standard().fromGiving())
                .refused(Rule.WINDOW_MUST_RUN_FROM_RECEIPT, request(terms(10_000, 1_000), "oracle"));
    }

    @Test
    void whereThePortfolioDoesNotSayInWhichWordsTheDeskAsksARequestIsRefusedWithWhatIsMissing() {
        var silent = Contract.standard().asking(new DeskWords(Map.of(DeskWords.Of.ACT, "acquire")));
        var refused = (Decision.Refused) new Round(silent).decide(request(terms(10_000, 1_000), "oracle"));
        assertEquals(Rule.QUESTION_FITS_THE_VOCABULARY, refused.rule());
        assertTrue(refused.message().endsWith("which words the desk asks in: supplier"), refused.message());
    }

    @Test
    void aRequestInWordsTheVocabularyDoesNotHaveIsRefusedWithAdvice() {
        var refused = (Decision.Refused) new Round(Contract.standard()).decide(request(terms(10_000, 1_000), "orcale"));
        assertEquals(Rule.QUESTION_FITS_THE_VOCABULARY, refused.rule());
        assertTrue(refused.message().contains("orcale"), refused.message());
    }

    @Test
    void theSameRequestAgainDoesNothingAndOtherTermsUnderItsIdAreRefused() {
        Round.requested(Contract.standard())
                .then(request(terms(10_000, 1_000), "oracle", "coreweave"))
                .refused(Rule.ONE_REQUEST_PER_ID, request(terms(9_999, 1_000), "oracle", "coreweave"));
    }

    @Test
    void nothingElseComesBeforeTheRequest() {
        new Round(Contract.standard()).refused(Rule.NOTHING_REQUESTED, new Command.Award());
    }

    @Test
    void aWithdrawalEndsTheOfferAndLeavesWhatIsReserved() {
        var round = Round.received(Contract.standard());
        round.refused(
                        Rule.INBOX_READ_FIRST,
                        new Command.Withdraw("budget", round.now().minusSeconds(1)))
                .then(new Command.Withdraw("budget", round.now()));
        assertNull(round.request().openOffer());
        assertEquals(10_000, round.request().quantities().unmet());

        var partly = Round.received(Contract.standard());
        partly.then(partly.answerNow(Response.Accepts.asOffered(6_000)))
                .then(new Command.Withdraw("budget", partly.now()));
        assertEquals(new Quantities(0, 6_000, 0, 0, 4_000), partly.request().quantities());
        assertEquals(1, partly.request().reservations().size());
        partly.refused(Rule.REQUEST_IS_CLOSED, new Command.Withdraw("budget", partly.now()));
    }

    @Test
    void anAnswerAfterTheWithdrawalIsRecordedAndDoesNothing() {
        var round = Round.received(Contract.standard());
        round.then(new Command.Withdraw("budget", round.now())).at("2025-01-16T09:00:00");
        round.then(answer("answer-1", round.now(), Response.Accepts.asOffered(10_000)));

        assertEquals("Requested Offered Received Withdrawn LateAnswer", round.story());
        assertTrue(round.request().reservations().isEmpty());
    }

    @Test
    void aWithdrawalCannotHaveReadTheInboxIntoTheFuture() {
        var round = Round.received(Contract.standard());
        round.refused(
                Rule.NOTHING_FROM_THE_FUTURE,
                new Command.Withdraw("budget", round.now().plusNanos(1)));
    }
}
