package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link DeskAndRecord} under commands in any order; explorations and the fault simulation ask it at every step. */
class DeskAndRecordTest {
    private static final int RUNS = 260;
    private static final int STEPS = 30;

    private int awards;
    private int waits;
    private int invitations;

    @Test
    void aRulingOnARequestsOwnQuestionSaysWhatTheDeskDoes() {
        for (int seed = 0; seed < RUNS; seed++) {
            play(seed);
        }
        assertTrue(awards > 10 && waits > 100 && invitations > 100, awards + " " + waits + " " + invitations);
    }

    private void play(int seed) {
        var random = new Random(seed);
        var rulings = RandomRoundsTest.CONTRACTS.get(random.nextInt(RandomRoundsTest.CONTRACTS.size()));
        var history = new ArrayList<Event>();
        var now = Contract.at("2025-01-15T09:00:00");
        var state = State.NOT_REQUESTED;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
            var command = step == 0 ? RandomRoundsTest.asked() : RandomRoundsTest.command(random, state, now);
            if (Desk.decide(state, command, new Context(rulings, now)) instanceof Decision.Decided decided) {
                for (var event : decided.events()) {
                    if (event instanceof Event.Awarded awarded && state instanceof CapacityRequest request) {
                        awards++;
                        agree(seed, history, DeskAndRecord.difference(request, awarded, new Context(rulings, now)));
                    }
                    history.add(event);
                    state = Desk.evolve(state, event);
                }
            }
            if (state instanceof CapacityRequest request) {
                count(request);
                agree(seed, history, DeskAndRecord.difference(request, new Context(rulings, now)));
            }
        }
    }

    private void count(CapacityRequest request) {
        waits += request.openOffer() == null ? 0 : 1;
        boolean invites = request.phase() == CapacityRequest.Phase.INVITED;
        invitations += invites && request.quantities().released() > 0 ? 1 : 0;
    }

    private static void agree(int seed, List<Event> history, @Nullable String difference) {
        assertNull(
                difference,
                () -> "seed " + seed + ": " + difference + "\n"
                        + String.join(
                                "\n", history.stream().map(Event::toString).toList()));
    }
}
