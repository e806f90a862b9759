package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.calendar.Window;
import io.proviso.desk.Basis;
import io.proviso.replay.queue.Job;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.Traces;
import io.proviso.replay.scenario.ClauseOverride;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Worlds;
import io.proviso.units.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ScenarioReplayTest {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final Portfolio TWO_DAYS = Pact.withWindow(new Window.BusinessDays(2));
    /** The first job takes all four GPUs of Azure for ten days, the second waits for four more, the third sets the horizon. */
    private static final Trace THREE_JOBS =
            Traces.of(new int[] {0, 10 * DAY, 4}, new int[] {HOUR, 2 * DAY, 4}, new int[] {30 * DAY, HOUR, 4});

    private static ScenarioResult run(Basis basis, Market market, Portfolio portfolio, Trace trace, long seed) {
        return ScenarioReplay.run(Worlds.scenario("tested", basis, market), portfolio, trace, market.most(), seed);
    }

    private static ScenarioResult threeJobs() {
        return run(Worlds.FIRST_REFUSAL, Worlds.market(Worlds.SILENT), TWO_DAYS, THREE_JOBS, 1);
    }

    @Test
    void aRoundThatLapsesRunsAsWorkedByHand() {
        // First review: 48 GPUs for the work submitted on the first day, 8 for the backlog, 4 are there: 52 are asked
        // for.
        // Thursday's receipt plus two business days is Tuesday at 17:00, for Monday is a holiday.
        var offer = new ReplayedRound.Offer(
                Pact.at("2025-01-16T09:00:00"),
                52,
                new ReplayedRound.Cause.Need(),
                Pact.at("2025-01-21T17:00:00"),
                new ReplayedRound.Outcome(ReplayedRound.Ending.LAPSED, Pact.at("2025-01-21T17:00:01"), 0));
        assertEquals(
                ReplayedRound.of(1, offer), threeJobs().rightsUse().rounds().getFirst());
    }

    @Test
    void theSecondJobStartsWhenOracleDeliversAndNoSooner() {
        // The award is made a day after the invitation, and Oracle delivers a day after the award.
        var waits = threeJobs().waiting().waits();
        int until = 8 * DAY + 8 * HOUR + 1;
        assertEquals(List.of(0.0, 0.0, (double) (until - HOUR)), List.of(waits[0], waits[1], waits[2]));
    }

    @Test
    void capacityComesWithDeliveryAndLeavesAtTheEndOfTheTerm() {
        var ready = Pact.at("2025-01-23T17:00:01");
        var horizon = Worlds.START.plus(Duration.ofDays(30));
        assertEquals(
                List.of(
                        new Holding(new Provider("azure"), 4, Worlds.usd("3"), Worlds.START, horizon),
                        new Holding(new Provider("oracle"), 4, Worlds.usd("2"), ready, ready.plus(Duration.ofDays(5)))),
                threeJobs().account().holdings());
    }

    @Test
    void costIsCapacityTimesHoursTimesPrice() {
        var account = threeJobs().account();
        assertEquals(Worlds.usd("8640"), account.lines().get(0).cost()); // 4 x 720 h x 3
        assertEquals(Worlds.usd("960"), account.lines().get(1).cost()); // 4 x 120 h x 2
        assertEquals(Worlds.usd("9600"), account.cost());
        assertEquals(Worlds.usd("9600"), account.committed());
    }

    @Test
    void unmetIsWhatIsWantedAboveTheCapacityHourByHour() {
        var demand = threeJobs().demand();
        assertEquals(4 * 200, demand.unmetGpuHours()); // from hour 1 through hour 200
        assertEquals(4 * 240 + 4 * 248, demand.gpuHours());
        assertEquals(0, demand.unservedGpuHours());
    }

    @Test
    void whereNoRightStandsTheSameCustomerWaitsOnlyForBidAwardAndDelivery() {
        var open = run(Worlds.OPEN, Worlds.market(Worlds.SILENT), TWO_DAYS, THREE_JOBS, 1);
        assertEquals(List.of(), open.rightsUse().rounds());
        assertEquals(3 * DAY - HOUR, open.waiting().summary().waits().max());
    }

    @Test
    void aWaiverSparesRoundsOnlyUntilItIsDrawnDown() {
        var once = Pact.waived(52, new Window.BusinessDays(2));
        var market = Worlds.large(Worlds.SILENT);
        var rounds = run(Worlds.FIRST_REFUSAL, market, once, Worlds.demand(1), 1)
                .rightsUse()
                .rounds();
        var always = Pact.waived(1_000_000, new Window.BusinessDays(2));
        assertEquals(
                List.of(),
                run(Worlds.FIRST_REFUSAL, market, always, Worlds.demand(1), 1)
                        .rightsUse()
                        .rounds());
        assertTrue(
                rounds.stream()
                        .anyMatch(round -> round.request() > 1 && round.first().gpus() <= 52),
                "a round that the waiver would spare if nothing had been drawn: " + rounds);
    }

    @Test
    void aRightThatEndsWhileItsRoundIsOpenLeavesTheOthersFreeAtTheNextReview() {
        var portfolio = Pact.endingOn(Pact.at("2025-01-20T00:00:00"), new Window.BusinessDays(20));
        var moving = new Basis.Hindsight(portfolio.latestRecorded());
        var result = run(moving, Worlds.market(Worlds.SILENT), portfolio, THREE_JOBS, 1);
        var round = result.rightsUse().rounds().getFirst();
        var outcome = new ReplayedRound.Outcome(ReplayedRound.Ending.MOOT, Pact.at("2025-01-20T09:00:00"), 0);
        assertEquals(outcome, round.last().outcome());
        assertEquals(7 * DAY - HOUR, result.waiting().summary().waits().max());
    }

    @Test
    void aFrozenPortfolioDoesNotEndARightWhateverTheClockSays() {
        var portfolio = Pact.endingOn(Pact.at("2025-01-20T00:00:00"), new Window.BusinessDays(2));
        var frozen = new Basis.Frozen(Pact.at("2025-01-15T00:00:00"), portfolio.latestRecorded());
        var rounds = run(frozen, Worlds.market(Worlds.SILENT), portfolio, THREE_JOBS, 1)
                .rightsUse()
                .rounds();
        assertEquals(
                ReplayedRound.Ending.LAPSED, rounds.getFirst().last().outcome().ending());
    }

    @Test
    void aHolderAcceptsNoMoreThanItsHeadroomAndTheRestGoesToOthers() {
        var market = new Market(
                List.of(Worlds.supply("azure", 4, 8, "3"), Worlds.supply("oracle", 0, 4, "2")),
                new Market.Answering(Worlds.days(1, 1), 1, 0),
                Worlds.PROMPT);
        var result = run(Worlds.FIRST_REFUSAL, market, TWO_DAYS, THREE_JOBS, 1);
        var round = result.rightsUse().rounds().getFirst();
        var outcome = new ReplayedRound.Outcome(ReplayedRound.Ending.PARTIAL, Pact.at("2025-01-17T09:00:00"), 8);
        assertEquals(outcome, round.last().outcome());
        assertEquals(8, round.accepted());
        assertTrue(result.account().holdings().stream()
                .anyMatch(holding -> holding.provider().name().equals("oracle") && holding.gpus() == 4));
    }

    @Test
    void jobsLargerThanAnyCapacityAreReportedAndBlockNobody() {
        var trace = Traces.of(new int[] {0, HOUR, 9}, new int[] {0, HOUR, 4}, new int[] {HOUR, HOUR, 1_000});
        var waiting = run(Worlds.OPEN, Worlds.market(Worlds.SILENT), TWO_DAYS, trace, 1)
                .waiting();
        assertEquals(
                List.of(9, 1_000), waiting.tooLarge().stream().map(Job::gpus).toList());
        assertEquals(1, waiting.summary().jobs());
        assertEquals(0, waiting.neverStarted());
    }

    @Test
    void aJobThatTheCapacityNeverReachesIsReportedWithAllBehindIt() {
        var nobodyBids = new Market(
                List.of(Worlds.supply("azure", 4, 8, "3")),
                Worlds.SILENT,
                new Market.Bidding(Worlds.days(0, 0), 0, Duration.ofDays(1)));
        var trace = Traces.of(new int[] {0, HOUR, 8}, new int[] {HOUR, HOUR, 1}, new int[] {2 * HOUR, HOUR, 1});
        var result = run(Worlds.OPEN, nobodyBids, TWO_DAYS, trace, 1);
        assertEquals(3, result.waiting().neverStarted());
        assertEquals(10, result.demand().unservedGpuHours());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noProviderEverSellsMoreThanItHasAndNoJobIsLost(long seed) {
        var market = Worlds.large(new Market.Answering(Worlds.days(1, 9), 0.5, 0.2));
        var trace = Worlds.demand(seed);
        var result = run(Worlds.FIRST_REFUSAL, market, TWO_DAYS, trace, seed);
        for (var supply : market.supplies()) {
            var holdings = result.account().holdings().stream()
                    .filter(holding -> holding.provider().equals(supply.provider()))
                    .toList();
            for (var holding : holdings) {
                assertTrue(
                        Holding.gpusAt(holding.from(), holdings) <= supply.most(),
                        supply.provider() + " at " + holding.from());
            }
        }
        assertTrue(result.account().holdings().size() > 3, "something is bought");
        assertEquals(
                trace.size(),
                result.waiting().summary().jobs()
                        + result.waiting().neverStarted()
                        + result.waiting().tooLarge().size());
    }

    @Test
    void aWindowThatNobodyExhaustsChangesNothingBecauseTheSameNumbersAreDrawn() {
        var market = Worlds.large(new Market.Answering(Worlds.days(1, 3), 0.5, 0));
        var ten = run(Worlds.FIRST_REFUSAL, market, Pact.withWindow(new Window.Days(10)), Worlds.demand(1), 7);
        var twenty = run(Worlds.FIRST_REFUSAL, market, Pact.withWindow(new Window.Days(20)), Worlds.demand(1), 7);
        assertTrue(ten.rightsUse().rounds().size() > 2);
        assertEquals(ended(ten), ended(twenty));
        assertEquals(ten.account(), twenty.account());
    }

    private static List<ReplayedRound.Outcome> ended(ScenarioResult result) {
        return result.rightsUse().offers().stream()
                .map(ReplayedRound.Offer::outcome)
                .toList();
    }

    @Test
    void anotherSeedAnswersOtherwise() {
        var market = Worlds.large(new Market.Answering(Worlds.days(1, 9), 0.5, 0.2));
        var one = run(Worlds.FIRST_REFUSAL, market, TWO_DAYS, Worlds.demand(1), 1);
        var two = run(Worlds.FIRST_REFUSAL, market, TWO_DAYS, Worlds.demand(1), 2);
        assertTrue(!one.rightsUse().rounds().equals(two.rightsUse().rounds()));
    }

    @Test
    void tenGpusTimesElevenTenthsAreEleven() {
        var scaled = Traces.of(new int[] {0, 1, 10}, new int[] {1, 1, 11}).scaled(1.1, 1);
        assertEquals(List.of(11, 13), List.of(scaled.gpus(0), scaled.gpus(1)));
    }

    @Test
    void utilisationIsOfTheTimeBetweenTheFirstAndTheLastJobThatRan() {
        var trace = Traces.of(new int[] {0, HOUR, 9}, new int[] {10 * HOUR, HOUR, 4});
        var summary = run(Worlds.OPEN, Worlds.market(Worlds.SILENT), TWO_DAYS, trace, 1)
                .waiting()
                .summary();
        assertEquals(HOUR, summary.makespan());
        assertEquals(1.0, summary.utilisation());
    }

    /** Azure could take all that is asked for, at that price; Oracle as well, at 2 USD. The customer pays at most 3. */
    private static Market azureAt(String price, Market.Answering answering) {
        return new Market(
                List.of(Worlds.supply("azure", 4, 60, price), Worlds.supply("oracle", 0, 60, "2")),
                answering,
                Worlds.PROMPT);
    }

    private static Portfolio withCounter(Preemption.Counter counter) {
        return Pact.withRight(
                new Window.BusinessDays(2),
                Preemption.PLAIN.with(
                        new Preemption.Conduct(counter, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, 1)));
    }

    @Test
    void anOfferThatACounterExtendsLapsesAtItsNewDeadlineAndTheRestGoesToOthers() {
        // Countered on Friday the 17th, the window of two business days runs anew to Wednesday the 22nd.
        var market = azureAt("3.50", new Market.Answering(Worlds.days(1, 1), 1, 0));
        var result = run(Worlds.FIRST_REFUSAL, market, withCounter(Preemption.Counter.EXTENDS), THREE_JOBS, 1);
        var due = Pact.at("2025-01-22T17:00:00");
        var offer = result.rightsUse().rounds().getFirst().last();
        assertEquals(due, offer.deadline());
        assertEquals(new ReplayedRound.Outcome(ReplayedRound.Ending.LAPSED, due.plusSeconds(1), 0), offer.outcome());
        assertEquals(0, result.rightsUse().count(ReplayedRound.Ending.OPEN));
        assertEquals(new Provider("oracle"), result.account().holdings().get(1).provider());
    }

    @Test
    void aBidThatComesAfterTheBiddingClosedWinsNothing() {
        // Oracle is cheaper and wins whenever its bid is there; the contract is signed days after the comparison.
        var bidding = new Market.Bidding(
                Worlds.days(0, 2),
                1,
                Duration.ofDays(1),
                new Market.Bargaining(Market.Discount.NONE, 0, Worlds.days(5, 5)));
        var market = new Market(
                List.of(
                        Worlds.supply("azure", 4, 0, "3"),
                        Worlds.supply("oracle", 0, 60, "2"),
                        Worlds.supply("coreweave", 0, 60, "2.50")),
                Worlds.SILENT,
                bidding);
        var first = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> run(Worlds.OPEN, market, TWO_DAYS, THREE_JOBS, seed))
                .flatMap(result -> result.account().holdings().stream().skip(1).limit(1))
                .map(holding -> holding.provider().name())
                .collect(Collectors.toSet());
        assertEquals(Set.of("oracle", "coreweave"), first);
    }

    @Test
    void whoeverDeclinedTheNeedDoesNotBidForItHoweverManyHoldersWereAsked() {
        var market = new Market(
                List.of(
                        Worlds.supply("azure", 4, 60, "2"),
                        Worlds.supply("oracle", 0, 60, "2"),
                        Worlds.supply("coreweave", 0, 60, "3")),
                new Market.Answering(Worlds.days(1, 1), 0, 0),
                Worlds.PROMPT);
        var two = Pact.withTwoHolders(new Window.BusinessDays(2));
        var result = run(Worlds.FIRST_REFUSAL, market, two, THREE_JOBS, 1);
        assertEquals(2, result.rightsUse().rounds().getFirst().offers().size());
        assertEquals(
                new Provider("coreweave"), result.account().holdings().get(1).provider());
    }

    @Test
    void aHolderWhosePartWasNotAllowedStillBids() {
        var market = new Market(
                List.of(Worlds.supply("azure", 4, 8, "3"), Worlds.supply("oracle", 0, 4, "2")),
                new Market.Answering(Worlds.days(1, 1), 1, 0),
                Worlds.PROMPT);
        var scenario = Worlds.scenario("tested", Worlds.FIRST_REFUSAL, market)
                .with(new ClauseOverride(
                        new ClauseName("microsoft-openai", "first-refusal"),
                        new ClauseOverride.Answer(null, null, FirstRefusal.Partial.NONE, null),
                        ClauseOverride.Beyond.UNCHANGED));
        var result = ScenarioReplay.run(scenario, TWO_DAYS, THREE_JOBS, market.most(), 1);
        var offer = result.rightsUse().rounds().getFirst().last();
        assertEquals(ReplayedRound.Ending.DECLINED, offer.outcome().ending());
        assertTrue(result.account().holdings().stream()
                .anyMatch(holding -> holding.provider().name().equals("azure") && holding.gpus() == 8));
    }

    @Test
    void aRightThatComesAndGoesDuringTheReplayCouldAsk() {
        // In force from 10 to 20 January; the replay begins on the 2nd and ends on 1 February.
        var portfolio = Pact.endingOn(Pact.at("2025-01-20T00:00:00"), new Window.BusinessDays(2));
        var scenario = Worlds.scenario(
                "tested", new Basis.Hindsight(portfolio.latestRecorded()), Worlds.market(Worlds.SILENT));
        var early = new Scenario(
                scenario.about(),
                scenario.ground(),
                new Scenario.Demand(Pact.at("2025-01-02T09:00:00"), 1, 1),
                scenario.market(),
                scenario.buyer());
        var powers = ScenarioReplay.run(early, portfolio, THREE_JOBS, 8, 1)
                .rightsUse()
                .powers();
        assertTrue(powers.asks());
    }

    @Test
    void aScaledDemandIsWiderAndDenser() {
        var scaled = THREE_JOBS.scaled(1.5, 2);
        assertEquals(List.of(6, 6, 6), List.of(scaled.gpus(0), scaled.gpus(1), scaled.gpus(2)));
        assertEquals(
                List.of(0L, 1_800L, 15L * DAY),
                List.of(scaled.submission(0), scaled.submission(1), scaled.submission(2)));
        assertEquals("by hand", scaled.job(2).source());
    }

    @Test
    void aScenarioThatTheDeskCannotRuleOnSaysWhy() {
        var unknown = new Market(List.of(Worlds.supply("nobody", 4, 4, "3")), Worlds.SILENT, Worlds.PROMPT);
        var refused =
                assertThrows(IllegalArgumentException.class, () -> run(Worlds.OPEN, unknown, TWO_DAYS, THREE_JOBS, 1));
        assertTrue(String.valueOf(refused.getMessage()).contains("nobody"), refused.getMessage());
    }
}
