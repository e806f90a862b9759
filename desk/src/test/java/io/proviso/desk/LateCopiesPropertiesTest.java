package io.proviso.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.proviso.agreement.Preemption;
import io.proviso.agreement.Preemption.Counter;
import io.proviso.agreement.Rulings;
import io.proviso.units.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    /** A command given so many hours after the one before it. */
    record Given(int hours, Command command) {}

    /** A command that did something, and the epoch it did it in. */
    private record Done(Command command, int epoch) {}

    private static Contract talking(Counter counter) {
        return Contract.standard()
                .preemption(right -> right.with(new Preemption.Conduct(
                        counter, Set.of(), null, List.of("outage"), Preemption.OnFailure.THIS_NEED, 1)));
    }

    @Property(tries = 400)
    void whatWasSaidOnceDoesNothingWhenItIsHeardAgainLater(
            @ForAll("contracts") Rulings rulings, @ForAll("rounds") List<Given> round) {
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
    }

    /** What workers do by the clock may be due again. */
    private static boolean isMessage(Command command) {
        return !(command instanceof Command.Expire || command instanceof Command.Review);
    }

    @Property(tries = 400)
    void noDeadlineAndNoEpochEverComesBack(@ForAll("contracts") Rulings rulings, @ForAll("rounds") List<Given> round) {
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
    }

    @Provide
    Arbitrary<Rulings> contracts() {
        return Arbitraries.of(CONTRACTS);
    }

    @Provide
    Arbitrary<List<Given>> rounds() {
        var commands = Arbitraries.oneOf(answers(), clocks(), bids(), deliveries());
        return Combinators.combine(Arbitraries.integers().between(0, 48), commands)
                .as(Given::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, 600).map(hours -> BEGIN.plus(Duration.ofHours(hours)));
    }

    private static Arbitrary<String> offers() {
        return Arbitraries.of(Round.OFFER, Round.OFFER, "need-1/offer-2");
    }

    private static Arbitrary<Command> answers() {
        var responses = Arbitraries.of(
                new Response.Declines(),
                new Response.Counters("words"),
                new Response.Counters("less", new Response.Accepts(6_000, Round.usd("3.20"), null)),
                new Response.Accepts(10_000, Round.usd("3.50"), null),
                Response.Accepts.asOffered(6_000),
                Response.Accepts.asOffered(10_000));
        var ids = Arbitraries.of("answer-1", "answer-2", "answer-3");
        var answers = Combinators.combine(offers(), ids, times(), responses).as((offer, id, at, response) ->
                (Command) new Command.Answer(offer, id, Contract.MICROSOFT, at, response));
        var accepted = Combinators.combine(offers(), ids, times())
                .as((offer, id, read) -> (Command) new Command.AcceptCounter(offer, id, read));
        return Arbitraries.oneOf(answers, answers, accepted);
    }

    private static Arbitrary<Command> clocks() {
        return Combinators.combine(offers(), times(), Arbitraries.integers().between(0, 5))
                .as((offer, at, which) -> switch (which) {
                    case 0 -> new Command.Toll(offer, "outage", at);
                    case 1 -> new Command.Resume(offer, at);
                    case 2 -> new Command.Extend(offer, at.plus(Duration.ofDays(15)), BOTH);
                    case 3 -> new Command.ConfirmDelivery(offer, at, List.of());
                    case 4 -> new Command.Expire(at);
                    default -> new Command.Review(at);
                });
    }

    private static Arbitrary<Command> bids() {
        var quotes = Combinators.combine(Arbitraries.of("oracle", "coreweave"), Arbitraries.of("2.00", "2.50", "2.90"))
                .as((provider, price) -> (Command) Round.quote(provider, 6_000, price));
        return Arbitraries.oneOf(quotes, Arbitraries.integers().between(1, 3).map(Command.Award::new));
    }

    private static Arbitrary<Command> deliveries() {
        var reservations = Arbitraries.of(
                Round.OFFER, "need-1/award-1/oracle", "need-1/award-1/coreweave", "need-1/award-2/oracle");
        return Combinators.combine(reservations, times(), Arbitraries.integers().between(0, 3))
                .as((reservation, at, which) -> switch (which) {
                    case 0, 1 -> new Command.Slip(reservation, 0, at.plus(Duration.ofDays(200)), at);
                    case 2 -> new Command.AcceptTranche(reservation, 0, at);
                    default -> new Command.Fail(reservation, "bankrupt");
                });
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
