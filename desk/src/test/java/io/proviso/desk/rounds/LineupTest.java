package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who stands before whom is looked at once, and again after what may change it. */
class LineupTest {
    private static final ClauseName MICROSOFTS = new ClauseName("microsoft-openai", "first-refusal");

    private static List<String> unsettled(Lineup lineup) {
        return lineup.unsettled().stream().map(right -> right.name().toString()).toList();
    }

    @Test
    void aRightStandsBeforeItsCandidatesUntilItsHolderRefused() {
        var contract = Contract.standard();
        var round = Round.received(contract);
        var context = new Context(contract.rulings(), round.now());
        assertEquals(List.of(MICROSOFTS.toString()), unsettled(Lineup.of(round.request(), context)));
        round.then(round.answerNow(new Response.Declines()));
        var settled = Lineup.of(round.request(), context);
        assertEquals(List.of(), unsettled(settled));
        assertEquals(List.of(MICROSOFTS), settled.rights());
        assertEquals(2, settled.unasked().size());
    }

    @Test
    void nobodyWaitsForBidsUnlessEveryRightBeforeItMayMatchThem() {
        var plain = Contract.standard();
        var asked = Round.requested(plain);
        assertEquals(
                false,
                Lineup.of(asked.request(), new Context(plain.rulings(), asked.now()))
                        .waitsForBids());
        var bidsFirst = Contract.standard().bidsFirst();
        var open = Round.requested(bidsFirst);
        assertEquals(
                true,
                Lineup.of(open.request(), new Context(bidsFirst.rulings(), open.now()))
                        .waitsForBids());
        var free = new Round(plain).then(Round.request(Round.terms(10_000, 1_000), "azure"));
        assertEquals(
                false,
                Lineup.of(free.request(), new Context(plain.rulings(), free.now()))
                        .waitsForBids());
    }

    @Test
    void itIsLookedAtOnceBetweenEventsThatMayChangeIt() {
        var contract = Contract.standard();
        var round = Round.received(contract);
        var unfolding = new Unfolding(round.request(), new Context(contract.rulings(), round.now()));
        assertSame(unfolding.lineup(), unfolding.lineup());
    }

    /** What an event is said to leave alone, it leaves alone; and a lineup is never older than what changed it. */
    @ParameterizedTest
    @EnumSource
    void afterEveryEventItIsWhatAFreshLookFinds(RecordedRounds recorded) {
        var round = recorded.run();
        var context = new Context(Contract.standard().rulings(), round.now());
        State state = State.NOT_REQUESTED;
        for (var event : round.history()) {
            var unfolding = new Unfolding(state, context);
            if (state instanceof CapacityRequest) {
                assertNotNull(unfolding.lineup());
            }
            unfolding.then(event);
            assertEquals(Lineup.of(unfolding.request(), context), unfolding.lineup(), event.toString());
            state = Desk.evolve(state, event);
        }
    }
}
