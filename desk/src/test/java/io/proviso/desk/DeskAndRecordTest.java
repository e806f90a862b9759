package io.proviso.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Question;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.Rulings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the desk decides, and what a ruling says of the same request by the rounds that the desk put on record. */
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
                    if (isBeyondTheRecord(event)) {
                        return;
                    }
                    if (event instanceof Event.Reserved reserved) {
                        awarded(seed, rulings, (CapacityRequest) state, history, reserved, now);
                    }
                    history.add(event);
                    state = Desk.evolve(state, event);
                }
            }
            if (state instanceof CapacityRequest request) {
                agree(seed + " step " + step + " " + command, rulings, request, history, now);
            }
        }
    }

    /** A record tells what was put, answered and signed, and neither why a right stands aside nor that a contract came to nothing. */
    private static boolean isBeyondTheRecord(Event event) {
        return event instanceof Event.RightSetAside || event instanceof Event.Failed;
    }

    private void awarded(
            int seed,
            Rulings rulings,
            CapacityRequest request,
            List<Event> history,
            Event.Reserved reserved,
            Instant now) {
        if (request.offer(reserved.reservation().id()) == null && winners(history) == 1) {
            awards++;
            var candidate = request.need().candidates().stream()
                    .filter(one -> one.provider().equals(reserved.reservation().provider()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    Outcome.PERMITTED,
                    ruled(rulings, request, candidate, reserved.reservation().gpus(), now),
                    () -> "seed " + seed + ": awarded to " + candidate + " at " + now + "\n" + lines(history));
        }
    }

    /**
     * Of the last award. What several win together was put to the holder as one bargain; a record compares each contract by itself
     * with what was put.
     */
    private static long winners(List<Event> history) {
        for (var event : history.reversed()) {
            if (event instanceof Event.Awarded(Instant _, Comparison comparison)) {
                return comparison.lines().stream()
                        .filter(line -> line.awarded() > 0)
                        .count();
            }
        }
        return 0;
    }

    private void agree(String what, Rulings rulings, CapacityRequest request, List<Event> history, Instant now) {
        var context = new Context(rulings, now);
        var open = request.openOffer();
        if (open != null && (open.receipt() == null || open.receipt().inTime(now))) {
            for (var candidate : behind(request, open, context)) {
                waits++;
                assertNotEquals(
                        Outcome.PERMITTED,
                        ruled(rulings, request, candidate, open.gpus(), now),
                        () -> what + ": " + open.id() + " is open at " + now + "\n" + lines(history));
            }
        }
        long released = request.quantities().released();
        boolean runs = request.standing().tails().stream().noneMatch(tail -> tail.isOver(now));
        if (request.phase() == CapacityRequest.Phase.INVITED && released > 0 && runs) {
            for (var candidate : request.invited()) {
                invitations++;
                boolean awards = mayAward(request, candidate, released, context);
                boolean permitted = ruled(rulings, request, candidate, released, now) == Outcome.PERMITTED;
                assertTrue(
                        awards == permitted || (permitted && isAskedTwice(request)),
                        () -> what + ": " + candidate + " for " + released + " at " + now + "\n" + lines(history));
            }
        }
    }

    /** Then the desk goes by the last word of the holder; a ruling also by an earlier one that covers what is asked. */
    private static boolean isAskedTwice(CapacityRequest request) {
        var rights = request.offers().stream().map(Offer::right).toList();
        return Set.copyOf(rights).size() < rights.size();
    }

    /** Whether the desk would award that much to it as things stand, without another word from a holder. */
    private static boolean mayAward(CapacityRequest request, Candidate candidate, long gpus, Context context) {
        var judged = Alternates.rule(request, candidate, gpus, context);
        var rights = Lineup.toOffer(judged.unasked());
        return judged.ruled().isFree()
                && request.standing().tails().stream()
                        .filter(tail -> rights.contains(tail.right()))
                        .allMatch(tail -> tail.departures(new Bargain(
                                        gpus,
                                        tail.refused().price(),
                                        tail.refused().start(),
                                        tail.refused().term(),
                                        List.of(candidate.provider())))
                                .isEmpty());
    }

    /** Before whom the offer's right stands, with that bargain. */
    private static List<Candidate> behind(CapacityRequest request, Offer open, Context context) {
        return request.need().candidates().stream()
                .filter(candidate -> Lineup.toOffer(
                                context.verdict(request.need(), candidate, open.gpus(), Refusal.NONE))
                        .contains(open.right().name()))
                .filter(candidate ->
                        open.bargain() == null || open.bargain().with().contains(candidate.provider()))
                .toList();
    }

    private static Outcome ruled(
            Rulings rulings, CapacityRequest request, Candidate candidate, long gpus, Instant now) {
        var vocabulary = rulings.portfolio().vocabulary();
        var question = DeskQuestion.of(request.need().terms(), candidate, gpus, Refusal.NONE, vocabulary);
        var rounds = request.offers().stream().map(Offer::round).toList();
        var ofRequest = rounds.isEmpty() ? null : request.need().id();
        return new CompiledPortfolio(telling(rulings.portfolio(), rounds))
                .verdict(new Question(question.act(), question.facets(), Map.of(), ofRequest), now, now)
                .outcome();
    }

    private static Portfolio telling(Portfolio of, List<Round> rounds) {
        return new Portfolio(
                of.name(),
                of.digest(),
                of.zone(),
                of.vocabulary(),
                of.silence(),
                of.agreements(),
                of.calendars(),
                of.pins(),
                of.record(),
                of.draws(),
                rounds);
    }

    private static String lines(List<Event> history) {
        return String.join("\n", history.stream().map(Event::toString).toList());
    }
}
