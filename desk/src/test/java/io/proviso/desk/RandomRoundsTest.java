package io.proviso.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Rulings;
import io.proviso.units.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands in any order, late, repeated and wrong, from a seed; the rules that hold whatever comes. */
class RandomRoundsTest {
    private static final int RUNS = 800;
    private static final int STEPS = 30;

    private final List<Rulings> contracts = List.of(
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
            Contract.standard().narrowed(Contract.day("2025-01-22")).rulings());

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
        var untouched = new HashSet<>(Set.of(Event.class.getPermittedSubclasses()));
        untouched.removeAll(ends.keySet());
        assertEquals(Set.of(), untouched, "events that no run reached");
    }

    private List<Event> play(int seed) {
        var random = new Random(seed);
        var rulings = contracts.get(random.nextInt(contracts.size()));
        var history = new ArrayList<Event>();
        var now = Contract.at("2025-01-15T09:00:00");
        var state = State.NOT_REQUESTED;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
            var command = step == 0
                    ? Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave", "aws")
                    : command(random, now);
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

    private static Command command(Random random, Instant now) {
        var before = now.minus(Duration.ofHours(random.nextInt(72)));
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                new Command.ConfirmDelivery(Round.OFFER, before, random.nextInt(3) == 0 ? List.of("price") : List.of());
            case 2, 3, 4 -> answer(random, before);
            case 5 -> new Command.Expire(random.nextBoolean() ? now : before);
            case 6 -> new Command.Review(random.nextBoolean() ? now : before);
            case 7, 8 -> {
                var provider = List.of("oracle", "coreweave", "aws").get(random.nextInt(3));
                yield Round.quote(provider, 1 + random.nextInt(12_000), "2." + (10 + random.nextInt(90)));
            }
            default -> random.nextInt(4) == 0 ? new Command.Withdraw("no need", now) : new Command.Award();
        };
    }

    private static Command answer(Random random, Instant received) {
        var response = switch (random.nextInt(8)) {
            case 0 -> new Response.Declines();
            case 1 -> new Response.Waives();
            case 2 -> new Response.Counters("more money");
            default -> Response.Accepts.asOffered(1 + random.nextInt(10_000));
        };
        var by = random.nextInt(10) == 0 ? new Party("oracle") : Contract.MICROSOFT;
        return new Command.Answer(Round.OFFER, "answer-" + random.nextInt(6), by, received, response);
    }

    private static void check(int seed, List<Event> history) {
        long accepted = 0;
        long released = 0;
        long awarded = 0;
        long reserved = 0;
        var ended = new HashSet<String>();
        for (var event : history) {
            switch (event) {
                case Event.Accepted accept -> {
                    assertTrue(ended.add(accept.offer()), "seed " + seed + ": " + accept.offer() + " ended twice");
                    accepted += accept.gpus();
                }
                case Event.Declined end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.Waived end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.Lapsed end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.Moot end -> assertTrue(ended.add(end.offer()), "seed " + seed);
                case Event.RemainderReleased release -> {
                    assertTrue(
                            ended.contains(Round.OFFER),
                            "seed " + seed + ": released while the holder was still asked");
                    released += release.gpus();
                }
                case Event.Awarded award -> awarded += award.comparison().awarded();
                case Event.Reserved reservation -> {
                    var ruling = reservation.ruling();
                    var gpus = reservation.reservation().gpus();
                    assertEquals(Outcome.PERMITTED, ruling.outcome(), "seed " + seed);
                    assertEquals(
                            new Asked.Exactly(gpus),
                            ruling.asking().question().facets().get("gpus"),
                            "seed " + seed + ": ruled for another quantity");
                    reserved += reservation.reservation().gpus();
                }
                case Event.Requested _,
                        Event.Offered _,
                        Event.Received _,
                        Event.Defective _,
                        Event.DeadlineMoved _,
                        Event.LateAnswer _,
                        Event.Invited _,
                        Event.Quoted _,
                        Event.Withdrawn _,
                        Event.Closed _ -> {}
            }
            assertTrue(awarded <= released, "seed " + seed + ": awarded " + awarded + " of " + released + " released");
            assertTrue(accepted + released <= 10_000, "seed " + seed + ": more than was asked for");
        }
        assertEquals(accepted + awarded, reserved, "seed " + seed + ": what is taken is reserved");
    }
}
