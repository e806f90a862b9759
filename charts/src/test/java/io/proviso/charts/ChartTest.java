package io.proviso.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.charts.BarChart.Arrangement;
import io.proviso.charts.LineChart.Axis;
import io.proviso.charts.LineChart.Line;
import io.proviso.charts.LineChart.Point;
import io.proviso.charts.LineChart.Spread;
import io.proviso.charts.Timeline.Bar;
import io.proviso.charts.Timeline.Row;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.LogScale;
import io.proviso.charts.scale.Tick;
import io.proviso.charts.scale.TimeScale;
import io.proviso.charts.scale.Unit;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class ChartTest {
    private static final Caption CAPTION = new Caption("any", "Nothing happened", "What would be drawn.");
    private static final ChartSpan SPAN =
            ChartSpan.ofDates(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1), Gallery.ZONE);
    private static final double PLOT_LEFT = Axes.room(List.of(new Tick(0, "100%")));
    private static final Axis DAYS = new Axis("window", Unit.count("days"));
    private static final Axis WAIT = new Axis("wait", Unit.seconds());

    static List<Chart> gallery() {
        return Gallery.all();
    }

    static List<Chart> empty() {
        return List.of(
                new Ecdf(CAPTION, "wait", Unit.seconds(), List.of()),
                new Ecdf(CAPTION, "wait", Unit.seconds(), List.of(Distribution.of("none", Hue.BLUE))),
                new CapacityTimeline(
                        CAPTION,
                        Unit.count("GPUs"),
                        SPAN,
                        List.of(),
                        new Steps("demand", Hue.INK, List.of()),
                        "demand above capacity"),
                new Timeline(CAPTION, SPAN, List.of(), List.of()),
                new LineChart(CAPTION, DAYS, WAIT, List.of(), List.of()),
                new BarChart(CAPTION, Unit.money(Gallery.USD), Arrangement.STACKED, List.of(), List.of()),
                new HeatMap(
                        CAPTION,
                        Unit.share(),
                        new HeatMap.Side("x", List.of()),
                        new HeatMap.Side("y", List.of()),
                        List.of()));
    }

    static List<Chart> single() {
        var start = SPAN.start();
        return List.of(
                new Ecdf(CAPTION, "wait", Unit.seconds(), List.of(Distribution.of("one", Hue.BLUE, 5))),
                new Ecdf(CAPTION, "wait", Unit.seconds(), List.of(Distribution.of("zero", Hue.BLUE, 0))),
                new CapacityTimeline(
                        CAPTION,
                        Unit.count("GPUs"),
                        SPAN,
                        List.of(),
                        new Steps("demand", Hue.INK, List.of(new Steps.Step(start, 0))),
                        "demand above capacity"),
                new Timeline(
                        CAPTION, SPAN, List.of(new Row("r", List.of(Bar.of(start, start, "", Hue.BLUE)))), List.of()),
                new LineChart(
                        CAPTION,
                        DAYS,
                        WAIT,
                        List.of(
                                new Line("one", Hue.BLUE, List.of(Point.of(0, 0)), Spread.BAND),
                                new Line("none", Hue.GREEN, List.of(), Spread.WHISKERS)),
                        List.of()),
                new BarChart(
                        CAPTION,
                        Unit.money(Gallery.USD),
                        Arrangement.SHARES,
                        List.of("one"),
                        List.of(new BarChart.Series("unknown", Hue.BLUE, List.of(Double.NaN)))),
                new HeatMap(
                        CAPTION,
                        Unit.share(),
                        new HeatMap.Side("x", List.of("1")),
                        new HeatMap.Side("y", List.of("1")),
                        List.of(List.of(0.5))));
    }

    @ParameterizedTest
    @MethodSource({"gallery", "empty", "single"})
    void everyChartIsWellFormedNamesItselfAndStaysInsideItsFrame(Chart chart) throws Exception {
        for (int width : new int[] {Chart.PHONE, 320, Chart.NARROW, Chart.WIDE}) {
            var svg = parse(chart.svg(width)).getDocumentElement();
            assertEquals("img", svg.getAttribute("role"));
            assertEquals(chart.caption().finding(), text(svg, svg.getAttribute("aria-labelledby")));
            assertTrue(text(svg, svg.getAttribute("aria-describedby"))
                    .startsWith(chart.caption().description()));
            assertFalse(chart.svg(width).contains("NaN"), "a coordinate is not a number");
            assertFalse(chart.svg(width).contains("Infinity"), "a coordinate is not finite");
            assertEquals("0 0 " + width + " " + svg.getAttribute("height"), svg.getAttribute("viewBox"));
            parse(chart.figure(width));
            parse(chart.image(width));
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void noTextIsExpectedToLeaveTheCanvas(Chart chart) throws Exception {
        for (int width : new int[] {Chart.PHONE, Chart.NARROW, Chart.WIDE}) {
            var texts = parse(chart.svg(width)).getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                var text = (Element) texts.item(i);
                double x = Double.parseDouble(text.getAttribute("x"));
                double wide = TextWidth.of(text.getTextContent());
                double left = switch (text.getAttribute("text-anchor")) {
                    case "end" -> x - wide;
                    case "middle" -> x - wide / 2;
                    default -> x;
                };
                assertTrue(left >= -1 && left + wide <= width + 1, () -> text.getTextContent() + " leaves the canvas");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("empty")
    void anEmptyChartSaysWhyItIsEmpty(Chart chart) {
        var svg = chart.svg(Chart.NARROW);
        assertTrue(svg.contains(">Nothing to draw: "), svg);
        assertTrue(svg.contains("What would be drawn. Nothing to draw: "), "the description says so, too");
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void everyChartHasATableWithFigures(Chart chart) {
        assertFalse(chart.table().rows().isEmpty());
        assertTrue(chart.figure(Chart.NARROW).contains(chart.table().html()));
        assertEquals(chart.table().rows().size() + 1, chart.table().csv().split("\r\n").length);
    }

    @Test
    void namesCannotBreakOutOfTheDocument() throws Exception {
        var nasty = "</text><script>alert('1')</script> & \"quoted\" \u0000";
        var chart = new BarChart(
                new Caption("nasty", nasty, nasty),
                Unit.count(nasty),
                Arrangement.GROUPED,
                List.of(nasty),
                List.of(new BarChart.Series(nasty, Hue.BLUE, List.of(1.0))));
        assertEquals(
                0,
                parse(chart.figure(Chart.WIDE)).getElementsByTagName("script").getLength());
    }

    @Test
    void seventyThousandWaitsMakeASmallPictureThatKeepsItsShape() {
        var waits = Gallery.waits("w", 1, 40_000, 0.35);
        var svg = new Ecdf(CAPTION, "wait", Unit.seconds(), List.of(waits)).svg(Chart.WIDE);
        assertTrue(svg.length() < 15_000, () -> "length " + svg.length());
        var stair =
                Pattern.compile("M([\\d.]+) ([\\d.]+)((?:H[\\d.]+V[\\d.]+)+)H").matcher(svg);
        assertTrue(stair.find());
        double bottom = Double.parseDouble(stair.group(2));
        var steps = Pattern.compile("H([\\d.]+)V([\\d.]+)").matcher(stair.group(3));
        var smallest = waits.value(waits.firstPositive());
        var scale = LogScale.covering(Unit.seconds(), smallest, waits.quantile(1), true, PLOT_LEFT, Chart.WIDE - 16);
        int rank = 0;
        while (steps.find()) {
            double x = Double.parseDouble(steps.group(1));
            while (rank < waits.size() && scale.at(waits.value(rank)) <= x) {
                rank++;
            }
            double y = bottom - 260.0 * rank / waits.size();
            assertEquals(y, Double.parseDouble(steps.group(2)), 1.5, "at " + x);
        }
        assertEquals(waits.size(), rank);
    }

    @Test
    void manyChangesOfDemandKeepTheirPeaks() {
        var changes = new ArrayList<Steps.Step>();
        for (int i = 0; i < 40_000; i++) {
            changes.add(new Steps.Step(SPAN.start().plusSeconds(60L * i), i == 20_001 ? 9_000 : i % 7));
        }
        var demand = new Steps("demand", Hue.INK, changes);
        var thin = demand.thinned(new TimeScale(SPAN, 0, 600));
        assertTrue(
                thin.changes().size() <= 4 * 601,
                () -> "changes " + thin.changes().size());
        assertTrue(thin.changes().contains(changes.get(20_001)), "the peak is gone");
    }

    @Test
    void twoHundredRoundsStayOnOneScreen() {
        var rows = IntStream.range(0, 200)
                .mapToObj(i -> new Row(
                        "round " + i,
                        List.of(Bar.of(at(i), at(i + 60), "x", Hue.SKY).ended(Ending.LAPSED))))
                .toList();
        var chart = new Timeline(CAPTION, SPAN, rows, List.of());
        var height = Pattern.compile("height=\"(\\d+)\"").matcher(chart.svg(Chart.WIDE));
        assertTrue(height.find());
        assertTrue(Integer.parseInt(height.group(1)) < 1_200);
        assertEquals(200, chart.table().rows().size());
    }

    @Test
    void aBarThatEndsBeforeItStartsIsRejected() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Bar.of(at(2), at(1), "late", Hue.BLUE));
        assertTrue(failure.toString().contains("bar 'late': the end "), failure.toString());
    }

    @Test
    void aWidthThatNoPageHasIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> Gallery.cost().svg(100));
    }

    private static Instant at(int hours) {
        return SPAN.start().plusSeconds(3_600L * hours);
    }

    private static String text(Element svg, String id) {
        var children = svg.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child
                    && child.getAttribute("id").equals(id)) {
                return child.getTextContent();
            }
        }
        throw new AssertionError("no element with id " + id);
    }

    static Document parse(String xml) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertNotNull(document.getDocumentElement());
        return document;
    }
}
