package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Quantities;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several holders are asked one after the other, in rank: edge case 29. */
class RankTest {
    private static final Party ALPHABET = new Party("alphabet");

    private static Preemption ranked(int rank) {
        return Preemption.PLAIN.with(new Preemption.Conduct(
                Preemption.Counter.DECLINES, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, rank));
    }

    /** Microsoft of the first rank and Alphabet of the second both stand before Oracle. */
    private static Round two() {
        var contract = Contract.standard().alsoHeldBy("alphabet", "oracle", Contract.SIGNED, ranked(2));
        var round = new Round(contract).then(request(terms(10_000, 1_000), "oracle", "coreweave"));
        return round.then(Round.delivered(round.now()));
    }

    private static Round second(Round round, Response response) {
        return round.then(new Command.ConfirmDelivery("need-1/offer-2", round.now(), List.of()))
                .then(new Command.Answer("need-1/offer-2", "answer-2", ALPHABET, round.now(), response));
    }

    @Test
    void theSecondRankIsOfferedWhatTheFirstLeaves() {
        var round = two();
        assertEquals(Contract.MICROSOFT, round.last(Event.Offered.class).right().holder());
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)));
        assertEquals(ALPHABET, round.last(Event.Offered.class).right().holder());
        assertEquals(4_000, round.last(Event.Offered.class).gpus());
        second(round, Response.Accepts.asOffered(4_000));
        assertEquals(
                List.of(new Provider("azure"), new Provider("google")),
                round.request().reservations().stream()
                        .map(Reservation::provider)
                        .toList());
        assertEquals(Event.Closed.Outcome.SERVED, round.last(Event.Closed.class).outcome());
    }

    @Test
    void nothingIsReleasedBeforeTheLastRankHasAnswered() {
        var round = two();
        round.then(round.answerNow(new Response.Declines()));
        assertEquals(new Quantities(10_000, 0, 0, 0, 0), round.request().quantities());
        second(round, new Response.Declines())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
    }

    @Test
    void theRulingOfAnAwardTellsOfEachRightWhatItsOwnHolderSaid() {
        var round = two();
        round.then(round.answerNow(new Response.Declines()));
        second(round, new Response.Waives())
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        assertEquals(
                Map.of(
                        "refusal", "none",
                        "refusal@microsoft-openai/first-refusal", "declined",
                        "refusal@alphabet-openai/alphabet-right", "waived"),
                round.last(Event.Reserved.class).ruling().asking().question().supposed());
    }

    @Test
    void aSmallerRankIsAskedFirstWhateverTheOrderOfTheAgreements() {
        var contract = Contract.standard()
                .preemption(right -> ranked(3))
                .alsoHeldBy("alphabet", "oracle", Contract.SIGNED, ranked(2));
        var round = new Round(contract).then(request(terms(10_000, 1_000), "oracle"));
        assertEquals(ALPHABET, round.last(Event.Offered.class).right().holder());
    }

    @Test
    void aRefusalOfTheFirstRankCountsThoughTheSecondRightEndsBeforeItAnswers() {
        var contract = Contract.standard().alsoHeldBy("alphabet", "oracle", Contract.SIGNED, ranked(2));
        var round = new Round(contract).then(request(terms(10_000, 1_000), "oracle"));
        round.then(Round.delivered(round.now())).then(round.answerNow(new Response.Waives()));
        round.under(Contract.standard()).then(new Command.Review(round.now()));
        assertEquals(Refusal.WAIVED, round.last(Event.RemainderReleased.class).freedBy());
    }

    @Test
    void oneHolderIsAskedFirstAndTheOtherMayMatch() {
        var contract = Contract.standard()
                .alsoHeldBy(
                        "alphabet", "oracle", Contract.SIGNED, ranked(2).with(Preemption.Trigger.THIRD_PARTY_OFFER));
        var round = new Round(contract).then(request(terms(10_000, 1_000), "oracle"));
        round.then(Round.delivered(round.now()))
                .then(round.answerNow(new Response.Declines()))
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        assertEquals("Requested Offered Received Declined Invited Quoted OfferedToMatch", round.story());
        second(round, new Response.Declines()).then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
    }

    /** Oracle bids for 7,000 of 10,000 GPUs, which Microsoft and then Alphabet may match; Microsoft takes some. */
    private static Round bothMayMatch(long taken) {
        var anything = new Preemption.Floor(null, null, null, null, false);
        var contract = Contract.standard()
                .bidsFirst()
                .preemption(right -> right.with(Stated.of(new Preemption.Tail(90, anything))))
                .alsoHeldBy(
                        "alphabet", "oracle", Contract.SIGNED, ranked(2).with(Preemption.Trigger.THIRD_PARTY_OFFER));
        var round = new Round(contract)
                .then(request(terms(10_000, 1_000), "oracle"))
                .then(quote("oracle", 7_000, "2.00"))
                .then(new Command.Award());
        round.then(Round.delivered(round.now()))
                .then(round.answerNow(Response.Accepts.asOffered(taken)))
                .then(quote("oracle", 7_000, "2.00"))
                .then(new Command.Award());
        return round;
    }

    @Test
    void aMatchTakenWholeSettlesNothingBeyondIt() {
        var round = bothMayMatch(7_000);
        assertEquals(
                Contract.MICROSOFT,
                round.last(Event.OfferedToMatch.class).right().holder());
        assertEquals(3_000, round.last(Event.OfferedToMatch.class).bargain().gpus());
    }

    @Test
    void whatAnotherHolderRefusedIsNoRefusalOfTheFirst() {
        var round = second(bothMayMatch(3_000), new Response.Declines()).then(new Command.Award());
        var again = round.last(Event.OfferedToMatch.class);
        assertEquals(Contract.MICROSOFT, again.right().holder());
        assertEquals(7_000, again.bargain().gpus());
        assertEquals("4,000 GPUs", again.because().getFirst().refused());
    }

    @Test
    void anOfferThatWasWithdrawnIsNoRefusal() {
        var round = two();
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)))
                .then(new Command.Withdraw("no need for the rest", round.now()))
                .then(new Command.Fail("need-1/offer-1", "it does not close"));
        assertEquals(ALPHABET, round.last(Event.Offered.class).right().holder());
        assertEquals(6_000, round.last(Event.Offered.class).gpus());
    }
}
