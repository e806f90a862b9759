package io.proviso.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.Steps.Step;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.25, 0.25",
        "950, 950",
        "999.6, '1,000'",
        "1080, '1,080'",
        "1234.4, '1,234'",
        "999999.4, '999,999'",
        "999999.6, 1M",
        "34000000, 34M",
        "-1500, '-1,500'",
        "2e15, 2000T"
    })
    void numbersInAPictureAreShort(double value, String expected) {
        assertEquals(expected, Unit.count("GPUs").label(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "45, 45 s",
        "90, 1.5 min",
        "5400, 1.5 h",
        "189648, 52.7 h",
        "549000, 152.5 h",
        "4446000, '1,235 h'",
        "3599928, '1,000 h'",
        "0.5, 0.5 s"
    })
    void durationsChooseTheirUnitUpToHours(double seconds, String expected) {
        assertEquals(expected, Unit.seconds().label(seconds));
    }

    @ParameterizedTest
    @CsvSource({"59.5, 59.50 s", "250, 4 min 10 s", "7200, 2 h", "183600, 51 h", "184500, 51.25 h"})
    void aTableSaysHoursWithDecimalsAndLessInTwoParts(double seconds, String expected) {
        assertEquals(expected, Unit.seconds().exact(seconds));
    }

    @Test
    void aTableKeepsWhatAPictureRounds() {
        assertEquals("$1,234,567.89", Unit.money(Gallery.USD).exact(1_234_567.89));
        assertEquals("-$5", Unit.money(Gallery.USD).exact(-5));
        assertEquals("EUR 5", Unit.money(Currency.getInstance("EUR")).exact(5));
        assertEquals("12.35%", Unit.share().exact(0.12345));
        assertEquals("unknown", Unit.share().exact(Double.NaN));
    }

    @Test
    void aFileHasPlainNumbersInTheUnitOfItsHeader() {
        var table = new DataTable(
                "t",
                List.of(
                        Column.text("who, exactly"),
                        new Column("wait", Unit.seconds()),
                        new Column("part", Unit.share())),
                List.of(
                        List.of(Cell.of("a \"b\""), Cell.of(90_000), Cell.of(0.5)),
                        List.of(Cell.of("c"), Cell.of(Double.NaN), Cell.of(0))));
        assertEquals("\"who, exactly\",wait (s),part (%)\r\n\"a \"\"b\"\"\",90000,50\r\nc,,0\r\n", table.csv());
        assertTrue(table.html().contains("<td class=\"number\">25 h</td>"), table.html());
    }

    @Test
    void aRowThatDoesNotFitItsHeaderIsRejected() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataTable("t", List.of(Column.text("a")), List.of(List.of())));
    }

    @Test
    void linesOfMeasurementsStandSideBySideInTheirTable() {
        var lines = List.of(
                new LineChart.Line(
                        "one",
                        Hue.BLUE,
                        List.of(LineChart.Point.of(0, 8), LineChart.Point.of(1, 9)),
                        LineChart.Spread.NONE),
                new LineChart.Line("two", Hue.ORANGE, List.of(LineChart.Point.of(1, 7)), LineChart.Spread.NONE));
        var chart = new LineChart(
                new Caption("c", "f", "d"),
                new LineChart.Axis("days", Unit.count("days")),
                new LineChart.Axis("GPUs wanted", Unit.count("GPUs")),
                lines,
                List.of());
        assertEquals(
                "days,one (GPUs),two (GPUs)\r\n0,8,\r\n1,9,7\r\n", chart.table().csv());
    }

    @Test
    void quantilesAreValuesThatOccurred() {
        var one = Distribution.of("x", Hue.BLUE, 4, 0, 0, 2, 1);
        assertEquals(0, one.quantile(0));
        assertEquals(0, one.quantile(0.4));
        assertEquals(1, one.quantile(0.5));
        assertEquals(4, one.quantile(1));
        assertEquals(0.4, one.shareOfZeros());
        assertEquals(1.4, one.mean(), 1e-12);
    }

    @Test
    void aValueThatIsNoWaitIsRejectedByItsPosition() {
        var failure =
                assertThrows(IllegalArgumentException.class, () -> Distribution.of("w", Hue.BLUE, 1, -2, Double.NaN));
        assertTrue(failure.toString().contains("distribution 'w': value 1 is -2.0"), failure.toString());
    }

    @Test
    void whatIsAboveCapacityIsTheSameByChangeAndByPeriod() {
        var few = capacity(2);
        var many = capacity(100);
        assertEquals(48 * 10, above(few), 1e-9);
        assertEquals(100 * 24 * 10 / 2.0, above(many), 1e-9);
        assertTrue(few.table().rows().size() == 4 && many.table().rows().size() <= 40);
    }

    /** Demand of 30 against supply of 20 on every other day; two such days where there are few. */
    private static CapacityTimeline capacity(int days) {
        var start = LocalDate.of(2025, 1, 1);
        var demand = new ArrayList<Step>();
        for (int day = 0; day < (days == 2 ? 4 : days); day++) {
            demand.add(new Step(start.plusDays(day).atStartOfDay(UTC).toInstant(), day % 2 == 0 ? 30 : 10));
        }
        var end = start.plusDays(days == 2 ? 5 : days);
        return new CapacityTimeline(
                new Caption("c", "f", "d"),
                Unit.count("GPU"),
                ChartSpan.ofDates(start, end, UTC),
                List.of(new Steps("azure", Hue.BLUE, List.of(new Step(Instant.EPOCH, 20)))),
                new Steps("demand", Hue.INK, demand),
                "demand above capacity");
    }

    private static double above(CapacityTimeline chart) {
        return chart.table().rows().stream()
                .map(List::getLast)
                .mapToDouble(cell -> cell instanceof Cell.Figure figure ? figure.value() : Double.NaN)
                .sum();
    }

    @Test
    void stepsOutOfOrderAreRejected() {
        var day = Gallery.day(2025, 1, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Steps("s", Hue.BLUE, List.of(new Step(day, 1), new Step(day, 2))));
    }
}
