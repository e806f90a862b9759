package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Aggregation;
import io.proviso.agreement.clause.Preemption.Aggregation.By;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Stated;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Circumstances.Earlier;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Event;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Quantities;
import io.proviso.desk.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is one need, and which needs a right leaves alone: edge cases 12, 13, 18, 26 and 30. */
class NeedTest {
    private static final Instant NOW = Contract.at("2025-01-15T09:00:00");

    private static Contract aggregating(By... by) {
        var aggregation = new Aggregation(90, new Limit("gpus", Stated.of(1_000L)), Set.of(by), List.of("microsoft"));
        return Contract.standard().preemption(right -> right.with(new Preemption.Reach(aggregation, null)));
    }

    private static Round asked(Contract contract, long gpus, Particulars particulars, OtherRequests others) {
        var plain = request(terms(gpus, 1), "oracle", "coreweave");
        return new Round(contract)
                .beside(others)
                .then(new Command.Request(plain.id(), plain.terms(), plain.candidates(), particulars));
    }

    private static Round asked(Contract contract, long gpus, Particulars particulars) {
        return asked(contract, gpus, particulars, OtherRequests.NONE);
    }

    private static Round asked(Contract contract, long gpus, OtherRequests others) {
        return asked(contract, gpus, new Particulars("stargate", null, null, DeliveryTerms.NONE), others);
    }

    private static OtherRequests after(Earlier... earlier) {
        return new OtherRequests(List.of(earlier), List.of());
    }

    private static Earlier earlier(String actor, @Nullable String project, long gpus, long daysAgo) {
        return new Earlier("need-0", actor, project, gpus, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static boolean isOffered(Round round) {
        return round.story().contains("Offered");
    }

    @Test
    void aNeedBelowTheThresholdIsOfferedToNobodyAndOneAtTheThresholdIs() {
        assertEquals(false, isOffered(asked(aggregating(By.ACTOR), 999, Particulars.NONE)));
        assertEquals(true, isOffered(asked(aggregating(By.ACTOR), 1_000, Particulars.NONE)));
    }

    @Test
    void aNeedSplitUnderTheThresholdIsCaught() {
        var round = asked(aggregating(By.ACTOR), 500, after(earlier("openai", "stargate", 500, 10)));
        assertEquals(true, isOffered(round));
        assertEquals(1_000, round.request().need().aggregated());
        assertEquals(500, round.last(Event.Offered.class).gpus());
    }

    @Test
    void everyPartOfAnAggregatedNeedStandsBehindTheRightUntilItIsRefused() {
        var round = asked(aggregating(By.ACTOR), 500, after(earlier("openai", null, 500, 10)));
        round.then(Round.delivered(round.now()))
                .then(round.answerNow(new Response.Declines()))
                .then(quote("oracle", 500, "2.00"))
                .then(new Command.Award());
        assertEquals(500, round.request().quantities().awarded());
    }

    @Test
    void whatIsOlderThanTheLookBackOrOfAnotherProjectIsAnotherNeed() {
        assertEquals(true, isOffered(asked(aggregating(By.ACTOR), 500, after(earlier("openai", null, 500, 90)))));
        assertEquals(false, isOffered(asked(aggregating(By.ACTOR), 500, after(earlier("openai", null, 500, 91)))));
        assertEquals(false, isOffered(asked(aggregating(By.PROJECT), 500, after(earlier("openai", "other", 500, 1)))));
        assertEquals(false, isOffered(asked(aggregating(By.PROJECT), 500, after(earlier("openai", null, 500, 1)))));
        assertEquals(
                true,
                isOffered(asked(aggregating(By.ACTOR, By.PROJECT), 500, after(earlier("openai", "stargate", 500, 1)))));
    }

    @Test
    void anAffiliateOrAJointVentureBuysForTheSameNeed() {
        var sister = after(earlier("microsoft", null, 500, 1));
        assertEquals(false, isOffered(asked(aggregating(By.ACTOR), 500, sister)));
        assertEquals(true, isOffered(asked(aggregating(By.ACTOR_AND_AFFILIATES), 500, sister)));
        assertEquals(
                false,
                isOffered(
                        asked(aggregating(By.ACTOR_AND_AFFILIATES), 500, after(earlier("a stranger", null, 500, 1)))));
    }

    @Test
    void theSameRequestAgainDoesNothingHoweverMuchWasAskedForSince() {
        var round = asked(aggregating(By.ACTOR), 999, Particulars.NONE);
        var told = round.story();
        round.beside(after(earlier("openai", null, 500, 1))).then(request(terms(999, 1), "oracle", "coreweave"));
        assertEquals(told, round.story());
    }

    @Test
    void aBridgeOverAnEmergencyIsLeftAloneWithinItsLimits() {
        var contract = Contract.standard()
                .preemption(right -> right.with(
                        new Preemption.Reach(null, new Preemption.Bridge(365, new Quantity("gpus", 10_000)))));
        var emergency = new Particulars(null, "fire in the hall", null, DeliveryTerms.NONE);
        var round = asked(contract, 10_000, emergency);
        assertEquals("Requested RightSetAside RemainderReleased Invited", round.story());
        assertEquals(
                Event.RightSetAside.Why.EMERGENCY_BRIDGE,
                round.last(Event.RightSetAside.class).why());
        round.then(quote("oracle", 10_000, "2.00")).then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());

        assertEquals(true, isOffered(asked(contract, 10_001, emergency)));
        assertEquals(true, isOffered(asked(contract, 10_000, Particulars.NONE)));
        var shorter = Contract.standard()
                .preemption(right -> right.with(new Preemption.Reach(null, new Preemption.Bridge(364, null))));
        assertEquals(true, isOffered(asked(shorter, 10_000, emergency)));
    }

    @Test
    void aBundleIsRefusedUnlessSomebodySaysWhatFallsOnTheCapacity() {
        for (var allocated : new @Nullable String[] {null, "2.00", "3.00"}) {
            var bundle =
                    new Circumstances.Bundle(List.of("power", "storage"), allocated == null ? null : usd(allocated));
            var plain = request(terms(10_000, 1_000), "oracle");
            var command = new Command.Request(
                    plain.id(),
                    plain.terms(),
                    plain.candidates(),
                    new Particulars(null, null, bundle, DeliveryTerms.NONE));
            if ("3.00".equals(allocated)) {
                assertEquals(true, isOffered(new Round(Contract.standard()).then(command)));
            } else {
                new Round(Contract.standard()).refused(Rule.A_BUNDLE_IS_ALLOCATED, command);
            }
        }
    }

    @Test
    void aHolderThatAcceptsAndDoesNotDeliverLosesItsRightForThisNeed() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(Response.Accepts.asOffered(10_000))).then(new Command.Fail(Round.OFFER, "no power"));
        assertEquals(
                "Requested Offered Received Accepted Reserved Closed Failed RightSetAside RemainderReleased Invited",
                round.story());
        assertEquals(new Quantities(0, 0, 10_000, 0, 0), round.request().quantities());
        assertEquals(List.of(), round.request().reservations());
        round.then(quote("oracle", 10_000, "2.00")).then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
        round.refused(Rule.NO_SUCH_RESERVATION, new Command.Fail(Round.OFFER, "no power"));
    }

    @Test
    void anAlternateThatFailsLeavesTheRefusalOfTheHolderStanding() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)))
                .then(quote("oracle", 4_000, "2.00"))
                .then(new Command.Award())
                .then(new Command.Fail("need-1/award-1/oracle", "bankrupt"));
        assertEquals(new Quantities(0, 6_000, 4_000, 0, 0), round.request().quantities());
        round.then(quote("coreweave", 4_000, "2.00")).then(new Command.Award());
        assertEquals(new Quantities(0, 6_000, 0, 4_000, 0), round.request().quantities());
    }

    @Test
    void aRightThatWasLostGenerallyDoesNotStandBeforeTheNextNeed() {
        var lost = List.of(new ClauseName("microsoft-openai", "first-refusal"));
        var round = asked(Contract.standard(), 10_000, new OtherRequests(List.of(), lost));
        assertEquals("Requested RightSetAside RemainderReleased Invited", round.story());
        assertEquals(
                Event.RightSetAside.Why.LOST_GENERALLY,
                round.last(Event.RightSetAside.class).why());
    }

    @Test
    void aLateCopyOfAnAwardDoesNotAwardWhatFailedSince() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)))
                .then(quote("oracle", 4_000, "2.00"))
                .then(new Command.Award(1))
                .then(new Command.Fail("need-1/award-1/oracle", "bankrupt"))
                .then(quote("coreweave", 4_000, "2.00"))
                .refused(Rule.AN_AWARD_BELONGS_TO_ITS_EPOCH, new Command.Award(1))
                .then(new Command.Award(2));
        assertEquals(
                "need-1/award-2/coreweave",
                round.request().reservations().getLast().id());
    }

    @Test
    void noSumOfEarlierRequestsIsTooLargeForTheThreshold() {
        var round = asked(
                aggregating(By.ACTOR),
                500,
                after(
                        earlier("openai", null, Long.MAX_VALUE, 10),
                        new Earlier("need-9", "openai", null, Long.MAX_VALUE, NOW)));
        assertEquals(true, isOffered(round));
        assertThrows(IllegalArgumentException.class, () -> earlier("openai", null, -500, 10));
    }

    private static final ClauseName ALPHABETS = new ClauseName("alphabet-openai", "alphabet-right");

    /** Microsoft is asked first; Alphabet, which lost its right by an earlier failure, gets it on the 20th. */
    private static Round lostByAlphabet(Preemption second) {
        var contract = Contract.standard().alsoHeldBy("alphabet", "coreweave", Contract.day("2025-01-20"), second);
        var round = asked(contract, 10_000, new OtherRequests(List.of(), List.of(ALPHABETS)));
        return round.then(Round.delivered(round.now()));
    }

    @Test
    void aRightThatWasLostIsNotOfferedEitherWhenItAppearsLater() {
        var round = lostByAlphabet(Preemption.PLAIN).at("2025-01-21T09:00:00");
        round.then(round.answerNow(new Response.Declines()));
        assertEquals("Requested Offered Received Declined RightSetAside RemainderReleased Invited", round.story());
    }

    @Test
    void aRightToMatchThatWasLostIsNotShownAnAwardEitherWhenItAppearsLater() {
        var round = lostByAlphabet(Preemption.PLAIN.with(Preemption.Trigger.THIRD_PARTY_OFFER));
        round.then(round.answerNow(new Response.Declines()))
                .then(quote("coreweave", 10_000, "2.00"))
                .at("2025-01-21T09:00:00")
                .then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
        assertEquals(ALPHABETS, round.last(Event.RightSetAside.class).right());
    }
}
