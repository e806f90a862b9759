package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Counter;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A clock that an outage stops: told late, twice or out of order, it gives the same deadline. */
class StandstillTest {
    private static final Response ALL = Response.Accepts.asOffered(10_000);
    private static final Instant SINCE = Contract.at("2025-01-30T10:00:00");
    private static final Instant UNTIL = Contract.at("2025-02-01T10:00:00");
    private static final Command TOLL = new Command.Toll(Round.OFFER, "outage", SINCE);
    private static final Command RESUME = new Command.Resume(Round.OFFER, UNTIL);

    private static Contract tolled(Counter counter) {
        return Contract.standard()
                .preemption(right -> right.with(new Preemption.Conduct(
                        counter, Set.of(), null, List.of("outage"), Preemption.OnFailure.THIS_NEED, 1)));
    }

    /** The outage is told when it begins. */
    private static Round stopped(Instant since) {
        var round = Round.received(tolled(Counter.DECLINES)).at(since);
        return round.then(new Command.Toll(Round.OFFER, "outage", since));
    }

    private static Instant deadline(Round round) {
        return Objects.requireNonNull(round.request().offers().getLast().receipt())
                .deadline()
                .utc();
    }

    @Test
    void aNamedEventStopsTheClockAndNoDayOfItCounts() {
        var round = Round.received(tolled(Counter.DECLINES)).at("2025-01-22T09:00:00");
        round.refused(Rule.ONLY_A_NAMED_EVENT_TOLLS, new Command.Toll(Round.OFFER, "budget freeze", round.now()))
                .then(new Command.Toll(Round.OFFER, "outage", round.now()))
                .at("2025-02-20T09:00:00")
                .refused(Rule.NOT_YET_DUE, new Command.Expire(round.now()))
                .then(new Command.Resume(Round.OFFER, Contract.at("2025-01-25T09:00:00")));
        assertEquals("Requested Offered Received Tolled Resumed", round.story());
        assertEquals(Contract.at("2025-02-04T17:00:00"), deadline(round));
        round.then(new Command.Expire(round.now()));
        assertEquals(10_000, round.request().quantities().released());
    }

    @Test
    void anAnswerWhileTheClockStandsStillCountsWhenItRunsAgain() {
        var round = stopped(Contract.at("2025-01-30T17:00:00")).at("2025-03-01T09:00:00");
        round.then(round.answerNow(ALL));
        assertEquals("Requested Offered Received Tolled LateAnswer", round.story());
        round.then(new Command.Resume(Round.OFFER, round.now()));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void anAnswerBeforeTheDeadlineCountsAtOnce() {
        var round = stopped(Contract.at("2025-01-29T17:00:00")).at("2025-01-30T17:00:00");
        round.then(round.answerNow(ALL));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void aClosureThatBecomesKnownLaterMovesADeadlineThatStoodStillByThatMuchMore() {
        var contract = tolled(Counter.DECLINES).closed("2025-01-28", "2025-01-27");
        var round = Round.received(contract).at("2025-01-24T17:00:00");
        round.then(new Command.Toll(Round.OFFER, "outage", Contract.at("2025-01-22T17:00:00")))
                .then(new Command.Resume(Round.OFFER, round.now()));
        assertEquals(Contract.at("2025-02-04T17:00:00"), deadline(round));
        round.at("2025-01-27T09:00:00").then(new Command.Review(round.now()));
        assertEquals(Contract.at("2025-02-05T17:00:00"), deadline(round));
    }

    @Test
    void copiesOfAnOutageThatIsOverNeitherStopTheClockAgainNorLengthenIt() {
        var round = Round.received(tolled(Counter.DECLINES)).at("2025-02-01T12:00:00");
        round.then(TOLL).then(TOLL).then(RESUME).then(RESUME).then(TOLL).then(RESUME);
        assertEquals("Requested Offered Received Tolled Resumed", round.story());
        assertEquals(Contract.at("2025-02-03T17:00:00"), deadline(round));
        round.refused(Rule.ONLY_A_NAMED_EVENT_TOLLS, new Command.Toll(Round.OFFER, "outage", UNTIL.minusNanos(1)));
        round.then(new Command.Toll(Round.OFFER, "outage", UNTIL));
        assertEquals("Requested Offered Received Tolled Resumed Tolled", round.story());
    }

    @Test
    void anAnswerCountsWhetherItIsReadBeforeTheOutageIsToldOrAfter() {
        var answer = answer("answer-1", Contract.at("2025-01-31T09:00:00"), ALL);
        for (var order :
                List.of(List.of(answer, TOLL, RESUME), List.of(TOLL, answer, RESUME), List.of(TOLL, RESUME, answer))) {
            var round = Round.received(tolled(Counter.DECLINES)).at("2025-02-01T12:00:00");
            order.forEach(round::then);
            assertEquals(10_000, round.request().quantities().accepted(), round.story());
        }
    }

    @Test
    void anAnswerThatTheOutageDoesNotCoverIsTooLateInEveryOrder() {
        var answer = answer("answer-1", Contract.at("2025-02-03T17:00:01"), ALL);
        for (var order :
                List.of(List.of(answer, TOLL, RESUME), List.of(TOLL, answer, RESUME), List.of(TOLL, RESUME, answer))) {
            var round = Round.received(tolled(Counter.DECLINES)).at("2025-02-04T12:00:00");
            order.forEach(round::then);
            round.then(new Command.Expire(round.now()));
            assertEquals(Refusal.LAPSED, round.request().freedBy(), round.story());
        }
    }

    @Test
    void nothingOvertakesAnAnswerThatWaitsForTheClock() {
        var ends = Contract.day("2025-02-10");
        var round = Round.received(tolled(Counter.DECLINES).until(ends)).at("2025-01-31T09:00:00");
        round.then(TOLL).then(round.answerNow(ALL)).at(ends);
        round.refused(Rule.NOT_YET_DUE, new Command.Expire(ends))
                .refused(Rule.NOT_YET_DUE, new Command.Withdraw("no need", ends))
                .then(new Command.Resume(Round.OFFER, ends));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    @Test
    void aCounterAndTheAcceptanceAfterItBothCountWhenTheClockRunsAgain() {
        var round = Round.received(tolled(Counter.NEGOTIATES)).at("2025-02-01T12:00:00");
        round.then(TOLL)
                .then(answer("answer-1", Contract.at("2025-01-31T09:00:00"), new Response.Counters("less")))
                .then(answer("answer-2", Contract.at("2025-01-31T10:00:00"), ALL))
                .then(RESUME);
        assertEquals(
                "Requested Offered Received Tolled LateAnswer LateAnswer Resumed Countered Accepted Reserved Closed",
                round.story());
    }

    @Test
    void aWindowThatACounterGivesAnewIsNotLongerByWhatStoodStillBefore() {
        var round = Round.received(tolled(Counter.EXTENDS)).at("2025-01-27T09:00:00");
        round.then(new Command.Toll(Round.OFFER, "outage", Contract.at("2025-01-20T09:00:00")))
                .then(new Command.Resume(Round.OFFER, Contract.at("2025-01-21T09:00:00")))
                .then(round.answerNow(new Response.Counters("dearer", new Response.Accepts(1_000, usd("4"), null))));
        assertEquals(Contract.at("2025-02-10T17:00:00"), deadline(round));
    }
}
