package io.proviso.charts;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.scale.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * One quantity as another changes, with the interval of each point where it is an estimate; the y axis begins at zero.
 *
 * @param references levels that do not depend on x, to compare with
 */
public record LineChart(Caption caption, Axis x, Axis y, List<Line> lines, List<Reference> references)
        implements Chart {
    public record Axis(String name, Unit unit) {}

    /** How the intervals of a line are shown. */
    public enum Spread {
        NONE,
        BAND,
        WHISKERS
    }

    /** A measurement, or an estimate with its interval from low to high. */
    public record Point(double x, double y, double low, double high) {
        public Point {
            if (!(Double.isFinite(x) && low <= y && y <= high && Double.isFinite(low) && Double.isFinite(high))) {
                throw new IllegalArgumentException("point at " + x + ": " + y + " is not within its interval " + low
                        + " to " + high + ", or one of them is not finite.");
            }
        }

        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }
    }

    public record Line(String name, Hue hue, List<Point> points, Spread spread) {
        public Line {
            points = points.stream()
                    .sorted((a, b) -> Double.compare(a.x(), b.x()))
                    .toList();
        }
    }

    public record Reference(String name, double value) {
        public Reference {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("reference '" + name + "': " + value + " is not finite.");
            }
        }
    }

    public LineChart {
        lines = List.copyOf(lines);
        references = List.copyOf(references);
    }

    @Override
    public DataTable table() {
        boolean measured = lines.stream().allMatch(line -> line.spread() == Spread.NONE);
        return measured && references.isEmpty() ? sideBySide() : estimates();
    }

    /** A column for each line where there is nothing but its points. */
    private DataTable sideBySide() {
        var columns = new ArrayList<Column>();
        columns.add(new Column(x.name(), x.unit()));
        lines.forEach(line -> columns.add(new Column(line.name(), y.unit())));
        var rows = new TreeMap<Double, List<Cell>>();
        for (int i = 0; i < lines.size(); i++) {
            for (var point : lines.get(i).points()) {
                rows.computeIfAbsent(point.x(), at -> cells(at, lines.size())).set(i + 1, Cell.of(point.y()));
            }
        }
        return new DataTable(y.name() + " against " + x.name(), columns, List.copyOf(rows.values()));
    }

    private static List<Cell> cells(double x, int unknown) {
        var cells = new ArrayList<Cell>(Collections.nCopies(unknown + 1, Cell.of(Double.NaN)));
        cells.set(0, Cell.of(x));
        return cells;
    }

    private DataTable estimates() {
        var columns = List.of(
                Column.text("series"),
                new Column(x.name(), x.unit()),
                new Column(y.name(), y.unit()),
                new Column("low", y.unit()),
                new Column("high", y.unit()));
        var rows = new ArrayList<List<Cell>>();
        for (var line : lines) {
            for (var point : line.points()) {
                rows.add(List.of(
                        Cell.of(line.name()),
                        Cell.of(point.x()),
                        Cell.of(point.y()),
                        Cell.of(point.low()),
                        Cell.of(point.high())));
            }
        }
        for (var reference : references) {
            rows.add(List.of(
                    Cell.of(reference.name()), Cell.of("any"), Cell.of(reference.value()), Cell.of(""), Cell.of("")));
        }
        return new DataTable(y.name() + " against " + x.name(), columns, rows);
    }
}
