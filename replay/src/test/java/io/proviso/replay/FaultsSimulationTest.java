package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Preemption;
import io.proviso.agreement.Stated;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsSimulationTest {
    private static final long ROUNDS = 40_000;

    @Test
    void noRuleIsBrokenUnderAnyFault() {
        var report = new FaultsSimulation().run(ROUNDS, 1);
        assertNull(report.failure(), () -> String.valueOf(report.failure()));
        assertEquals(ROUNDS, report.rounds());
        assertTrue(report.curve().getLast().states() > 1_000, report.curve()::toString);
    }

    @Test
    void oneSeedGivesOneReport() {
        var once = new FaultsSimulation().run(1_000, 7);
        assertEquals(once, new FaultsSimulation().run(1_000, 7));
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsFoundAndToldInAHistoryFromWhichNothingCanBeLeftOut(Planted fault) {
        var failure = new FaultsSimulation(fault).run(ROUNDS, 1).failure();
        assertNotNull(failure);
        assertTrue(failure.broken().startsWith(fault.broken), failure::toString);
        assertTrue(failure.history().size() <= 30, () -> String.join("\n", failure.history()));
        var again = new FaultsSimulation(fault).run(1, failure.seed());
        assertEquals(failure, again.failure());
    }

    /** Copies of the rules with one fault each. */
    enum Planted implements FaultsRules {
        EXPIRES_WITHOUT_READING_THE_INBOX("an answer received in time is overtaken") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                return Desk.decide(
                        state,
                        command instanceof Command.Expire ? new Command.Expire(context.now()) : command,
                        context);
            }
        },
        TAKES_A_SECOND_ANSWER("the desk itself gave up") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                var isAnswered = command instanceof Command.Answer
                        && state instanceof CapacityRequest request
                        && !request.offers().isEmpty()
                        && request.offers().getLast().ending() instanceof Offer.Ending.Answered;
                return Desk.decide(isAnswered ? unanswered((CapacityRequest) state) : state, command, context);
            }
        },
        READS_THE_AGREEMENT_OF_NEXT_WEEK("an offer is moot while the right stands") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                var then = context.now().plus(Duration.ofDays(9));
                return command instanceof Command.Review
                                && Desk.decide(
                                                state,
                                                new Command.Review(then),
                                                new Context(context.rulings(), context.basis(), then))
                                        instanceof Decision.Decided decided
                        ? new Decision.Decided(decided.events().stream()
                                .map(event -> event instanceof Event.Moot moot
                                        ? new Event.Moot(context.now(), moot.offer(), moot.by())
                                        : event)
                                .toList())
                        : Desk.decide(state, command, context);
            }
        },
        LOSES_THE_REMAINDER("GPUs are open that nobody is offered") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                var decision = Desk.decide(state, command, context);
                return decision instanceof Decision.Decided decided
                                && decided.events().stream().anyMatch(Event.Accepted.class::isInstance)
                        ? new Decision.Decided(decided.events().stream()
                                .filter(event -> !(event instanceof Event.RemainderReleased))
                                .toList())
                        : decision;
            }
        },
        AWARDS_BELOW_THE_FLOOR_OF_THE_TAIL("an award is below the floor of the tail") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                return Desk.decide(
                        state,
                        command,
                        Altered.context(
                                context,
                                right -> right.tail() instanceof Stated.Known<Preemption.Tail> known
                                        ? right.with(Stated.of(new Preemption.Tail(
                                                known.value().days(), Altered.ANYTHING)))
                                        : right));
            }
        },
        COUNTS_A_MATCH_BEYOND_THE_TOLERANCE("an acceptance counts that is no match") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                return Desk.decide(
                        state,
                        command,
                        Altered.context(
                                context,
                                right -> right.with(new Preemption.Matching(
                                        Preemption.Matching.Standard.ECONOMIC_ONLY,
                                        BigDecimal.TEN,
                                        right.matching().nonCash(),
                                        right.matching().alternates()))));
            }
        },
        ASKS_THE_LAST_RANK_FIRST("a holder is asked before the one of a higher rank") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                return Desk.decide(
                        state,
                        command,
                        Altered.context(
                                context,
                                right -> right.with(Altered.ranked(
                                        right.conduct(), 3 - right.conduct().rank()))));
            }
        },
        ACTS_ON_AN_AWARD_OF_AN_EARLIER_EPOCH("an award of an earlier epoch acts") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                return Desk.decide(state, command instanceof Command.Award ? new Command.Award() : command, context);
            }
        },
        LAPSES_WHILE_THE_CLOCK_STANDS_STILL("an offer lapses while its clock stands still") {
            @Override
            public Decision decide(State state, Command command, Context context) {
                return Desk.decide(
                        command instanceof Command.Expire ? Altered.running(state) : state, command, context);
            }
        };

        private final String broken;

        Planted(String broken) {
            this.broken = broken;
        }

        private static State unanswered(CapacityRequest request) {
            var offer = request.offers().getLast();
            var receipt = Objects.requireNonNull(offer.receipt());
            State state = State.NOT_REQUESTED;
            for (var event : List.of(
                    new Event.Requested(offer.made(), request.need(), List.of()),
                    new Event.Offered(offer.made(), offer.id(), offer.right(), offer.gpus()),
                    new Event.Received(receipt.at(), offer.id(), receipt))) {
                state = Desk.evolve(state, event);
            }
            return state;
        }
    }
}
