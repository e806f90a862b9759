package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Counter;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import io.proviso.units.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Talks, strikes, failures and slips at any times, and every message again at any later time. */
class LateCopiesPropertiesTest {
    private static final Instant BEGIN = Contract.at("2025-01-15T09:00:00");
    private static final Set<Party> BOTH = Set.of(Contract.MICROSOFT, new Party("openai"));
    private static final List<Rulings> CONTRACTS = List.of(
            talking(Counter.NEGOTIATES).tail().rulings(),
            talking(Counter.EXTENDS)
                    .closed("2025-01-22", "2025-01-21")
                    .closed("2025-02-05", "2025-02-03")
                    .rulings(),
            talking(Counter.DECLINES)
                    .bidsFirst()
                    .waived(5_000L, Contract.SIGNED)
                    .rulings());

    private static final List<Response> RESPONSES = List.of(
            new Response.Declines(),
            new Response.Counters("words"),
            new Response.Counters("less", new Response.Accepts(6_000, Round.usd("3.20"), null)),
            new Response.Accepts(10_000, Round.usd("3.50"), null),
            Response.Accepts.asOffered(6_000),
            Response.Accepts.asOffered(10_000));

    /** A command given so many hours after the one before it. */
    record Given(int hours, Command command) {}

    /** A command that did something, and the epoch it did it in. */
    private record Done(Command command, int epoch) {}

    private static Contract talking(Counter counter) {
        return Contract.standard()
                .preemption(right -> right.with(new Preemption.Conduct(
                        counter, Set.of(), null, List.of("outage"), Preemption.OnFailure.THIS_NEED, 1)));
    }

    @Test
    void whatWasSaidOnceDoesNothingWhenItIsHeardAgainLater() {
        Property.tried(400).holds(choices -> {
            var rulings = choices.oneOf(CONTRACTS);
            var round = rounds(choices);
            var done = new ArrayList<Done>();
            var now = BEGIN;
            var state = begun(rulings);
            for (var given : round) {
                now = now.plus(Duration.ofHours(given.hours()));
                var context = new Context(rulings, now);
                var events = events(state, given.command(), context);
                if (!events.isEmpty() && isMessage(given.command())) {
                    done.add(new Done(given.command(), state.standing().epoch()));
                }
                state = after(state, events);
                for (var one : done) {
                    if (!(one.command() instanceof Command.Quote)
                            || one.epoch() == state.standing().epoch()) {
                        assertEquals(List.of(), events(state, one.command(), context), () -> "again: " + one.command());
                    }
                }
            }
        });
    }

    /** What workers do by the clock may be due again. */
    private static boolean isMessage(Command command) {
        return !(command instanceof Command.Expire || command instanceof Command.Review);
    }

    @Test
    void noDeadlineAndNoEpochEverComesBack() {
        Property.tried(400).holds(choices -> {
            var rulings = choices.oneOf(CONTRACTS);
            var round = rounds(choices);
            var deadlines = new HashMap<String, Instant>();
            var now = BEGIN;
            var state = begun(rulings);
            for (var given : round) {
                now = now.plus(Duration.ofHours(given.hours()));
                var before = state.standing().epoch();
                state = after(state, events(state, given.command(), new Context(rulings, now)));
                assertFalse(state.standing().epoch() < before, "an epoch comes back");
                for (var offer : state.offers()) {
                    if (offer.receipt() != null) {
                        var deadline = offer.receipt().deadline().utc();
                        var last = deadlines.put(offer.id(), deadline);
                        assertFalse(last != null && deadline.isBefore(last), () -> last + " then " + deadline);
                    }
                }
            }
        });
    }

    private static List<Given> rounds(Choices choices) {
        return choices.listOf(1, 30, each -> new Given(each.nextInt(49), command(each)));
    }

    private static Command command(Choices choices) {
        return switch (choices.nextInt(4)) {
            case 0 -> bid(choices);
            case 1 -> clock(choices);
            case 2 -> delivery(choices);
            default -> answer(choices);
        };
    }

    private static Instant time(Choices choices) {
        return BEGIN.plus(Duration.ofHours(choices.nextInt(601)));
    }

    private static String offer(Choices choices) {
        return choices.oneOf(Round.OFFER, Round.OFFER, "need-1/offer-2");
    }

    private static Command answer(Choices choices) {
        var offer = offer(choices);
        var id = choices.oneOf("answer-1", "answer-2", "answer-3");
        var at = time(choices);
        return choices.nextInt(3) == 0
                ? new Command.AcceptCounter(offer, id, at)
                : new Command.Answer(offer, id, Contract.MICROSOFT, at, choices.oneOf(RESPONSES));
    }

    private static Command clock(Choices choices) {
        var offer = offer(choices);
        var at = time(choices);
        return switch (choices.nextInt(6)) {
            case 0 -> new Command.Toll(offer, "outage", at);
            case 1 -> new Command.Resume(offer, at);
            case 2 -> new Command.Extend(offer, at.plus(Duration.ofDays(15)), BOTH);
            case 3 -> new Command.ConfirmDelivery(offer, at, List.of());
            case 4 -> new Command.Expire(at);
            default -> new Command.Review(at);
        };
    }

    private static Command bid(Choices choices) {
        return choices.nextBoolean()
                ? new Command.Award(choices.nextInt(1, 4))
                : Round.quote(choices.oneOf("oracle", "coreweave"), 6_000, choices.oneOf("2.00", "2.50", "2.90"));
    }

    private static Command delivery(Choices choices) {
        var reservation = choices.oneOf(
                Round.OFFER, "need-1/award-1/oracle", "need-1/award-1/coreweave", "need-1/award-2/oracle");
        var at = time(choices);
        return switch (choices.nextInt(4)) {
            case 0, 1 -> new Command.Slip(reservation, 0, at.plus(Duration.ofDays(200)), at);
            case 2 -> new Command.AcceptTranche(reservation, 0, at);
            default -> new Command.Fail(reservation, "bankrupt");
        };
    }

    private static CapacityRequest begun(Rulings rulings) {
        var context = new Context(rulings, BEGIN);
        var request = Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave");
        State state = State.NOT_REQUESTED;
        for (var command : List.of(request, Round.delivered(BEGIN))) {
            for (var event : events(state, command, context)) {
                state = Desk.evolve(state, event);
            }
        }
        return (CapacityRequest) state;
    }

    private static CapacityRequest after(CapacityRequest request, List<Event> events) {
        State state = request;
        for (var event : events) {
            state = Desk.evolve(state, event);
        }
        return (CapacityRequest) state;
    }

    private static List<Event> events(State state, Command command, Context context) {
        return Desk.decide(state, command, context) instanceof Decision.Decided decided ? decided.events() : List.of();
    }
}
