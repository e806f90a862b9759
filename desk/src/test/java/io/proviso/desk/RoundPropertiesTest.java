package io.proviso.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.proviso.agreement.Rulings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds after any commands at any times; jqwik shrinks what does not. */
class RoundPropertiesTest {
    private static final Rulings RULINGS =
            Contract.standard().closed("2025-01-22", "2025-01-21").rulings();
    private static final Instant BEGIN = Contract.at("2025-01-15T09:00:00");

    /** A command given so many hours after the one before it. */
    record Given(int hours, Command command) {}

    @Property(tries = 300)
    void everyGpuAskedForIsInExactlyOnePlace(@ForAll("rounds") List<Given> round) {
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
    }

    @Property(tries = 300)
    void aDeadlineNeverComesNearer(@ForAll("rounds") List<Given> round) {
        var last = Instant.MIN;
        for (var state : states(round)) {
            var deadline = deadline(state);
            if (deadline != null) {
                assertFalse(deadline.isBefore(last), last + " then " + deadline);
                last = deadline;
            }
        }
    }

    @Property(tries = 300)
    void givingEveryCommandTwiceChangesNothing(@ForAll("rounds") List<Given> round) {
        var twice = round.stream()
                .mapMulti((Given given, Consumer<Given> all) -> {
                    all.accept(given);
                    all.accept(new Given(0, given.command()));
                })
                .toList();
        assertEquals(states(round).getLast(), states(twice).getLast());
    }

    @Provide
    Arbitrary<List<Given>> rounds() {
        var ago = Arbitraries.integers().between(0, 400);
        var answers = Combinators.combine(ago, Arbitraries.integers().between(1, 3), responses())
                .as((hours, id, response) -> (Command) Round.answer("answer-" + id, after(hours), response));
        var deliveries = ago.map(hours -> (Command) Round.delivered(after(hours)));
        var expiries = ago.map(hours -> (Command) new Command.Expire(after(hours)));
        var reviews = ago.map(hours -> (Command) new Command.Review(after(hours)));
        var quotes = Combinators.combine(
                        Arbitraries.of("oracle", "coreweave"),
                        Arbitraries.integers().between(1, 12_000))
                .as((provider, gpus) -> (Command) Round.quote(provider, gpus, "2.50"));
        var rest = Arbitraries.of(new Command.Award(), new Command.Withdraw("no need", after(400)));
        var commands = Arbitraries.oneOf(answers, deliveries, expiries, reviews, quotes, rest);
        return Combinators.combine(Arbitraries.integers().between(0, 72), commands)
                .as(Given::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Arbitrary<Response> responses() {
        return Arbitraries.oneOf(
                Arbitraries.of(new Response.Declines(), new Response.Waives(), new Response.Counters("less")),
                Arbitraries.longs().between(1, 10_000).map(Response.Accepts::asOffered));
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
