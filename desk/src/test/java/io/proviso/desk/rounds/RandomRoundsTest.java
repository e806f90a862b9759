package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Asked;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.Window;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Event;
import io.proviso.desk.Particulars;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands in any order, late, repeated and wrong, from a seed; the rules that hold whatever comes. */
class RandomRoundsTest {
    private static final int RUNS = 2_000;
    private static final int STEPS = 40;

    static final List<Rulings> CONTRACTS = List.of(
            Contract.standard().rulings(),
            Contract.standard().silenceAccepts().rulings(),
            Contract.standard()
                    .smallPartsBind()
                    .closed("2025-01-22", "2025-01-21")
                    .rulings(),
            Contract.standard().allOrNothing().until(Contract.day("2025-01-24")).rulings(),
            Contract.standard().forbidden("oracle", Contract.day("2025-01-23")).rulings(),
            Contract.standard()
                    .alsoHeldBy("alphabet", "coreweave", Contract.day("2025-01-21"))
                    .rulings(),
            Contract.standard().narrowed(Contract.day("2025-01-22")).rulings(),
            Contract.standard().tail().rulings(),
            Contract.standard()
                    .preemption(right -> right.with(Stated.of(new Preemption.Tail(2, Contract.FLOOR))))
                    .rulings(),
            Contract.standard()
                    .bidsFirst()
                    .preemption(right -> right.with(new Preemption.Conduct(
                            Preemption.Counter.NEGOTIATES,
                            Set.of(),
                            new Window.Days(1),
                            List.of("outage"),
                            Preemption.OnFailure.GENERALLY,
                            1)))
                    .alsoHeldBy("alphabet", "coreweave", Contract.SIGNED)
                    .rulings(),
            Contract.standard().bidsFirst().waived(5_000L, Contract.SIGNED).rulings(),
            Contract.standard().waived(5_000L, Contract.day("2025-01-17")).rulings(),
            Contract.standard()
                    .preemption(right -> right.with(new Preemption.Conduct(
                            Preemption.Counter.EXTENDS,
                            Set.of(),
                            null,
                            List.of("outage"),
                            Preemption.OnFailure.THIS_NEED,
                            1)))
                    .rulings());

    @Test
    void theRulesOfARoundHoldUnderAnyOrderOfCommands() {
        var ends = new HashMap<Class<?>, Integer>();
        for (int seed = 0; seed < RUNS; seed++) {
            var history = play(seed);
            var state = history.stream().reduce(State.NOT_REQUESTED, Desk::evolve, (_, last) -> last);
            assertEquals(state, history.stream().reduce(State.NOT_REQUESTED, Desk::evolve, (_, last) -> last));
            check(seed, history);
            history.forEach(event -> ends.merge(event.getClass(), 1, Integer::sum));
        }
        var untouched = kinds(Event.class).collect(Collectors.toCollection(HashSet::new));
        untouched.removeAll(ends.keySet());
        assertEquals(Set.of(), untouched, "events that no run reached");
    }

    private List<Event> play(int seed) {
        var random = new Random(seed);
        var rulings = CONTRACTS.get(random.nextInt(CONTRACTS.size()));
        var history = new ArrayList<Event>();
        var now = Contract.at("2025-01-15T09:00:00");
        var state = State.NOT_REQUESTED;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
            var command = step == 0 ? asked() : command(random, state, now);
            if (Desk.decide(state, command, new Context(rulings, now)) instanceof Decision.Decided decided) {
                for (var event : decided.events()) {
                    history.add(event);
                    state = Desk.evolve(state, event);
                }
                var repeated = Desk.decide(state, command, new Context(rulings, now));
                assertTrue(
                        !(repeated instanceof Decision.Decided again)
                                || again.events().isEmpty(),
                        () -> "seed " + seed + ": " + command + " happened twice");
            }
        }
        return history;
    }

    static Command command(Random random, State state, Instant now) {
        var before = now.minus(Duration.ofHours(random.nextInt(72)));
        var request = (CapacityRequest) state;
        var offer = request.offers().isEmpty() || random.nextInt(8) == 0
                ? Round.OFFER
                : request.offers().getLast().id();
        return switch (random.nextInt(15)) {
            case 0, 1 ->
                new Command.ConfirmDelivery(offer, before, random.nextInt(3) == 0 ? List.of("price") : List.of());
            case 2, 3, 4 -> answer(random, request, offer, before);
            case 5 -> new Command.Expire(random.nextBoolean() ? now : before);
            case 6 -> new Command.Review(random.nextBoolean() ? now : before);
            case 7, 8 -> {
                var provider = List.of("oracle", "coreweave", "aws").get(random.nextInt(3));
                yield Round.quote(provider, 1 + random.nextInt(12_000), "2." + (10 + random.nextInt(90)));
            }
            case 9 -> new Command.Toll(offer, "outage", before);
            case 10 -> new Command.Resume(offer, before);
            case 11 ->
                random.nextBoolean()
                        ? new Command.AcceptCounter(
                                offer, "answer-" + random.nextInt(6), random.nextInt(3) > 0 ? now : before)
                        : new Command.Extend(
                                offer, now.plus(Duration.ofDays(30)), Set.of(Contract.MICROSOFT, new Party("openai")));
            case 12 ->
                request.reservations().isEmpty()
                        ? new Command.Award(request.standing().epoch())
                        : new Command.Fail(request.reservations().getFirst().id(), "bankrupt");
            case 13 -> delivery(random, request, now);
            default -> random.nextInt(4) == 0 ? new Command.Withdraw("no need", now) : new Command.Award();
        };
    }

    static Command.Request asked() {
        var plain = Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave", "aws");
        var option = new DeliveryTerms.Extension(Duration.ofDays(30), Round.usd("2"), Contract.day("2025-12-01"));
        var delivery = new DeliveryTerms(Duration.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, option);
        return new Command.Request(
                plain.id(), plain.terms(), plain.candidates(), new Particulars(null, null, null, delivery));
    }

    private static Command delivery(Random random, CapacityRequest request, Instant now) {
        var id = request.reservations().isEmpty()
                ? "none"
                : request.reservations().getLast().id();
        return switch (random.nextInt(4)) {
            case 0 -> new Command.Slip(id, 0, now.plus(Duration.ofDays(200)), now);
            case 1 -> new Command.AcceptTranche(id, 0, now);
            case 2 -> new Command.EndUndelivered(id);
            default -> new Command.Prolong(id);
        };
    }

    private static Command answer(Random random, CapacityRequest request, String offer, Instant received) {
        var gpus = 1 + random.nextInt(10_000);
        var response = switch (random.nextInt(9)) {
            case 0, 1 -> new Response.Declines();
            case 2 -> new Response.Waives();
            case 3 -> new Response.Counters("more money", new Response.Accepts(gpus, Round.usd("4"), null));
            default -> Response.Accepts.asOffered(random.nextBoolean() ? gpus : 10_000);
        };
        var holder = request.offers().isEmpty()
                ? Contract.MICROSOFT
                : request.offers().getLast().right().holder();
        var by = random.nextInt(10) == 0 ? new Party("oracle") : holder;
        return new Command.Answer(offer, "answer-" + random.nextInt(6), by, received, response);
    }

    private static void check(int seed, List<Event> history) {
        var state = State.NOT_REQUESTED;
        var ended = new HashSet<String>();
        for (var event : history) {
            var before = state;
            state = Desk.evolve(state, event);
            var quantities = before instanceof CapacityRequest request ? request.quantities() : null;
            switch (event) {
                case Event.Accepted end -> assertTrue(ended.add(end.offer()), "seed " + seed + ": ended twice");
                case Event.Declined end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.Waived end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.Lapsed end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.Moot end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.RemainderReleased _ ->
                    assertNull(
                            ((CapacityRequest) before).openOffer(),
                            "seed " + seed + ": released while a holder was still asked");
                case Event.Awarded award -> {
                    assertNotNull(quantities);
                    assertTrue(
                            award.comparison().awarded() <= quantities.released(),
                            "seed " + seed + ": awarded more than was released");
                }
                case Event.Reserved reservation -> {
                    var ruling = reservation.ruling();
                    assertEquals(Outcome.PERMITTED, ruling.outcome(), "seed " + seed);
                    assertEquals(
                            new Asked.Exactly(reservation.reservation().gpus()),
                            ruling.asking().question().facets().get("gpus"),
                            "seed " + seed + ": ruled for another quantity");
                }
                default -> {}
            }
        }
        if (state instanceof CapacityRequest request) {
            var reserved =
                    request.reservations().stream().mapToLong(Reservation::gpus).sum();
            var taken = request.quantities().accepted() + request.quantities().awarded();
            assertEquals(taken, reserved, "seed " + seed + ": what is taken is reserved");
        }
    }

    private static Stream<Class<?>> kinds(Class<?> events) {
        return Arrays.stream(events.getPermittedSubclasses())
                .flatMap(kind -> kind.isInterface() ? kinds(kind) : Stream.of(kind));
    }
}
