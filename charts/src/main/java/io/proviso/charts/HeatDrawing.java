package io.proviso.charts;

import io.proviso.charts.Canvas.Anchor;
import java.util.List;

/** Draws a {@link HeatMap}: shades in equal steps from the least value to the greatest. */
final class HeatDrawing {
    private static final double CELL = 30;
    private static final double WIDEST = 110;
    private static final double TOP = 52;
    /** From the last row of a block to the first of the next, with the names of its columns. */
    private static final double BETWEEN = 34;

    private final HeatMap chart;
    private final Canvas canvas;
    private final double low;
    private final double high;

    HeatDrawing(HeatMap chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        var known = chart.cells().stream()
                .flatMap(row -> row.stream().filter(value -> !value.isNaN()))
                .toList();
        low = known.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        high = known.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    void draw() {
        if (Double.isNaN(low)) {
            canvas.empty("Nothing to draw: no cell has a value.");
            return;
        }
        double corner = TextWidth.of(chart.down().name() + " ↓");
        double names =
                chart.down().values().stream().mapToDouble(TextWidth::of).max().orElse(0);
        double left = Math.clamp(names, corner, Math.max(corner, canvas.width * 0.3)) + 12;
        var title = TextWidth.fit(chart.across().name() + " →", canvas.width);
        double start = Math.max(0, Math.min(left, canvas.width - TextWidth.of(title)));
        canvas.text(start, 14, Anchor.START, "muted", title);
        int columns = chart.across().values().size();
        int together = Math.clamp((int) ((canvas.width - left - 2) / widest()), 1, columns);
        double top = TOP;
        for (int first = 0; first < columns; first += together) {
            block(first, Math.min(columns, first + together), new Box(left, top, canvas.width - 2, top));
            top += CELL * chart.down().values().size() + BETWEEN;
        }
        canvas.height(top - BETWEEN + 4);
    }

    /** Room for the longest number of a cell. */
    private double widest() {
        return 6
                + chart.cells().stream()
                        .flatMap(List::stream)
                        .filter(value -> !value.isNaN())
                        .mapToDouble(value -> TextWidth.of(chart.unit().label(value)))
                        .max()
                        .orElse(0);
    }

    /** Columns that fit beside each other, with the names of all rows. */
    private void block(int first, int end, Box place) {
        var across = chart.across().values();
        var down = chart.down().values();
        double left = place.left();
        double wide = Math.min(WIDEST, (place.right() - left) / (end - first));
        canvas.text(
                left - 10, place.top() - 8, Anchor.END, "muted", chart.down().name() + " ↓");
        for (int column = first; column < end; column++) {
            var name = TextWidth.fit(across.get(column), wide - 4);
            canvas.text(left + wide * (column - first + 0.5), place.top() - 8, Anchor.MIDDLE, "", name);
        }
        for (int row = 0; row < down.size(); row++) {
            double y = place.top() + CELL * row;
            canvas.text(left - 10, y + CELL / 2 + 4, Anchor.END, "", TextWidth.fit(down.get(row), left - 12));
            for (int column = first; column < end; column++) {
                double x = left + wide * (column - first);
                cell(new Box(x + 1, y + 1, x + wide - 1, y + CELL - 1), row, column);
            }
        }
    }

    private void cell(Box box, int row, int column) {
        double value = chart.cells().get(row).get(column);
        double x = (box.left() + box.right()) / 2;
        if (Double.isNaN(value)) {
            canvas.dashed(box.outline(), "grid", "3 3");
            canvas.text(x, box.middle() + 4, Anchor.MIDDLE, "muted", "?");
            return;
        }
        var tip = chart.down().values().get(row) + ", "
                + chart.across().values().get(column) + ": " + chart.unit().exact(value);
        canvas.rect(box, "heat-" + shade(value), tip);
        canvas.text(x, box.middle() + 4, Anchor.MIDDLE, "heat", chart.unit().label(value));
    }

    private int shade(double value) {
        int steps = Theme.LIGHT_HEAT.size();
        return high == low ? 0 : Math.min(steps - 1, (int) ((value - low) / (high - low) * steps));
    }
}
