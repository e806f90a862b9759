package io.proviso.replay.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.Window;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.Traces;
import io.proviso.replay.report.MarketWords;
import io.proviso.replay.report.ReportPage;
import io.proviso.replay.report.ReportSentences;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Sweep;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.ScenarioComparison.Seeds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final Sweep SWEEP = new Sweep(
            new ClauseName("microsoft-openai", "first-refusal"),
            List.of(new Window.BusinessDays(0), new Window.BusinessDays(10)));
    private static final Market MARKET = Worlds.large(new Market.Answering(Worlds.days(1, 9), 0.5, 0.2));

    private static Study study(Trace trace, Seeds seeds) {
        var portfolio = Pact.withWindow(new Window.BusinessDays(10));
        return new Study(
                List.of(
                        new Study.Case(Worlds.scenario("first-refusal", Worlds.FIRST_REFUSAL, MARKET), portfolio),
                        new Study.Case(Worlds.scenario("open", Worlds.OPEN, MARKET), portfolio)),
                new Study.Varied(SWEEP, null),
                trace,
                seeds);
    }

    private static String page(long seed) {
        var trace = Worlds.demand(1);
        var inputs = new ReportPage.Inputs(trace, Map.of("trace.csv", "abc"), Pact.ZONE, List.of("one <row> left out"));
        return ReportPage.of(study(trace, new Seeds(seed, 3)).run(_ -> {}), inputs);
    }

    @Test
    void everyRunIsCountedAndReported() {
        var study = study(Worlds.demand(1), new Seeds(1, 3));
        var heard = new ArrayList<Integer>();
        study.run(heard::add);
        assertEquals((2 + 2) * 3, study.runs());
        assertEquals(study.runs(), heard.size());
        assertEquals(study.runs(), heard.getLast());
    }

    @Test
    void theWindowOfTheScenarioItselfCostsWhatTheScenarioDoes() {
        var comparison = study(Worlds.demand(1), new Seeds(1, 3)).run(_ -> {});
        var price = comparison.price();
        assertNotNull(price);
        assertEquals("first-refusal", price.scenario());
        assertEquals(
                comparison.compared().getFirst().meanWait(),
                price.points().getLast().meanWait());
        assertEquals(
                price.points().getLast().meanWait().mean()
                        - price.points().getFirst().meanWait().mean(),
                price.difference().mean(),
                1e-6);
    }

    @Test
    void whereNobodyHasTheRightNoWindowIsVaried() {
        var portfolio = Pact.withWindow(new Window.BusinessDays(10));
        var open = new Study.Case(Worlds.scenario("open", Worlds.OPEN, MARKET), portfolio);
        assertNull(new Study(List.of(open), new Study.Varied(SWEEP, null), Worlds.demand(1), new Seeds(1, 2))
                .run(_ -> {})
                .price());
    }

    @Test
    void windowsOfTwoUnitsOrOutOfOrderAreNoSweep() {
        var mixed = List.<Window>of(new Window.BusinessDays(0), new Window.Hours(72));
        var falling = List.<Window>of(new Window.BusinessDays(10), new Window.BusinessDays(0));
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Sweep(new ClauseName("a", "b"), mixed));
        assertEquals("""
            sweep: a window of 72 hours after one of 0 business days does not go on.
            Name windows in one unit, the shortest first.\
            """, refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Sweep(new ClauseName("a", "b"), falling));
        assertThrows(IllegalArgumentException.class, () -> new Sweep(new ClauseName("a", "b"), List.of()));
    }

    @Test
    void anIntervalIsStudentsAndOneSeedHasNone() {
        var estimate = Estimate.of(1, 2, 3);
        assertEquals(2, estimate.mean());
        assertEquals(2 - 4.303 / Math.sqrt(3), estimate.low(), 1e-12);
        assertEquals(2 + 4.303 / Math.sqrt(3), estimate.high(), 1e-12);
        assertFalse(estimate.isDistinct());
        assertTrue(Estimate.of(1, 1.1, 0.9).isDistinct());
        assertFalse(Estimate.of(5).isDistinct());
        assertEquals(5, Estimate.of(5).low());
        assertTrue(Estimate.of(1, 9).low() < 0);
        assertEquals(0, Estimate.of(1, 9).lowFromZero());
    }

    @Test
    void theSameSeedGivesTheSamePageAndAnotherSeedAnother() {
        assertEquals(page(1), page(1));
        assertFalse(page(1).equals(page(2)));
    }

    @Test
    void thePageIsWellFormedAndHasEverySection() throws Exception {
        var page = page(1);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertEquals("html", document.getDocumentElement().getTagName());
        for (var section : List.of(
                "finding",
                "figures",
                "waits",
                "capacity",
                "rounds",
                "unmet",
                "cost",
                "price-of-the-window",
                "assumptions",
                "sources",
                "inputs")) {
            var id = section.equals("finding") ? section : section + "-section";
            assertTrue(page.contains("id=\"" + id + "\""), section);
        }
        for (var words : List.of(
                "Not legal advice",
                "synthetic",
                "95 % interval",
                "one &lt;row&gt; left out",
                "nobody &amp; nothing",
                "abc",
                "0 business days (the same day)",
                "the agreements as of 2025-02-01")) {
            assertTrue(page.contains(words), words);
        }
    }

    @Test
    void aTimeOfThePageIsInHoursOrLessAndNeverInDays() {
        var page = page(1);
        assertTrue(page.matches("(?s).*>[0-9,.]+ h<.*"), page);
        assertFalse(page.matches("(?s).*[0-9] d[ <(,.].*"), page);
    }

    @Test
    void everyFigureOfOneSeedSaysSoBesideMeansOverAll() {
        var page = page(1);
        assertTrue(page.contains("<th>mean wait, 3 seeds</th>"));
        assertEquals(
                5,
                page.split("Of seed 1, one of 3: a mean here is that of this run", -1).length - 1,
                "waits, capacity, rounds, unmet, cost");
    }

    @Test
    void whatIsWantedAboveTheCapacityIsNotCalledAWaitNorAnAgreedPriceAListPrice() {
        var page = page(1);
        assertTrue(page.contains("of the GPU-hours wanted, by running and waiting jobs, "));
        assertTrue(page.contains(" were above the capacity there was"));
        assertTrue(page.contains("used or not, at the prices agreed."));
        assertFalse(page.contains("hours of waiting"));
    }

    @Test
    void theMarketIsDescribedWhereThereIsNoRightToo() {
        var portfolio = Pact.withWindow(new Window.BusinessDays(10));
        var open = new Study.Case(Worlds.scenario("open", Worlds.OPEN, MARKET), portfolio);
        var comparison =
                new Study(List.of(open), new Study.Varied(null, null), Worlds.demand(1), new Seeds(1, 1)).run(_ -> {});
        assertEquals(
                List.of(
                        "An invited provider bids all that is asked for and that it has, in 90% of cases, 1 to 3 days"
                                + " after the invitation: assumed.",
                        "Bids are compared 3 days after the invitation, and later ones are not made: assumed.",
                        "Bids are at list prices: assumed.",
                        "A contract is signed as soon as the bids are compared: assumed.",
                        "What is asked for is H100 on infiniband: assumed."),
                MarketWords.of(comparison.compared()));
    }

    @Test
    void aPageInAnotherCurrencyShowsNoDollar() {
        var scenario = Worlds.inEuros(Worlds.scenario("eu", Worlds.FIRST_REFUSAL, MARKET));
        var portfolio = Pact.withWindow(new Window.BusinessDays(10));
        var trace = Worlds.demand(1);
        var acceptance = new AcceptanceSweep(SWEEP, List.of(0.0, 1.0));
        var comparison = new Study(
                        List.of(new Study.Case(scenario, portfolio)),
                        new Study.Varied(null, acceptance),
                        trace,
                        new Seeds(1, 1))
                .run(_ -> {});
        var page = ReportPage.of(comparison, new ReportPage.Inputs(trace, Map.of(), Pact.ZONE, List.of()));
        assertFalse(page.contains("$"), page);
        assertTrue(page.contains("EUR "));
    }

    @Test
    void aMeanWaitSaysWhichJobsAreInNoneOfIt() {
        var nobodyBids = new Market(
                List.of(Worlds.supply("azure", 4, 8, "3")),
                Worlds.SILENT,
                new Market.Bidding(Worlds.days(0, 0), 0, Duration.ofDays(1)));
        var scenario = Worlds.scenario("small", Worlds.OPEN, nobodyBids);
        var trace = Traces.of(new int[] {0, 60, 4}, new int[] {60, 60, 8}, new int[] {120, 60, 1});
        var comparison = new Study(
                        List.of(new Study.Case(scenario, Pact.withWindow(new Window.BusinessDays(10)))),
                        new Study.Varied(null, null),
                        trace,
                        new Seeds(1, 1))
                .run(_ -> {});
        assertEquals(
                List.of(
                        "The mean job that began waited 0 h under small (one seed, hence no interval).",
                        "Never began, and in no mean: 2 of 3 jobs under small (seed 1)."),
                new ReportSentences(comparison).sentences().subList(0, 2));
    }

    @Test
    void aMarketOfMoreGpusThanOnePoolCanHaveIsRefused() {
        var huge = List.of(Worlds.supply("azure", 1, Integer.MAX_VALUE, "3"));
        assertThrows(IllegalArgumentException.class, () -> new Market(huge, Worlds.SILENT, MARKET.bidding()));
    }

    @Test
    void pricesInTwoCurrenciesAreRefusedBeforeAnythingRuns() {
        var dollars = Worlds.scenario("us", Worlds.OPEN, MARKET);
        var euros = Worlds.inEuros(dollars);
        assertEquals(
                "scenario us: the customer's price limit is in USD, the prices of its providers are in EUR."
                        + "\nState all prices of a scenario in one currency.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Scenario(
                                        dollars.about(),
                                        dollars.ground(),
                                        dollars.demand(),
                                        euros.market(),
                                        dollars.buyer()))
                        .getMessage());
        var supplies =
                List.of(MARKET.supplies().getFirst(), euros.market().supplies().getLast());
        assertThrows(IllegalArgumentException.class, () -> new Market(supplies, MARKET.answering(), MARKET.bidding()));
        var portfolio = Pact.withWindow(new Window.BusinessDays(10));
        var cases = List.of(new Study.Case(dollars, portfolio), new Study.Case(euros, portfolio));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Study(cases, new Study.Varied(null, null), Worlds.demand(1), new Seeds(1, 1)));
    }

    @Test
    void aNameOfAScenarioIsTextInTheTitleToo() throws Exception {
        var trace = Worlds.demand(1);
        var odd = new Study.Case(
                Worlds.scenario("a<b & c", Worlds.OPEN, MARKET), Pact.withWindow(new Window.BusinessDays(10)));
        var comparison = new Study(List.of(odd), new Study.Varied(null, null), trace, new Seeds(1, 1)).run(_ -> {});
        var page = ReportPage.of(comparison, new ReportPage.Inputs(trace, Map.of(), Pact.ZONE, List.of()));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertTrue(page.contains("under a&lt;b &amp; c</h1>"));
    }

    @Test
    void aPageOfRealDemandIsNotCalledSyntheticAndNamesNoDirectory() {
        var trace = Trace.builder().source("/home/somebody/trace.csv");
        trace.add(2, 0, 7_200, 4).add(3, 60, 7_200, 4_000).add(4, 500_000, 60, 1);
        var built = trace.build();
        var inputs = new ReportPage.Inputs(built, Map.of(), Pact.ZONE, List.of());
        var page = ReportPage.of(study(built, new Seeds(1, 1)).run(_ -> {}), inputs);
        assertFalse(page.contains("/home"));
        assertFalse(page.contains("synthetic"));
        assertTrue(page.contains("trace.csv:3: 4,000 GPUs"));
        assertTrue(page.contains("one seed, hence no interval"));
    }
}
