package io.proviso.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Counter;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.rounds.Contract;
import io.proviso.desk.rounds.Desk;
import io.proviso.desk.rounds.RecordedRounds;
import io.proviso.desk.rounds.Round;
import io.proviso.units.Party;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may be said of one request, and that what was said long ago does not make the next word dearer. */
class LimitsTest {
    private static final Set<Party> BOTH = Set.of(Contract.MICROSOFT, new Party("openai"));

    /** Counts how often it is looked at. */
    private record Counted(int number, AtomicLong looks) {
        @Override
        public boolean equals(Object other) {
            looks.incrementAndGet();
            return other instanceof Counted counted && counted.number == number;
        }

        @Override
        public int hashCode() {
            looks.incrementAndGet();
            return Integer.hashCode(number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 1_000, 4_096, 10_000})
    void whatWasSaidIsNotLookedAtAgainForEveryWordAfterIt(int words) {
        var looks = new AtomicLong();
        var said = GrowingSet.of(List.<Counted>of());
        for (int i = 0; i < words; i++) {
            said = said.with(new Counted(i, looks));
        }
        assertEquals(words, said.size());
        var digits = 64 - Long.numberOfLeadingZeros(words);
        assertTrue(looks.get() <= 12L * words * digits, () -> looks + " looks at " + words + " words");
    }

    @Test
    void aSetThatGrewIsTheSetOfWhatWasAddedInAnyOrder() {
        var up = GrowingSet.of(List.<Integer>of());
        var down = GrowingSet.of(List.<Integer>of());
        var plain = new HashSet<Integer>();
        for (int i = 0; i < 100; i++) {
            up = up.with(i).with(i / 2);
            down = down.with(99 - i);
            plain.add(i);
        }
        assertEquals(plain, up);
        assertEquals(up, plain);
        assertEquals(up, down);
        assertEquals(plain.hashCode(), down.hashCode());
        assertEquals(false, up.contains(100));
    }

    @Test
    void anEarlierVersionOfASetThatGrewStaysAsItWas() {
        var few = GrowingSet.of(List.of(1)).with(2).with(3);
        var more = few.with(4);
        var others = few.with(5);
        assertEquals(Set.of(1, 2, 3), few);
        assertEquals(Set.of(1, 2, 3, 4), more);
        assertEquals(Set.of(1, 2, 3, 5), others);
    }

    private static Command.Quote bid(int cents) {
        return Round.quote("oracle", 10_000, cents / 1_000_000 + "." + "%06d".formatted(cents % 1_000_000));
    }

    @Test
    void aRequestTakesSoManyBidsAndStillEndsInAnAward() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(new Response.Declines()));
        for (int i = 1; i <= Limits.MOST_BIDS; i++) {
            round.then(bid(i));
        }
        var refused = assertInstanceOf(Refused.class, round.decide(bid(Limits.MOST_BIDS + 1)));
        assertEquals(Rule.A_REQUEST_HAS_LIMITS, refused.rule());
        assertEquals("request need-1: it has 10000 bids, the most it can", refused.message());
        var told = round.history().size();
        round.then(bid(1)).then(bid(Limits.MOST_BIDS));
        assertEquals(told, round.history().size(), "a copy of one that was taken is nothing new");
        round.then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
    }

    @Test
    void anOfferTakesSoManyLateAnswersAndStillLapses() {
        var round = Round.received(Contract.standard()).at("2025-02-15T09:00:00");
        for (int i = 0; i < Limits.MOST_ANSWERS; i++) {
            round.then(Round.answer("late-" + i, round.now(), new Response.Declines()));
        }
        round.refused(Rule.A_REQUEST_HAS_LIMITS, Round.answer("one more", round.now(), new Response.Declines()));
        round.then(Round.answer("late-0", round.now(), new Response.Declines())).then(new Command.Expire(round.now()));
        assertEquals(10_000, round.request().quantities().released());
    }

    @Test
    void anOfferTakesSoManyCountersAndStillAnAcceptance() {
        var conduct = new Preemption.Conduct(
                Counter.NEGOTIATES, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, 1);
        var round = Round.received(Contract.standard().preemption(right -> right.with(conduct)));
        for (int i = 0; i < Limits.MOST_ANSWERS; i++) {
            round.then(Round.answer("counter-" + i, round.now(), new Response.Counters("less")));
        }
        round.refused(Rule.A_REQUEST_HAS_LIMITS, Round.answer("one more", round.now(), new Response.Counters("less")))
                .then(round.answerNow(Response.Accepts.asOffered(10_000)));
        assertEquals(10_000, round.request().quantities().accepted());
    }

    private static Decision full(Round round, Command command) {
        var context = new Context(Contract.standard().rulings(), round.now());
        return Desk.decide(Uncounted.of(round.request(), Limits.MOST_EVENTS), command, context);
    }

    @Test
    void afterSoManyEventsOnlyWhatSettlesSomethingIsTaken() {
        var offered = Round.received(Contract.standard());
        var invited = Round.received(Contract.standard());
        invited.then(invited.answerNow(new Response.Declines())).then(Round.quote("oracle", 10_000, "2.00"));
        var reserved = Round.received(Contract.standard());
        reserved.then(reserved.answerNow(Response.Accepts.asOffered(10_000)));
        var later = reserved.now().plus(Duration.ofDays(300));
        for (var refused : List.of(
                full(offered, new Command.Extend(Round.OFFER, later, BOTH)),
                full(invited, Round.quote("oracle", 10_000, "1.99")),
                full(reserved, new Command.Slip(Round.OFFER, 0, later, reserved.now())))) {
            assertEquals(
                    Rule.A_REQUEST_HAS_LIMITS,
                    assertInstanceOf(Refused.class, refused).rule());
        }
        for (var decided : List.of(
                full(offered, offered.answerNow(Response.Accepts.asOffered(10_000))),
                full(offered, offered.answerNow(new Response.Declines())),
                full(offered, new Command.Withdraw("no need", offered.now())),
                full(invited, new Command.Award()),
                full(reserved, new Command.Fail(Round.OFFER, "no power")))) {
            assertInstanceOf(Decision.Decided.class, decided);
        }
    }

    @Test
    void everyEventOnRecordIsCounted() {
        for (var recorded : RecordedRounds.values()) {
            var round = recorded.run();
            assertEquals(
                    round.history().size(), round.request().standing().heard().events(), recorded.about());
        }
    }
}
