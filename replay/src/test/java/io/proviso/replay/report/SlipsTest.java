package io.proviso.replay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.calendar.Window;
import io.proviso.desk.DeliveryTerms;
import io.proviso.replay.Holding;
import io.proviso.replay.LateDelivery;
import io.proviso.replay.ScenarioReplay;
import io.proviso.replay.ScenarioReplayTest;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.Traces;
import io.proviso.replay.scenario.Buyer;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.ScenarioComparison.Seeds;
import io.proviso.replay.study.Study;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a provider promised comes late. */
class SlipsTest {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    /** The second job waits for the four GPUs that Oracle sells, as in {@link ScenarioReplayTest}; the first runs longer. */
    private static final Trace TRACE =
            Traces.of(new int[] {0, 20 * DAY, 4}, new int[] {HOUR, 2 * DAY, 4}, new int[] {30 * DAY, HOUR, 4});

    private static final Market.Slips TWO_DAYS = new Market.Slips(1, Duration.ofDays(2));

    private static Scenario scenario(Market market, Market.Slips slips) {
        var supplies = market.supplies().stream()
                .map(supply -> new Market.Supply(
                        supply.provider(), supply.reserved(), supply.headroom(), supply.price(), supply.lead(), slips))
                .toList();
        var slipping = new Market(supplies, market.answering(), market.bidding());
        return Worlds.scenario("tested", Worlds.FIRST_REFUSAL, slipping);
    }

    private static ScenarioResult threeJobs(Market.Slips slips) {
        return run(scenario(Worlds.market(Worlds.SILENT), slips), TRACE, 1);
    }

    private static ScenarioResult run(Scenario scenario, Trace trace, long seed) {
        var portfolio = Pact.withWindow(new Window.BusinessDays(2));
        return ScenarioReplay.run(scenario, portfolio, trace, scenario.market().most(), seed);
    }

    private static String page(Scenario scenario) {
        var study = new Study(
                List.of(new Study.Case(scenario, Pact.withWindow(new Window.BusinessDays(2)))),
                new Study.Varied(null, null),
                TRACE,
                new Seeds(1, 1));
        return ReportPage.of(study.run(_ -> {}), new ReportPage.Inputs(TRACE, Map.of(), Pact.ZONE, List.of()));
    }

    @Test
    void capacityThatSlipsComesLaterWithItsWholeTermAndJobsWaitForIt() {
        var promised = threeJobs(Market.Slips.NONE);
        var late = threeJobs(TWO_DAYS);
        var due = promised.account().holdings().getLast();
        var by = Duration.ofDays(2);
        assertEquals(
                new Holding(
                        due.provider(),
                        due.gpus(),
                        due.price(),
                        due.from().plus(by),
                        due.to().plus(by)),
                late.account().holdings().get(1));
        assertEquals(
                promised.waiting().waits()[2] + by.toSeconds(), late.waiting().waits()[2]);
        assertEquals(List.of(), promised.rightsUse().late());
        assertEquals(
                List.of(new LateDelivery(due.provider(), due.gpus(), due.from(), by, Worlds.usd("0"))),
                late.rightsUse().late());
    }

    @Test
    void whatWasThereFromTheStartDoesNotSlip() {
        assertEquals(
                threeJobs(Market.Slips.NONE).account().holdings().getFirst(),
                threeJobs(TWO_DAYS).account().holdings().getFirst());
    }

    @Test
    void aboutTheShareOfReservationsSlips() {
        var market = Worlds.large(new Market.Answering(Worlds.days(1, 9), 0.5, 0.2));
        var scenario = scenario(market, new Market.Slips(0.25, Duration.ofDays(5)));
        int slips = 0;
        int reservations = 0;
        for (int seed = 1; seed <= 20; seed++) {
            var result = run(scenario, Worlds.demand(1), seed);
            slips += result.rightsUse().late().size();
            reservations += result.account().holdings().size() - 1;
        }
        assertTrue(reservations > 200, "too few to tell: " + reservations);
        assertEquals(0.25, (double) slips / reservations, 0.08);
    }

    @Test
    void aDayOfDelayTakesOffWhatTheTermsOfDeliverySayUpToTheirMost() {
        // 4 GPUs at 2 USD are 192 USD a day and 960 USD for the term of five days: two days at half a fee are 192 USD.
        assertEquals(Worlds.usd("192"), abatement("0.5", "1"));
        assertEquals(Worlds.usd("96"), abatement("0.5", "0.1"));
    }

    private static @Nullable Money abatement(String aDay, String most) {
        var scenario = scenario(Worlds.market(Worlds.SILENT), TWO_DAYS);
        var terms = new DeliveryTerms(null, new BigDecimal(aDay), new BigDecimal(most), null);
        var buyer = new Buyer(scenario.buyer().rhythm(), scenario.buyer().order(), terms);
        var use = run(
                        new Scenario(scenario.about(), scenario.ground(), scenario.demand(), scenario.market(), buyer),
                        TRACE,
                        1)
                .rightsUse();
        assertEquals(2, use.daysLate());
        assertEquals(4 * 2, use.gpuDaysLost());
        return use.abatement();
    }

    @Test
    void whatWasDueAfterTheLastSubmissionDoesNotCountAsLate() {
        // It is due on the ninth day.
        var until = Traces.of(new int[] {0, 20 * DAY, 4}, new int[] {HOUR, 2 * DAY, 4}, new int[] {8 * DAY, HOUR, 4});
        var result = run(scenario(Worlds.market(Worlds.SILENT), TWO_DAYS), until, 1);
        assertTrue(result.account().holdings().size() > 1, "something is bought");
        assertEquals(List.of(), result.rightsUse().late());
    }

    @Test
    void thePageCountsWhatCameLateWhereAnythingCould() {
        assertTrue(page(scenario(Worlds.market(Worlds.SILENT), TWO_DAYS)).contains("""
                        <tr><th>reservations that came late</th><td>1</td></tr>
                        <tr><th>– by, on average</th><td>2.0 days</td></tr>
                        <tr><th>– GPU-days lost</th><td>8</td></tr>
                        <tr><th>– taken off their price</th><td>none</td></tr>
                        """));
        assertFalse(
                page(scenario(Worlds.market(Worlds.SILENT), Market.Slips.NONE)).contains("came late"));
    }

    @Test
    void slipsThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Market.Slips(0.6, Duration.ofDays(1), 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Market.Slips(1.1, Duration.ofDays(1)));
        assertThrows(IllegalArgumentException.class, () -> new Market.Slips(0.1, Duration.ofDays(-1)));
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Market.Slips(0.1, Duration.ZERO));
        assertEquals("""
                slips: a share of 0.1 that comes PT0S late is none; give 0 to 1 and a positive time.
                Leave slips out if nothing comes late.""", refusal.getMessage());
    }
}
