package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Counter;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An acceptance that came while the clock stood still, or before a counter gave the window anew, of a supply that its holder may
 * not provide by now: whatever moves the deadline past it is refused for that reason, and nothing has happened.
 */
class RefusedWhenTakenInTest {
    private static final Command TOLL = new Command.Toll(Round.OFFER, "outage", Contract.at("2025-01-30T10:00:00"));
    private static final Command RESUME = new Command.Resume(Round.OFFER, Contract.at("2025-02-01T10:00:00"));
    private static final String NOW = "2025-02-01T12:00:00";
    private static final Instant LATE = Contract.at("2025-01-31T09:00:00");
    private static final Command ACCEPTS = answer("answer-1", LATE, Response.Accepts.asOffered(10_000));

    private static Contract contract(Counter counter) {
        return Contract.standard()
                .preemption(right -> right.with(new Preemption.Conduct(
                        counter, Set.of(), null, List.of("outage"), Preemption.OnFailure.THIS_NEED, 1)));
    }

    private static Contract forbidden(Counter counter) {
        return contract(counter).forbidden("azure", Contract.at("2025-02-01T00:00:00"));
    }

    /** The clock stands still, an acceptance waits for it, and its supply is forbidden by now. */
    private static Round waiting() {
        return Round.received(contract(Counter.DECLINES))
                .at(NOW)
                .under(forbidden(Counter.DECLINES))
                .then(TOLL)
                .then(ACCEPTS);
    }

    @Test
    void theClockDoesNotRunAgainPastAnAcceptanceThatIsRefused() {
        var round = waiting();
        var refused = assertInstanceOf(Refused.class, round.decide(RESUME));
        assertEquals(Rule.ONLY_WHAT_IS_PERMITTED, refused.rule());
        assertTrue(refused.message().contains("answer-1 of " + LATE), refused.message());
        assertTrue(refused.message().contains("azure is FORBIDDEN"), refused.message());
        assertEquals("Requested Offered Received Tolled LateAnswer", round.story());
    }

    @Test
    void onceItIsCuredTheAcceptanceCountsWithinTheDeadlineThatItHadAllAlong() {
        var round = waiting().refused(Rule.ONLY_WHAT_IS_PERMITTED, RESUME);
        round.at("2025-06-01T00:00:00").under(contract(Counter.DECLINES)).then(RESUME);
        assertEquals("Requested Offered Received Tolled LateAnswer Resumed Accepted Reserved Closed", round.story());
    }

    @ParameterizedTest
    @ValueSource(strings = {"declines", "waives", "counters"})
    void noLaterAnswerCountsInThePlaceOfOneThatIsRefused(String later) {
        var response = switch (later) {
            case "declines" -> new Response.Declines();
            case "waives" -> new Response.Waives();
            default -> new Response.Counters("less");
        };
        var round = waiting().then(answer("answer-2", LATE.plusSeconds(1), response));
        round.refused(Rule.ONLY_WHAT_IS_PERMITTED, RESUME);
        assertEquals("Requested Offered Received Tolled LateAnswer LateAnswer", round.story());
    }

    @Test
    void anEarlierRefusalCountsAndTheAcceptanceAfterItIsOne() {
        var round = waiting().then(answer("answer-0", LATE.minusSeconds(1), new Response.Declines()));
        round.then(RESUME);
        assertEquals(
                "Requested Offered Received Tolled LateAnswer LateAnswer Resumed Declined RemainderReleased Invited",
                round.story());
    }

    @Test
    void nothingOvertakesTheAcceptanceThatWaitsForItsCure() {
        var round = waiting().refused(Rule.ONLY_WHAT_IS_PERMITTED, RESUME);
        round.refused(Rule.NOT_YET_DUE, new Command.Expire(round.now()))
                .refused(Rule.NOT_YET_DUE, new Command.Withdraw("no need", round.now()));
    }

    @Test
    void anAcceptanceThatTheOutageDoesNotCoverRefusesNothing() {
        var round = Round.received(contract(Counter.DECLINES)).at("2025-02-04T12:00:00");
        round.under(forbidden(Counter.DECLINES)).then(TOLL);
        round.then(answer("answer-1", Contract.at("2025-02-03T17:00:01"), Response.Accepts.asOffered(10_000)))
                .then(RESUME);
        assertEquals("Requested Offered Received Tolled LateAnswer Resumed", round.story());
    }

    @Test
    void aCounterDoesNotGiveTheWindowAnewPastAnAcceptanceThatIsRefused() {
        var round = Round.received(contract(Counter.EXTENDS)).at(NOW).under(forbidden(Counter.EXTENDS));
        var counter = answer("answer-0", Contract.at("2025-01-29T09:00:00"), new Response.Counters("another site"));
        round.then(ACCEPTS).refused(Rule.ONLY_WHAT_IS_PERMITTED, counter);
        assertEquals("Requested Offered Received LateAnswer", round.story());
        round.under(contract(Counter.EXTENDS)).then(counter);
        assertEquals(
                "Requested Offered Received LateAnswer Countered Extended Accepted Reserved Closed", round.story());
    }
}
