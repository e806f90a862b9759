package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.Command;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Quantities;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Response ALL = Response.Accepts.asOffered(10_000);

    @Test
    void anAnswerExactlyAtTheDeadlineIsInTimeAndOneSecondLaterItIsNot() {
        for (var local : new String[] {"2025-01-30T16:59:59", "2025-01-30T17:00:00"}) {
            var round = Round.received(Contract.standard()).at(local);
            round.then(round.answerNow(ALL));
            assertEquals("Requested Offered Received Accepted Reserved Closed", round.story(), local);
        }
        var late = Round.received(Contract.standard()).at("2025-01-30T17:00:01");
        late.then(late.answerNow(ALL));
        assertEquals("Requested Offered Received LateAnswer", late.story());
    }

    @Test
    void anAnswerReceivedInTimeWinsHoweverLateItIsProcessed() {
        var round = Round.received(Contract.standard()).at("2025-02-20T12:00:00");
        round.then(answer("answer-1", Contract.at("2025-01-30T17:00:00"), ALL));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void aLateAnswerStopsNothingAndItsDuplicateIsNotRecordedTwice() {
        var round = Round.received(Contract.standard()).at("2025-01-30T17:00:01");
        round.then(round.answerNow(ALL)).then(round.answerNow(ALL)).then(new Command.Expire(round.now()));
        assertEquals("Requested Offered Received LateAnswer Lapsed RemainderReleased Invited", round.story());

        round.at("2025-02-03T09:00:00").then(answer("answer-2", round.now(), ALL));
        assertEquals(10_000, round.request().quantities().released());
        assertEquals("answer-2", round.last(Event.LateAnswer.class).answer());
    }

    @Test
    void aLateRowReadFirstDoesNotHideTheRowOfTheSameAnswerThatIsInTime() {
        var round = Round.received(Contract.standard()).at("2025-02-20T12:00:00");
        round.then(answer("answer-1", Contract.at("2025-01-30T17:00:01"), ALL))
                .then(answer("answer-1", Contract.at("2025-01-30T17:00:00"), ALL));
        assertEquals("Requested Offered Received LateAnswer Accepted Reserved Closed", round.story());
    }

    @Test
    void aDuplicateOfTheTerminalAnswerDoesNothing() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(new Response.Declines()));
        var told = round.story();
        round.then(round.answerNow(new Response.Declines()));
        assertEquals(told, round.story());
    }

    @Test
    void aSecondDifferentAnswerIsRefused() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(new Response.Declines()))
                .refused(Rule.ONE_TERMINAL_ANSWER, answer("answer-2", round.now(), ALL))
                .refused(Rule.ONE_TERMINAL_ANSWER, round.answerNow(ALL));
    }

    @Test
    void onlyTheHolderAnswers() {
        var round = Round.received(Contract.standard());
        round.refused(
                Rule.ONLY_THE_HOLDER_ANSWERS,
                new Command.Answer(Round.OFFER, "answer-1", new Party("oracle"), round.now(), new Response.Declines()));
    }

    @Test
    void anAnswerFromTheFutureOrToAnUnknownOfferIsRefused() {
        var round = Round.received(Contract.standard());
        round.refused(
                        Rule.NOTHING_FROM_THE_FUTURE,
                        answer("answer-1", round.now().plusSeconds(1), ALL))
                .refused(
                        Rule.NO_SUCH_OFFER,
                        new Command.Answer("need-0/offer-1", "answer-1", Contract.MICROSOFT, round.now(), ALL));
    }

    @Test
    void aCounterIsADecline() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(new Response.Counters("half of it, a year later")));
        assertEquals(Because.COUNTERED, round.last(Event.Declined.class).because());
    }

    @Test
    void anAcceptanceAboveThePriceOrAfterTheLatestStartIsACounter() {
        var dearer = Round.received(Contract.standard());
        dearer.then(dearer.answerNow(new Response.Accepts(10_000, usd("3.01"), null)));
        assertEquals(Because.COUNTERED, dearer.last(Event.Declined.class).because());

        var later = Round.received(Contract.standard());
        later.then(later.answerNow(new Response.Accepts(10_000, null, Contract.day("2026-01-01"))));
        assertEquals(Because.COUNTERED, later.last(Event.Declined.class).because());
    }

    @Test
    void anAcceptanceCannotTakeMoreThanWasOfferedNorAnswerInAnotherCurrency() {
        var round = Round.received(Contract.standard());
        round.refused(Rule.AN_ANSWER_FITS_ITS_OFFER, round.answerNow(Response.Accepts.asOffered(10_001)))
                .refused(
                        Rule.AN_ANSWER_FITS_ITS_OFFER,
                        round.answerNow(new Response.Accepts(10_000, Money.of("2", "EUR"), null)));
        assertTrue(round.request().offers().getLast().isOpen());
    }

    @Test
    void anAcceptanceNamesThePriceThatTheOfferLeftToBeQuoted() {
        var quoted = Terms.Price.toBeQuoted(Currency.getInstance("USD"));
        var round = new Round(Contract.standard()).then(request(terms(10_000, 1_000, quoted), "oracle"));
        round.then(Round.delivered(round.now()))
                .refused(Rule.AN_ANSWER_FITS_ITS_OFFER, round.answerNow(ALL))
                .then(round.answerNow(new Response.Accepts(10_000, usd("4.20"), null)));
        assertEquals(usd("4.20"), round.request().reservations().getFirst().price());
    }

    @Test
    void aPartialAnswerWhereTheClauseWantsAllOrNothingIsADecline() {
        var round = Round.received(Contract.standard().allOrNothing());
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)));
        assertEquals(
                Because.PARTIAL_NOT_ALLOWED, round.last(Event.Declined.class).because());
        assertEquals(10_000, round.request().quantities().released());
    }

    @Test
    void aPartThatLeavesLessThanAGangOnEitherSideIsADeclineIfTheClauseSaysSo() {
        for (long part : new long[] {999, 9_001}) {
            var round = Round.received(Contract.standard());
            round.then(round.answerNow(Response.Accepts.asOffered(part)));
            assertEquals(
                    Because.BELOW_MINIMUM_GANG, round.last(Event.Declined.class).because());
            assertEquals(10_000, round.request().quantities().released());
        }
        for (long part : new long[] {1_000, 9_000}) {
            var round = Round.received(Contract.standard());
            round.then(round.answerNow(Response.Accepts.asOffered(part)));
            assertEquals(part, round.request().quantities().accepted());
        }
    }

    @Test
    void aPartThatLeavesLessThanAGangBindsIfTheClauseSaysSo() {
        var round = new Round(Contract.standard().smallPartsBind()).then(request(terms(32_768, 32_768), "oracle"));
        round.then(Round.delivered(round.now())).then(round.answerNow(Response.Accepts.asOffered(20_000)));
        assertEquals(new Quantities(0, 20_000, 12_768, 0, 0), round.request().quantities());
        assertEquals(12_768, round.request().gangOfRemainder());
    }

    @Test
    void anAnswerReceivedBeforeTheOneThatWasReadFirstIsAnAlarm() {
        var round = Round.received(Contract.standard()).at("2025-01-16T12:00:00");
        round.then(answer("answer-2", Contract.at("2025-01-16T11:00:00"), new Response.Declines()))
                .refused(Rule.ANSWERS_ARE_READ_IN_ORDER, answer("answer-1", Contract.at("2025-01-16T10:00:00"), ALL));
    }
}
