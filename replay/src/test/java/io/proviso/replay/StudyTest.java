package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.calendar.Window;
import io.proviso.replay.ScenarioComparison.Seeds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final Sweep SWEEP = new Sweep(
            "microsoft-openai", "first-refusal", List.of(new Window.BusinessDays(0), new Window.BusinessDays(10)));
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
    void anIntervalIsStudentsAndOneSeedHasNone() {
        var estimate = Estimate.of(1, 2, 3);
        assertEquals(2, estimate.mean());
        assertEquals(2 - 4.303 / Math.sqrt(3), estimate.low(), 1e-12);
        assertEquals(2 + 4.303 / Math.sqrt(3), estimate.high(), 1e-12);
        assertFalse(estimate.isDistinct());
        assertTrue(Estimate.of(1, 1.1, 0.9).isDistinct());
        assertFalse(Estimate.of(5).isDistinct());
        assertEquals(5, Estimate.of(5).low());
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
