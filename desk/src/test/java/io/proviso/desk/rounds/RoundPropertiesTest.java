package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds after any commands at any times. */
class RoundPropertiesTest {
    private static final Rulings RULINGS =
            Contract.standard().closed("2025-01-22", "2025-01-21").rulings();
    private static final Instant BEGIN = Contract.at("2025-01-15T09:00:00");

    /** A command given so many hours after the one before it. */
    record Given(int hours, Command command) {}

    @Test
    void everyGpuAskedForIsInExactlyOnePlace() {
        Property.tried(300).holds(choices -> {
            var round = rounds(choices);
            for (var state : states(round)) {
                if (state instanceof CapacityRequest request) {
                    var quantities = request.quantities();
                    assertEquals(10_000, quantities.total());
                    assertEquals(
                            quantities.accepted() + quantities.awarded(),
                            request.reservations().stream()
                                    .mapToLong(Reservation::gpus)
                                    .sum());
                }
            }
        });
    }

    @Test
    void aDeadlineNeverComesNearer() {
        Property.tried(300).holds(choices -> {
            var round = rounds(choices);
            var last = Instant.MIN;
            for (var state : states(round)) {
                var deadline = deadline(state);
                if (deadline != null) {
                    assertFalse(deadline.isBefore(last), last + " then " + deadline);
                    last = deadline;
                }
            }
        });
    }

    @Test
    void givingEveryCommandTwiceChangesNothing() {
        Property.tried(300).holds(choices -> {
            var round = rounds(choices);
            var twice = round.stream()
                    .mapMulti((Given given, Consumer<Given> all) -> {
                        all.accept(given);
                        all.accept(new Given(0, given.command()));
                    })
                    .toList();
            assertEquals(states(round).getLast(), states(twice).getLast());
        });
    }

    private static List<Given> rounds(Choices choices) {
        return choices.listOf(1, 30, each -> new Given(each.nextInt(73), command(each)));
    }

    private static Command command(Choices choices) {
        return switch (choices.nextInt(7)) {
            case 0 -> new Command.Award();
            case 1 -> new Command.Withdraw("no need", after(400));
            case 2 -> Round.quote(choices.oneOf("oracle", "coreweave"), choices.between(1, 12_000), "2.50");
            case 3 -> new Command.Review(ago(choices));
            case 4 -> new Command.Expire(ago(choices));
            case 5 -> Round.delivered(ago(choices));
            default -> Round.answer("answer-" + choices.between(1, 3), ago(choices), response(choices));
        };
    }

    private static Instant ago(Choices choices) {
        return after(choices.nextInt(401));
    }

    private static Response response(Choices choices) {
        return switch (choices.nextInt(6)) {
            case 0 -> new Response.Declines();
            case 1 -> new Response.Waives();
            case 2 -> new Response.Counters("less");
            default -> Response.Accepts.asOffered(choices.between(1, 10_000));
        };
    }

    private static Instant after(int hours) {
        return BEGIN.plus(Duration.ofHours(hours));
    }

    private static List<State> states(List<Given> round) {
        var states = new ArrayList<State>();
        var now = BEGIN;
        var state = play(State.NOT_REQUESTED, Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave"), now);
        for (var given : round) {
            now = now.plus(Duration.ofHours(given.hours()));
            state = play(state, given.command(), now);
            states.add(state);
        }
        return states;
    }

    private static State play(State state, Command command, Instant now) {
        var after = state;
        if (Desk.decide(state, command, new Context(RULINGS, now)) instanceof Decision.Decided decided) {
            for (var event : decided.events()) {
                after = Desk.evolve(after, event);
            }
        }
        return after;
    }

    private static @Nullable Instant deadline(State state) {
        return state instanceof CapacityRequest request
                        && !request.offers().isEmpty()
                        && request.offers().getLast().receipt() != null
                ? request.offers().getLast().receipt().deadline().utc()
                : null;
    }
}
