package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.OnFailure;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.calendar.Window;
import io.proviso.desk.Basis;
import io.proviso.desk.DeliveryTerms;
import io.proviso.replay.Undelivered.Promise;
import io.proviso.replay.Undelivered.Why;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.Traces;
import io.proviso.replay.report.RightsTable;
import io.proviso.replay.scenario.Buyer;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.Study;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was reserved and never comes is looked for again. */
class UndeliveredTest {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    /** As in {@link ScenarioReplayTest}: on 16 January at nine, 52 GPUs are asked for. */
    private static final Trace TRACE =
            Traces.of(new int[] {0, 10 * DAY, 4}, new int[] {HOUR, 2 * DAY, 4}, new int[] {30 * DAY, HOUR, 4});

    private static final Market.Slips NEVER = new Market.Slips(0, Duration.ZERO, 1);
    private static final Market.Slips FIVE_DAYS = new Market.Slips(1, Duration.ofDays(5));
    private static final Market.Answering WILLING = new Market.Answering(Worlds.days(1, 1), 1, 0);

    private static Market.Supply slipping(Market.Supply supply, Market.Slips slips) {
        return new Market.Supply(
                supply.provider(), supply.reserved(), supply.headroom(), supply.price(), supply.lead(), slips);
    }

    /** Oracle is the cheaper, with 4 GPUs; CoreWeave has all that is asked for. */
    private static Market alternates(Market.Slips oracle) {
        return new Market(
                List.of(
                        Worlds.supply("azure", 4, 0, "3"),
                        slipping(Worlds.supply("oracle", 0, 4, "1"), oracle),
                        Worlds.supply("coreweave", 0, 60, "2")),
                Worlds.SILENT,
                Worlds.PROMPT);
    }

    /** Azure could take all that is asked for, and so could Oracle. */
    private static Market holder(Market.Slips azure) {
        return new Market(
                List.of(slipping(Worlds.supply("azure", 4, 60, "3"), azure), Worlds.supply("oracle", 0, 60, "2")),
                WILLING,
                Worlds.PROMPT);
    }

    private static ScenarioResult run(Scenario scenario, Portfolio portfolio) {
        return ScenarioReplay.run(scenario, portfolio, TRACE, scenario.market().most(), 1);
    }

    private static Portfolio plain() {
        return Pact.withWindow(new Window.BusinessDays(2));
    }

    private static Scenario scenario(Basis basis, Market market) {
        return Worlds.scenario("tested", basis, market);
    }

    private static Scenario withGrace(Scenario scenario, int days) {
        var terms = new DeliveryTerms(Duration.ofDays(days), BigDecimal.ZERO, BigDecimal.ZERO, null);
        var buyer = new Buyer(scenario.buyer().rhythm(), scenario.buyer().order(), terms);
        return new Scenario(scenario.about(), scenario.ground(), scenario.demand(), scenario.market(), buyer);
    }

    @Test
    void whatAnAlternateDoesNotDeliverIsAwardedToAnother() {
        // Awarded on the 17th for the 18th; bids are compared a day later, and CoreWeave delivers a day after that.
        var result = run(scenario(Worlds.OPEN, alternates(NEVER)), plain());
        assertEquals(
                new Undelivered(
                        new Provider("oracle"),
                        4,
                        Pact.at("2025-01-18T09:00:00"),
                        Promise.AWARDED_TO_AN_ALTERNATE,
                        Why.GIVEN_UP_BY_ITS_PROVIDER),
                result.rightsUse().undelivered().getFirst());
        var holdings = result.account().holdings();
        assertTrue(
                holdings.stream()
                        .anyMatch(holding -> holding.provider().name().equals("coreweave")
                                && holding.gpus() == 4
                                && holding.from().equals(Pact.at("2025-01-20T09:00:00"))),
                holdings.toString());
        assertFalse(
                holdings.stream().anyMatch(holding -> holding.provider().name().equals("oracle")));
    }

    @Test
    void aHolderThatDoesNotDeliverIsNotAskedAgainForThatNeedAndDoesNotBid() {
        var result = run(scenario(Worlds.FIRST_REFUSAL, holder(NEVER)), plain());
        var round = result.rightsUse().rounds().getFirst();
        assertEquals(1, round.offers().size());
        assertEquals(ReplayedRound.Ending.ACCEPTED, round.last().outcome().ending());
        var undelivered = result.rightsUse().undelivered().getFirst();
        assertEquals(Promise.ACCEPTED_BY_A_HOLDER, undelivered.promise());
        assertEquals(52, undelivered.gpus());
        assertEquals(new Provider("oracle"), result.account().holdings().get(1).provider());
    }

    @Test
    void aRightThatAFailureLosesGenerallyStandsBeforeNoLaterNeed() {
        var generally =
                new Preemption.Conduct(Preemption.Counter.DECLINES, Set.of(), null, List.of(), OnFailure.GENERALLY, 1);
        var market = new Market(
                List.of(
                        slipping(Worlds.supply("azure", 20, 40, "3"), NEVER),
                        Worlds.supply("oracle", 0, 12, "2"),
                        Worlds.supply("coreweave", 0, 8, "1")),
                WILLING,
                Worlds.PROMPT);
        var scenario = scenario(Worlds.FIRST_REFUSAL, market);
        var trace = Worlds.demand(1);
        var kept =
                ScenarioReplay.run(scenario, plain(), trace, market.most(), 1).rightsUse();
        var lost = ScenarioReplay.run(
                        scenario,
                        Pact.withRight(new Window.BusinessDays(2), Preemption.PLAIN.with(generally)),
                        trace,
                        market.most(),
                        1)
                .rightsUse();
        var failed = lost.undelivered().getFirst().due();
        assertTrue(kept.offers().stream().anyMatch(offer -> offer.made().isAfter(failed)));
        assertFalse(lost.offers().stream().anyMatch(offer -> offer.made().isAfter(failed)));
        assertTrue(lost.requests() > lost.rounds().size());
    }

    @Test
    void whatSlipsBeyondTheGraceIsEndedByTheCustomerWhenItIsOver() {
        var use = run(withGrace(scenario(Worlds.OPEN, alternates(FIVE_DAYS)), 2), plain())
                .rightsUse();
        var first = use.undelivered().getFirst();
        assertEquals(Why.ENDED_AFTER_THE_GRACE, first.why());
        assertEquals(Pact.at("2025-01-18T09:00:00"), first.due());
        assertEquals(List.of(), use.late());
    }

    @Test
    void whatSlipsWithinTheGraceComesLateAndIsKept() {
        var use = run(withGrace(scenario(Worlds.OPEN, alternates(FIVE_DAYS)), 5), plain())
                .rightsUse();
        assertEquals(List.of(), use.undelivered());
        assertFalse(use.late().isEmpty());
    }

    @Test
    void theTableCountsWhatNeverCameWhereItCould() {
        var ended = rows(withGrace(scenario(Worlds.FIRST_REFUSAL, holder(FIVE_DAYS)), 2));
        assertTrue(ended.contains("reservations that never came"), ended.toString());
        assertTrue(ended.contains("– ended by the customer after the grace"));
        assertTrue(ended.contains("– of a holder, whose right then stood aside"));
        assertFalse(ended.contains("– given up by their provider"));
        assertTrue(rows(scenario(Worlds.OPEN, alternates(NEVER))).contains("– given up by their provider"));
        assertFalse(rows(withGrace(scenario(Worlds.OPEN, alternates(FIVE_DAYS)), 5))
                .contains("reservations that never came"));
    }

    private static List<String> rows(Scenario scenario) {
        var study = new Study(
                List.of(new Study.Case(scenario, plain())),
                new Study.Varied(null, null),
                TRACE,
                new ScenarioComparison.Seeds(1, 1));
        return new RightsTable(study.run(_ -> {}))
                .rows().stream().map(RightsTable.Row::what).toList();
    }
}
