package io.proviso.counsel.english;

import static io.proviso.agreement.clause.Preemption.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Aggregation;
import io.proviso.agreement.clause.Preemption.Alternates;
import io.proviso.agreement.clause.Preemption.Bridge;
import io.proviso.agreement.clause.Preemption.Conduct;
import io.proviso.agreement.clause.Preemption.Counter;
import io.proviso.agreement.clause.Preemption.Direction;
import io.proviso.agreement.clause.Preemption.Field;
import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Kind;
import io.proviso.agreement.clause.Preemption.Matching;
import io.proviso.agreement.clause.Preemption.OnFailure;
import io.proviso.agreement.clause.Preemption.Reach;
import io.proviso.agreement.clause.Preemption.Tail;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.agreement.clause.Preemption.Trigger;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreemptionEnglishTest {
    private static final String FOR_GOOD = "A refusal frees the customer in that need for good. ";
    private static final String DECLINES = "A counter-offer counts as a decline. ";
    private static final String THIS_NEED = "Who accepts and then does not deliver loses the right for that need.";

    private static void says(String sentences, Preemption right) {
        assertEquals(
                sentences,
                new PreemptionEnglish(new Party("north"), Instant.EPOCH, Deals.vocabulary())
                        .of(right, new FirstRefusal.Answering(Stated.of(new Window.Days(10)), null, null)));
    }

    private static Preemption withTail(int days, Floor floor) {
        return PLAIN.with(Stated.of(new Tail(days, floor)));
    }

    private static Tolerance within(String share, Direction direction) {
        return new Tolerance(new BigDecimal(share), direction);
    }

    @Test
    void anOrdinaryRightSaysWhatARefusalACounterAndAFailureAreWorth() {
        says(FOR_GOOD + DECLINES + THIS_NEED, PLAIN);
    }

    @Test
    void anExerciseThatOpensTalksIsToldWhateverACounterIsWorth() {
        var answering = new FirstRefusal.Answering(
                Stated.of(new Window.Days(30)),
                List.of(Stated.of(new Window.Days(60))),
                FirstRefusal.TalksOpen.BY_EXERCISE,
                null,
                DayTerms.Written.NOTHING,
                FirstRefusal.From.RECEIPT);
        assertEquals(
                FOR_GOOD + DECLINES
                        + "An acceptance, which binds to nothing else, ends that time and opens talks of 60 days, counted from"
                        + " its receipt; in them a counter-offer ends nothing. " + THIS_NEED,
                new PreemptionEnglish(new Party("north"), Instant.EPOCH, Deals.vocabulary()).of(PLAIN, answering));
    }

    @Test
    void whatTheHolderGetsIsSaidFirst() {
        says(
                "It is a right of first offer: north proposes the terms. " + FOR_GOOD + DECLINES + THIS_NEED,
                PLAIN.with(Kind.OFFER));
        says(
                "It is a right to negotiate: until the deadline nobody else may be dealt with. " + FOR_GOOD
                        + "A counter-offer is on the table until the deadline, which it does not move. " + THIS_NEED,
                PLAIN.with(Kind.NEGOTIATION));
        says(
                "It is an option on preset terms, to be called or left. " + FOR_GOOD + DECLINES + THIS_NEED,
                PLAIN.with(Kind.OPTION));
    }

    @Test
    void whereOthersBidFirstItSaysWhatAMatchMustMeet() {
        says(
                "It is a last look: whenever others improve, north may match again. To match is to meet every term"
                        + " exactly; what is not money does not count; north does not learn who"
                        + " bids. " + FOR_GOOD + DECLINES
                        + THIS_NEED,
                PLAIN.with(Kind.LAST_LOOK));
        says(
                "It is triggered by the offer of another. To match is to meet price and start within 2 %; what is not"
                        + " money counts at its stated worth; north learns who bids. " + FOR_GOOD + DECLINES
                        + THIS_NEED,
                PLAIN.with(Trigger.THIRD_PARTY_OFFER)
                        .with(new Matching(
                                Matching.Standard.MATERIAL_TERMS,
                                new BigDecimal("0.02"),
                                Matching.NonCash.VALUED,
                                Alternates.NAMED)));
        says(
                "It is triggered by the offer of another. To match is to meet the price exactly; what is not money"
                        + " must be given in kind; north does not learn who bids. " + FOR_GOOD + DECLINES + THIS_NEED,
                PLAIN.with(Trigger.THIRD_PARTY_OFFER)
                        .with(new Matching(
                                Matching.Standard.ECONOMIC_ONLY,
                                BigDecimal.ZERO,
                                Matching.NonCash.MUST_REPLICATE,
                                Alternates.BLIND)));
    }

    @Test
    void aTailSaysForHowLongAndWithinWhatARefusalFrees() {
        says(
                "A refusal frees the customer in that need for 90 days; after that, or for a price more than 5 % lower"
                        + " or a quantity off by more than 10 % or a start more than 30 days later, it must be offered"
                        + " again, for which north then has 3 business days. " + DECLINES + THIS_NEED,
                withTail(
                                90,
                                new Floor(
                                        within("0.05", Direction.LOWER),
                                        within("0.10", Direction.EITHER),
                                        Duration.ofDays(30),
                                        null,
                                        false))
                        .with(new Conduct(
                                Counter.DECLINES,
                                Set.of(),
                                Window.parse("3 business days"),
                                List.of(),
                                OnFailure.THIS_NEED,
                                1)));
        says(
                "A refusal frees the customer in that need for 1 day; after that, or for any lower price or any other"
                        + " quantity or any later start or any other term or another counterparty, it must be offered"
                        + " again. " + DECLINES + THIS_NEED,
                withTail(1, Floor.THAT_BARGAIN_ONLY));
        says(
                "A refusal frees the customer in that need for 60 days; after that, or for a price more than 1 %"
                        + " higher or a start more than 36 hours later, it must be offered again. " + DECLINES
                        + THIS_NEED,
                withTail(60, new Floor(within("0.01", Direction.HIGHER), null, Duration.ofHours(36), null, false)));
        says(
                "A refusal frees the customer in that need for 60 days; after that it must be offered again. "
                        + DECLINES + THIS_NEED,
                withTail(60, new Floor(null, null, null, null, false)));
    }

    @Test
    void aTailThatNobodyPublishedIsNotGuessed() {
        says(
                "A refusal frees the customer in that need for an undisclosed time; after that it must be offered"
                        + " again. "
                        + DECLINES + THIS_NEED,
                PLAIN.with(Stated.<Tail>undisclosed()));
    }

    @Test
    void whatIsOneNeedAndWhatIsLeftAloneIsSaid() {
        says(
                FOR_GOOD + DECLINES
                        + "Requests within 90 days are one need if they share the buyer or its affiliates and the"
                        + " project (affiliates: joint-venture); the right stands before it from 1,000 GPUs on. An"
                        + " emergency may be bridged for 14 days, with at most 500 GPUs, without it. " + THIS_NEED,
                PLAIN.with(new Reach(
                        new Aggregation(
                                90,
                                new Limit("gpus", Stated.of(1_000L)),
                                Set.of(Aggregation.By.PROJECT, Aggregation.By.ACTOR_AND_AFFILIATES),
                                List.of("joint-venture")),
                        new Bridge(14, new Quantity("gpus", 500)))));
        says(
                FOR_GOOD + DECLINES
                        + "Requests within 1 day are one need if they share the buyer; the right stands before it from"
                        + " an undisclosed number of GPUs on. An emergency may be bridged for 1 day without it. "
                        + THIS_NEED,
                PLAIN.with(new Reach(
                        new Aggregation(
                                1, new Limit("gpus", Stated.undisclosed()), Set.of(Aggregation.By.ACTOR), List.of()),
                        new Bridge(1, null))));
    }

    @Test
    void howARoundIsConductedIsSaidWhereItIsOutOfTheOrdinary() {
        says(
                FOR_GOOD
                        + "The first counter-offer gives the whole time again; the next counts as a decline. A notice"
                        + " that leaves out price or latest start starts no clock. The clock stands still during:"
                        + " outage, force-majeure. Who accepts and then does not deliver loses the right altogether."
                        + " Among several holders it is of rank 2.",
                PLAIN.with(new Conduct(
                        Counter.EXTENDS,
                        Set.of(Field.LATEST_START, Field.PRICE),
                        null,
                        List.of("outage", "force-majeure"),
                        OnFailure.GENERALLY,
                        2)));
    }
}
