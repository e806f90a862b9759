package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Counter;
import io.proviso.agreement.clause.Stated;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Response;
import io.proviso.desk.Tail;
import io.proviso.desk.Terms;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Between receipt and answer: first offer, negotiation, option; edge cases 17, 20 and 31. */
class TalksTest {
    private static final Party OPENAI = new Party("openai");
    private static final Preemption.Floor NOTHING_DEARER = new Preemption.Floor(
            new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.HIGHER), null, null, null, false);
    private static final Response DEARER =
            new Response.Counters("ten cents more", new Response.Accepts(10_000, usd("3.10"), null));

    private static Contract counters(Counter counter) {
        return Contract.standard()
                .preemption(right -> right.with(new Preemption.Conduct(
                        counter, Set.of(), null, List.of("outage"), Preemption.OnFailure.THIS_NEED, 1)));
    }

    private static Contract kind(Preemption.Kind kind) {
        return Contract.standard().preemption(right -> right.with(kind));
    }

    private static Instant deadline(Round round) {
        return Objects.requireNonNull(round.request().offers().getLast().receipt())
                .deadline()
                .utc();
    }

    @Test
    void aCounterOnTheTableNeitherEndsTheOfferNorMovesTheDeadline() {
        var round = Round.received(counters(Counter.NEGOTIATES));
        round.then(round.answerNow(DEARER)).then(round.answerNow(DEARER));
        assertEquals("Requested Offered Received Countered", round.story());
        assertEquals(Contract.at("2025-01-30T17:00:00"), deadline(round));
        round.then(answer("answer-2", round.now(), Response.Accepts.asOffered(10_000)));
        assertEquals(usd("3.00"), round.request().reservations().getFirst().price());
    }

    @Test
    void theCustomerMayTakeACounterUntilTheDeadline() {
        var round = Round.received(counters(Counter.NEGOTIATES));
        round.then(round.answerNow(DEARER))
                .refused(
                        Rule.ONLY_A_COUNTER_ON_THE_TABLE,
                        new Command.AcceptCounter(Round.OFFER, "answer-9", round.now()))
                .at("2025-01-30T17:00:01")
                .refused(
                        Rule.ONLY_A_COUNTER_ON_THE_TABLE,
                        new Command.AcceptCounter(Round.OFFER, "answer-1", round.now()))
                .at("2025-01-30T17:00:00")
                .then(new Command.AcceptCounter(Round.OFFER, "answer-1", round.now()));
        assertEquals(usd("3.10"), round.request().reservations().getFirst().price());
        round.refused(
                Rule.ONLY_A_COUNTER_ON_THE_TABLE, new Command.AcceptCounter(Round.OFFER, "answer-1", round.now()));
    }

    @Test
    void theFirstCounterGivesTheWindowAnewAndTheSecondDeclines() {
        var round = Round.received(counters(Counter.EXTENDS)).at("2025-01-27T09:00:00");
        round.then(round.answerNow(DEARER));
        assertEquals("Requested Offered Received Countered Extended", round.story());
        assertEquals(Contract.at("2025-02-10T17:00:00"), deadline(round));
        round.at("2025-02-10T17:00:00").then(answer("answer-2", round.now(), DEARER));
        assertEquals(Because.COUNTERED, round.last(Event.Declined.class).because());
    }

    @Test
    void anOptionIsNoRoundItForbidsWhatItMayCall() {
        var round = new Round(kind(Preemption.Kind.OPTION)).then(request(terms(10_000, 1_000), "oracle"));
        assertEquals(List.of(), round.request().offers());
        var refused = assertInstanceOf(Decision.Refused.class, round.decide(quote("oracle", 10_000, "3.00")));
        assertEquals(Rule.ONLY_THE_INVITED_BID, refused.rule());
    }

    @Test
    void aNegotiationEndsWithItsWindowAndThenTheCustomerIsFree() {
        var round = Round.received(kind(Preemption.Kind.NEGOTIATION));
        round.then(round.answerNow(DEARER)).at("2025-01-30T17:00:01").then(new Command.Expire(round.now()));
        assertEquals(10_000, round.request().quantities().released());
    }

    @Test
    void whatTheHolderProposedFirstIsWhatOthersMayNotBeGivenMoreThan() {
        var contract = kind(Preemption.Kind.OFFER)
                .preemption(right -> right.with(Stated.of(new Preemption.Tail(90, NOTHING_DEARER))));
        var quoted = Terms.Price.toBeQuoted(java.util.Currency.getInstance("USD"));
        var round = new Round(contract).then(request(terms(10_000, 1_000, quoted), "oracle"));
        round.then(Round.delivered(round.now())).then(round.answerNow(DEARER));
        assertEquals(
                usd("3.10"),
                round.request().standing().tails().getFirst().refused().price());

        round.then(quote("oracle", 10_000, "3.11")).then(new Command.Award());
        assertEquals(
                Tail.Metric.PRICE,
                round.last(Event.OfferedToMatch.class).because().getFirst().metric());
    }

    @Test
    void aCounterInWordsDoesNotUndoWhatTheHolderProposedBefore() {
        var contract = kind(Preemption.Kind.NEGOTIATION)
                .preemption(right -> right.with(Stated.of(new Preemption.Tail(90, NOTHING_DEARER))));
        var round = Round.received(contract);
        round.then(answer("answer-1", round.now(), DEARER))
                .then(answer("answer-2", round.now(), new Response.Counters("another site")))
                .at("2025-01-30T17:00:01")
                .then(new Command.Expire(round.now()));
        assertEquals(
                usd("3.10"),
                round.request().standing().tails().getFirst().refused().price());
    }

    @Test
    void aClockThatALateAnswerProvedToHaveRunOutIsNotMovedByANodeThatIsBehind() {
        var round = Round.received(counters(Counter.DECLINES)).at("2025-01-31T09:00:00");
        round.then(round.answerNow(Response.Accepts.asOffered(10_000))).at("2025-01-29T09:00:00");
        assertEquals("Requested Offered Received LateAnswer", round.story());
        var later = Contract.at("2025-02-14T12:00:00");
        round.refused(
                Rule.BOTH_CONSENT_TO_MORE_TIME,
                new Command.Extend(Round.OFFER, later, Set.of(OPENAI, Contract.MICROSOFT)));
        round.at("2025-01-31T10:00:00").then(new Command.Expire(round.now()));
        assertEquals(10_000, round.request().quantities().released());
    }

    @Test
    void anAnswerThatWasReadBeforeTheCounterThatGaveItMoreTimeCounts() {
        var round = Round.received(counters(Counter.EXTENDS)).at("2025-01-31T09:00:00");
        round.then(answer("answer-2", round.now(), Response.Accepts.asOffered(10_000)))
                .then(answer("answer-1", Contract.at("2025-01-27T09:00:00"), DEARER));
        assertEquals(
                "Requested Offered Received LateAnswer Countered Extended Accepted Reserved Closed", round.story());
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void anAnswerAfterTheEndOfTheRightIsTooLateWhateverACounterMoves() {
        var contract = counters(Counter.EXTENDS).until(Contract.at("2025-02-03T00:00:00"));
        var round = Round.received(contract).at("2025-02-03T09:00:00");
        round.then(answer("answer-2", round.now(), Response.Accepts.asOffered(10_000)))
                .then(answer("answer-1", Contract.at("2025-01-27T09:00:00"), DEARER));
        assertEquals("Requested Offered Received LateAnswer Countered Extended", round.story());
    }

    @Test
    void twoLateAnswersUnderOneIdBothCountWhenTheClockIsMoved() {
        var round = Round.received(counters(Counter.NEGOTIATES)).at("2025-01-16T09:00:00");
        round.then(new Command.Toll(Round.OFFER, "outage", round.now())).at("2025-01-31T09:00:00");
        var waived = answer("answer-1", round.now(), new Response.Waives());
        round.then(answer("answer-1", round.now(), DEARER)).then(waived).then(waived);
        round.then(new Command.Resume(Round.OFFER, round.now()));
        assertEquals(
                "Requested Offered Received Tolled LateAnswer LateAnswer Resumed Countered Waived RemainderReleased"
                        + " Invited",
                round.story());
    }

    @Test
    void anAnswerAfterTheEndOfTheRightIsTooLateAlsoForANodeThatIsBehind() {
        var end = Contract.at("2025-02-18T00:00:00");
        var round = Round.received(counters(Counter.NEGOTIATES).until(end)).at("2025-01-16T09:00:00");
        round.then(new Command.Toll(Round.OFFER, "outage", round.now())).at(end.plusNanos(1));
        round.then(round.answerNow(Response.Accepts.asOffered(10_000))).at(end.minusSeconds(3_600));
        round.then(new Command.Resume(Round.OFFER, round.now()));
        assertEquals("Requested Offered Received Tolled LateAnswer Resumed", round.story());
    }

    @Test
    void holderAndCustomerTogetherMayGiveTheAnswerMoreTime() {
        var later = Contract.at("2025-02-14T12:00:00");
        var round = Round.received(Contract.standard());
        round.refused(
                        Rule.BOTH_CONSENT_TO_MORE_TIME,
                        new Command.Extend(Round.OFFER, later, Set.of(Contract.MICROSOFT)))
                .refused(Rule.BOTH_CONSENT_TO_MORE_TIME, new Command.Extend(Round.OFFER, later, Set.of(OPENAI)))
                .then(new Command.Extend(Round.OFFER, later, Set.of(OPENAI, Contract.MICROSOFT)))
                .then(new Command.Extend(Round.OFFER, later, Set.of(OPENAI, Contract.MICROSOFT)));
        assertEquals("Requested Offered Received Extended", round.story());
        round.at(later).refused(Rule.NOT_YET_DUE, new Command.Expire(round.now()));
        round.then(round.answerNow(Response.Accepts.asOffered(10_000)));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void nobodyShortensADeadlineNorRevivesOneThatPassed() {
        var both = Set.of(OPENAI, Contract.MICROSOFT);
        var round = Round.received(Contract.standard());
        round.refused(
                        Rule.BOTH_CONSENT_TO_MORE_TIME,
                        new Command.Extend(Round.OFFER, Contract.at("2025-01-29T17:00:00"), both))
                .at("2025-01-30T17:00:01")
                .refused(
                        Rule.BOTH_CONSENT_TO_MORE_TIME,
                        new Command.Extend(Round.OFFER, Contract.at("2025-02-14T17:00:00"), both));
    }

    @Test
    void aCounterIsNotTakenWhileAnAnswerMayBeUnread() {
        var less = new Response.Counters("less", new Response.Accepts(6_000, usd("3.20"), null));
        var round = Round.received(counters(Counter.NEGOTIATES));
        round.then(round.answerNow(less)).at("2025-01-15T10:05:00");
        var accepted = Contract.at("2025-01-15T10:00:00");
        round.refused(Rule.INBOX_READ_FIRST, new Command.AcceptCounter(Round.OFFER, "answer-1", accepted.minusNanos(1)))
                .refused(
                        Rule.NOTHING_FROM_THE_FUTURE,
                        new Command.AcceptCounter(
                                Round.OFFER, "answer-1", round.now().plusNanos(1)))
                .then(answer("answer-2", accepted, Response.Accepts.asOffered(10_000)));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void aClosureAlsoMovesTheDeadlineThatACounterGave() {
        var round = Round.received(counters(Counter.EXTENDS).closed("2025-02-05", "2025-02-03"))
                .at("2025-01-27T09:00:00");
        round.then(round.answerNow(DEARER)).at("2025-02-03T09:00:00").then(new Command.Review(round.now()));
        assertEquals(Contract.at("2025-02-11T17:00:00"), deadline(round));
        round.at("2025-02-11T17:00:00").then(answer("answer-2", round.now(), Response.Accepts.asOffered(10_000)));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void aCounterReadLateGivesNoNearerDeadlineThanTheClosuresKnownByThen() {
        var contract =
                counters(Counter.EXTENDS).closed("2025-01-22", "2025-01-21").closed("2025-01-23", "2025-01-21");
        var round = Round.received(contract).at("2025-01-22T09:00:00");
        round.then(answer("answer-1", Contract.at("2025-01-16T09:00:00"), DEARER));
        assertEquals("Requested Offered Received DeadlineMoved Countered Extended", round.story());
        assertEquals(
                Contract.at("2025-02-03T17:00:00"),
                round.last(Event.Extended.class).from().utc());
        assertEquals(Contract.at("2025-02-04T17:00:00"), deadline(round));
    }

    @Test
    void anOfferWhoseClockStandsStillSaysSinceWhenAndWhy() {
        var round = Round.received(counters(Counter.DECLINES)).at("2025-01-22T09:00:00");
        round.then(new Command.Toll(Round.OFFER, "outage", round.now())).at("2025-02-20T09:00:00");
        var refused = (Decision.Refused) round.decide(new Command.Expire(round.now()));
        assertEquals(
                "offer need-1/offer-1: its clock stands still since 2025-01-22T17:00:00Z (outage), it cannot lapse",
                refused.message());
    }

    @Test
    void whoConsentedToMoreTimeIsToldInOneOrder() {
        var names = List.of("alphabet", "coreweave", "microsoft", "openai", "oracle", "softbank");
        var by = names.reversed().stream().map(Party::new).collect(Collectors.toSet());
        var later = Contract.at("2025-02-14T12:00:00");
        var extend = new Command.Extend(Round.OFFER, later, by);
        assertEquals(names.toString(), extend.by().toString());
        var round = Round.received(Contract.standard()).then(extend);
        assertEquals(names.toString(), round.last(Event.Extended.class).by().toString());
    }
}
