package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Direction;
import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Tail;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.agreement.clause.Preemption.Trigger;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.desk.Tail.Metric;
import io.proviso.replay.ReplayedRound.Ending;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Worlds;
import io.proviso.testkit.Property;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the market does, the counts of a report add up. */
class RightsUsePropertiesTest {
    private static final Trace TRACE = Worlds.demand(3);
    private static final Floor SHARP = new Floor(
            new Tolerance(new BigDecimal("0.05"), Direction.LOWER),
            new Tolerance(new BigDecimal("0.1"), Direction.EITHER),
            Duration.ofDays(30),
            null,
            true);

    private static Market market(double answers, double matches, double improves, int signing) {
        double lapses = (1 - Math.max(answers, matches)) / 2;
        var answering = new Market.Answering(
                Worlds.days(1, 6), Math.min(answers, 1 - lapses), lapses, new Market.Matching(matches, 0.5));
        var bargaining = new Market.Bargaining(new Market.Discount(0, 0.3), improves, Worlds.days(0, signing));
        var bidding = new Market.Bidding(Worlds.days(1, 3), 0.8, Duration.ofDays(3), bargaining);
        var supplies = Stream.of(
                        Worlds.supply("azure", 16, 24, "3"),
                        Worlds.supply("oracle", 0, 16, "2"),
                        Worlds.supply("coreweave", 0, 16, "2"))
                .map(supply -> new Market.Supply(
                        supply.provider(),
                        supply.reserved(),
                        supply.headroom(),
                        supply.price(),
                        supply.lead(),
                        new Market.Slips(0.3, Duration.ofDays(2), 0.1)))
                .toList();
        return new Market(supplies, answering, bidding);
    }

    private static Preemption right(Trigger trigger, int days) {
        var right = Preemption.PLAIN.with(trigger);
        return days == 0 ? right : right.with(Stated.of(new Tail(days, SHARP)));
    }

    @Test
    void offersAreTheirEndingsAndEveryOneHasItsCause() {
        Property.tried(200).holds(choices -> {
            var trigger = choices.oneOf(Trigger.values());
            int tail = choices.nextInt(41);
            double answers = choices.nextInt(101) / 100.0;
            double improves = choices.nextInt(101) / 100.0;
            int signing = choices.nextInt(31);
            int seed = choices.nextInt(1_001);
            var market = market(answers, 1 - answers, improves, signing);
            var scenario = Worlds.scenario("tested", Worlds.FIRST_REFUSAL, market);
            var portfolio = Pact.withRight(new Window.BusinessDays(3), right(trigger, tail));
            var result = ScenarioReplay.run(scenario, portfolio, TRACE, market.most(), seed);
            var use = result.rightsUse();

            long offers = use.offers().size();
            assertEquals(
                    offers, Arrays.stream(Ending.values()).mapToLong(use::count).sum());
            assertEquals(0, use.count(Ending.OPEN), "every request ends");
            assertTrue(use.rounds().size() <= use.requests());
            assertTrue(use.offersAgain() + use.rounds().size() <= offers);
            long next = use.rounds().stream()
                    .mapToLong(RightsUsePropertiesTest::bargainsAfterOneThatWasTaken)
                    .sum();
            assertTrue(
                    offers - use.rounds().size() - use.offersAgain() - next <= use.tailsExpired(),
                    "a later offer is a re-offer, shows the next bargain, or follows a tail that expired");
            for (var metric : Metric.values()) {
                assertTrue(use.offersAgain(metric) <= use.offersAgain());
                assertTrue(
                        use.offersAgain(metric) == 0 || use.powers().compared().contains(metric),
                        metric + " happened and could not");
            }
            assertTrue(use.matched() <= use.shown() && use.shown() <= offers);
            assertTrue(use.powers().matches() || use.shown() == 0);
            assertTrue(use.powers().tailEnds() || use.tailsExpired() == 0);
            assertEquals(
                    use.offersAgain() + use.tailsExpired() == 0, use.reopened().isZero());
            assertTrue(use.matchedBelowList() <= 0.5, "no price below the least at which it matches");
            noProviderSellsMoreThanItHas(result, market);
            assertEquals(
                    use.undelivered().size(),
                    use.count(Undelivered.Why.GIVEN_UP_BY_ITS_PROVIDER),
                    "nobody ends what comes within a grace that is none");
        });
    }

    @Test
    void theMarketsOfThisTestShowAllThatARightCanDo() {
        var seen = EnumSet.noneOf(Metric.class);
        long expired = 0;
        long matched = 0;
        int undelivered = 0;
        for (int seed = 1; seed <= 20; seed++) {
            var scenario = Worlds.scenario("tested", Worlds.FIRST_REFUSAL, market(0.5, 0.5, 0.5, 30));
            var trigger = seed % 2 == 0 ? Trigger.NEED_FIRST : Trigger.THIRD_PARTY_OFFER;
            var portfolio = Pact.withRight(new Window.BusinessDays(3), right(trigger, 25));
            var use = ScenarioReplay.run(
                            scenario, portfolio, TRACE, scenario.market().most(), seed)
                    .rightsUse();
            for (var metric : Metric.values()) {
                if (use.offersAgain(metric) > 0) {
                    seen.add(metric);
                }
            }
            expired += use.tailsExpired();
            matched += use.matched();
            undelivered += use.undelivered().size();
        }
        assertEquals(EnumSet.of(Metric.PRICE, Metric.QUANTITY, Metric.START, Metric.COUNTERPARTY), seen);
        assertTrue(
                expired > 0 && matched > 0 && undelivered > 0,
                expired + " tails expired, " + matched + " bargains matched, " + undelivered + " never came");
    }

    /** A holder that took the whole of a bargain refused nothing of it, so the next is no re-offer. */
    private static long bargainsAfterOneThatWasTaken(ReplayedRound round) {
        var offers = round.offers();
        return IntStream.range(1, offers.size())
                .filter(next -> offers.get(next).cause() instanceof ReplayedRound.Cause.Bargain
                        && !offers.get(next).isAgain()
                        && offers.get(next - 1).outcome().ending() == Ending.ACCEPTED)
                .count();
    }

    private static void noProviderSellsMoreThanItHas(ScenarioResult result, Market market) {
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
    }
}
