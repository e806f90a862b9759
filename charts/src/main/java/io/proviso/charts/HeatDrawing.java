package io.proviso.charts;

import io.proviso.charts.Canvas.Anchor;

/** Draws a {@link HeatMap}: shades in equal steps from the least value to the greatest. */
final class HeatDrawing {
    private static final double CELL = 30;
    private static final double WIDEST = 110;
    private static final double TOP = 52;

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
        var across = chart.across().values();
        var down = chart.down().values();
        double corner = TextWidth.of(chart.down().name() + " ↓");
        double names = down.stream().mapToDouble(TextWidth::of).max().orElse(0);
        double left = Math.clamp(names, corner, Math.max(corner, canvas.width * 0.3)) + 12;
        double wide = Math.min(WIDEST, (canvas.width - left - 2) / across.size());
        canvas.text(left, 14, Anchor.START, "muted", chart.across().name() + " →");
        canvas.text(left - 10, TOP - 8, Anchor.END, "muted", chart.down().name() + " ↓");
        for (int column = 0; column < across.size(); column++) {
            var name = TextWidth.fit(across.get(column), wide - 4);
            canvas.text(left + wide * (column + 0.5), TOP - 8, Anchor.MIDDLE, "", name);
        }
        for (int row = 0; row < down.size(); row++) {
            double y = TOP + CELL * row;
            canvas.text(left - 10, y + CELL / 2 + 4, Anchor.END, "", TextWidth.fit(down.get(row), left - 12));
            for (int column = 0; column < across.size(); column++) {
                double x = left + wide * column;
                cell(new Box(x + 1, y + 1, x + wide - 1, y + CELL - 1), row, column);
            }
        }
        canvas.height(TOP + CELL * down.size() + 4);
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
