package io.proviso.replay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.Window;
import io.proviso.charts.scale.Unit;
import io.proviso.desk.Basis;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.ScenarioReplay;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Sweep;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.AcceptanceGrid;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Seeds;
import io.proviso.replay.study.Study;
import io.proviso.replay.study.SweepPoint;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A window varied together with how often its holder accepts. */
class AcceptanceTest {
    private static final List<Window> WINDOWS = List.of(new Window.BusinessDays(0), new Window.BusinessDays(10));
    private static final AcceptanceSweep SWEEP = new AcceptanceSweep(
            new Sweep(new ClauseName("microsoft-openai", "first-refusal"), WINDOWS), List.of(0.0, 0.5, 1.0));
    private static final Market MARKET = Worlds.large(new Market.Answering(Worlds.days(1, 9), 0.5, 0.2));
    private static final Trace TRACE = Worlds.demand(1);

    private static Study study(@Nullable AcceptanceSweep sweep, Basis basis, int seeds) {
        var scenario = Worlds.scenario("first-refusal", basis, MARKET);
        var portfolio = Pact.withWindow(new Window.BusinessDays(10));
        return new Study(
                List.of(new Study.Case(scenario, portfolio)),
                new Study.Varied(null, sweep),
                TRACE,
                new Seeds(1, seeds));
    }

    private static String page(ScenarioComparison comparison) {
        return ReportPage.of(comparison, new ReportPage.Inputs(TRACE, Map.of(), Pact.ZONE, List.of()));
    }

    private static AcceptanceGrid grid(ScenarioComparison comparison) {
        return Objects.requireNonNull(comparison.acceptance());
    }

    private static AcceptanceGrid grid(List<List<SweepPoint>> rows) {
        return new AcceptanceGrid(SWEEP, "mine", rows);
    }

    private static SweepPoint cell(int days, double accepts, Double... figures) {
        var none = new SweepPoint.Offers(0, 0, Double.NaN);
        return new SweepPoint(new Window.BusinessDays(days), accepts, List.of(figures), List.of(figures), none);
    }

    @Test
    void everyCellIsRunWithEverySeedAndCounted() {
        var study = study(SWEEP, Worlds.FIRST_REFUSAL, 2);
        var heard = new ArrayList<Integer>();
        var grid = grid(study.run(heard::add));
        assertEquals((1 + 2 * 3) * 2, study.runs());
        assertEquals(study.runs(), heard.getLast());
        assertEquals(2, grid.seeds());
        assertEquals(
                WINDOWS,
                grid.rows().stream().map(row -> row.getFirst().window()).toList());
        grid.rows()
                .forEach(row -> assertEquals(
                        SWEEP.accepts(), row.stream().map(SweepPoint::accepts).toList()));
    }

    @Test
    void theCellWithTheScenariosOwnWindowAndShareIsTheScenario() {
        var comparison = study(SWEEP, Worlds.FIRST_REFUSAL, 3).run(_ -> {});
        var own = grid(comparison).rows().getLast().get(1);
        var scenario = comparison.compared().getFirst();
        assertEquals(scenario.meanWait(), own.meanWait());
        assertEquals(
                scenario.result().account().cost().amount().doubleValue(),
                own.costs().getFirst());
    }

    @Test
    void aHolderThatAcceptsAllLetsNothingLapseWithinItsWindowAndOneThatAcceptsNothingSellsNothing() {
        var scenario = Worlds.scenario("first-refusal", Worlds.FIRST_REFUSAL, MARKET);
        var portfolio = Pact.withWindow(new Window.BusinessDays(30));
        var all = ScenarioReplay.run(scenario.accepting(1), portfolio, TRACE, MARKET.most(), 1);
        assertFalse(all.rightsUse().rounds().isEmpty());
        assertEquals(0, all.rightsUse().count(ReplayedRound.Ending.LAPSED));
        var none = ScenarioReplay.run(scenario.accepting(0), portfolio, TRACE, MARKET.most(), 1);
        assertEquals(0, none.rightsUse().count(ReplayedRound.Ending.ACCEPTED));
        assertTrue(none.rightsUse().count(ReplayedRound.Ending.LAPSED) > 0);
    }

    @Test
    void whatIsNotAcceptedLapsesInTheProportionOfTheScenario() {
        var answering = new Market.Answering(Worlds.days(1, 9), 0.5, 0.2);
        assertEquals(answering, answering.accepting(0.5));
        assertEquals(0.4, answering.accepting(0).lapses(), 1e-12);
        assertEquals(0.1, answering.accepting(0.75).lapses(), 1e-12);
        assertEquals(0, answering.accepting(1).lapses());
        assertEquals(
                0, new Market.Answering(Worlds.days(1, 9), 1, 0).accepting(0.25).lapses());
    }

    @Test
    void everyShareIsPossibleWhateverTheScenariosProportion() {
        for (int lapses = 0; lapses <= 1_000; lapses++) {
            var all = new Market.Answering(Worlds.days(0, 0), (1_000 - lapses) / 1_000.0, lapses / 1_000.0);
            for (int share = 0; share <= 1_000; share += 7) {
                assertEquals(share / 1_000.0, all.accepting(share / 1_000.0).accepts());
            }
        }
    }

    @Test
    void theFindingSaysWhatTheLongestWindowDoesAtBothEndsOfTheShares() {
        var grid = grid(List.of(
                List.of(cell(0, 0, 7_200.0, 7_300.0), cell(0, 1, 7_200.0, 7_200.0)),
                List.of(cell(10, 0, 14_400.0, 14_500.0), cell(10, 1, 3_000.0, 9_900.0))));
        assertEquals(
                "Under mine, a response window of 10 business days instead of 0 business days makes the mean job wait"
                        + " 2 h longer where the holder would accept 0% of the offers,"
                        + " and the same, as far as 2 seeds tell, where the holder would accept 100% of the offers",
                WindowWords.acceptedWaits(grid));
        assertEquals(
                "Under mine, a response window of 10 business days instead of 0 business days makes capacity cost"
                        + " $7,200 more where the holder would accept 0% of the offers,"
                        + " and the same, as far as 2 seeds tell, where the holder would accept 100% of the offers,"
                        + " with the waits above",
                WindowWords.acceptedCosts(grid, Unit.money(Currency.getInstance("USD"))));
    }

    @Test
    void thePageShowsBothHeatMapsWithANumberInEachCellAndATableBehindEach() {
        var comparison = study(SWEEP, Worlds.FIRST_REFUSAL, 2).run(_ -> {});
        var page = page(comparison);
        assertTrue(page.contains("id=\"acceptance-section\""));
        for (var figure : List.of("acceptance-wait", "acceptance-cost")) {
            assertTrue(page.contains("<figure class=\"chart\" id=\"" + figure + "\">"), figure);
            assertTrue(page.contains("<a download=\"" + figure + ".csv\""), figure);
        }
        assertEquals(
                3 * 2 * 6, page.split("class=\"heat\"", -1).length - 1, "drawn for a desk, for paper and for a phone");
        assertTrue(page.contains("<p class=\"lead\">" + WindowWords.acceptedWaits(grid(comparison)) + ".</p>"));
        assertTrue(page.contains("Each cell is the mean over 2 seeds (1 and following)"));
        assertTrue(page(study(SWEEP, Worlds.FIRST_REFUSAL, 1).run(_ -> {}))
                .contains("Each cell is one run with seed 1, hence without an interval."));
    }

    @Test
    void aStudyThatDoesNotAskOrHasNoSuchRightShowsNothingOfIt() {
        for (var comparison : List.of(
                study(null, Worlds.FIRST_REFUSAL, 1).run(_ -> {}),
                study(SWEEP, Worlds.OPEN, 1).run(_ -> {}))) {
            assertNull(comparison.acceptance());
            assertFalse(page(comparison).contains("acceptance"));
        }
    }

    @Test
    void aHolderThatWouldAcceptAllAcceptsNothingWhereTheWindowEndsBeforeItAnswers() {
        var comparison = study(SWEEP, Worlds.FIRST_REFUSAL, 2).run(_ -> {});
        var sameDay = grid(comparison).rows().getFirst().getLast();
        assertEquals(1.0, sameDay.accepts());
        assertEquals(0.0, sameDay.offers().accepted());
        assertTrue(grid(comparison).rows().getLast().getLast().offers().accepted() > 0.5);
        assertTrue(page(comparison).contains("<th>would accept 100%</th>"));
        assertTrue(page(comparison).contains("<tr><th>0 business days</th><td>0%</td><td>0%</td><td>0%</td></tr>"));
    }

    @Test
    void sharesThatDoNotRiseAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new AcceptanceSweep(SWEEP.windows(), List.of(0.0, 0.5, 0.5)));
    }

    @Test
    void aSweepOfNothingIsRefused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> new AcceptanceSweep(SWEEP.windows(), List.of()));
        assertEquals(
                "acceptance sweep: there are no shares, and so there is nothing to replay.\nName at least one.",
                refusal.getMessage());
    }
}
