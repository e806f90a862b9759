package io.proviso.charts;

import io.proviso.charts.BarChart.Arrangement;
import io.proviso.charts.BarChart.Series;
import io.proviso.charts.Canvas.Anchor;
import io.proviso.charts.scale.LinearScale;
import io.proviso.charts.scale.Unit;

/** Draws a {@link BarChart}: every bar carries its number where it fits, so the axis only helps. */
final class BarDrawing {
    private static final double BAR = 22;
    private static final double BETWEEN = 14;
    private static final double NAME = 18;

    private final BarChart chart;
    private final Canvas canvas;
    private final boolean grouped;

    BarDrawing(BarChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        grouped = chart.arrangement() == Arrangement.GROUPED;
    }

    void draw() {
        if (chart.categories().isEmpty() || chart.series().isEmpty()) {
            canvas.empty("Nothing to draw: there is nothing to compare.");
            return;
        }
        double top = 4;
        if (chart.series().size() > 1) {
            var entries = chart.series().stream()
                    .map(one -> new Key.Entry(new Sign.Fill(one.hue()), one.name()))
                    .toList();
            top = Key.above(canvas, 0, entries) + 10;
        }
        double names =
                chart.categories().stream().mapToDouble(TextWidth::of).max().orElse(0);
        boolean above = canvas.isSlender();
        int lanes = grouped ? chart.series().size() : 1;
        double pitch = lanes * BAR + BETWEEN + (above ? NAME : 0);
        var unit = chart.arrangement() == Arrangement.SHARES ? Unit.share() : chart.unit();
        var scale = LinearScale.covering(unit, 0, longest(), 5);
        double left = above ? 2 : Math.min(names, canvas.width * 0.3) + 12;
        var plot = new Box(
                left,
                top,
                canvas.width - right(),
                top + pitch * chart.categories().size());
        var values = scale.on(plot.left(), plot.right());
        Axes.verticals(canvas, plot, values.ticks());
        for (int category = 0; category < chart.categories().size(); category++) {
            category(category, plot.top() + pitch * category + BETWEEN / 2, plot.left(), values);
        }
        Axes.bottom(canvas, plot, values.ticks(), unit instanceof Unit.Share ? "" : unit.symbol());
        canvas.line(plot.left(), plot.top(), plot.left(), plot.bottom(), "axis");
        canvas.height(plot.bottom() + (unit instanceof Unit.Share ? 28 : 46));
    }

    /** With its name left of its bars, or above them where the picture is slender. */
    private void category(int category, double top, double left, LinearScale values) {
        var name = chart.categories().get(category);
        double y = top;
        if (canvas.isSlender()) {
            canvas.text(left + 4, y + 12, Anchor.START, "halo", TextWidth.fit(name, canvas.width - left - 4));
            y += NAME;
        } else {
            double middle = y + (grouped ? chart.series().size() : 1) * BAR / 2 + 4;
            canvas.text(left - 10, middle, Anchor.END, "", TextWidth.fit(name, left - 12));
        }
        if (grouped) {
            group(category, y, values);
        } else {
            stack(category, y, values);
        }
    }

    /** Shares all end at the same line; other bars need room for the number behind them. */
    private double right() {
        return chart.arrangement() == Arrangement.SHARES ? 24 : 72;
    }

    private double longest() {
        double longest = 0;
        for (int category = 0; category < chart.categories().size(); category++) {
            longest = Math.max(longest, grouped ? tallest(category) : chart.total(category));
        }
        return chart.arrangement() == Arrangement.SHARES ? 1 : longest;
    }

    private double tallest(int category) {
        return chart.series().stream()
                .mapToDouble(one -> one.values().get(category))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    private void group(int category, double top, LinearScale values) {
        double y = top;
        for (var one : chart.series()) {
            double value = one.values().get(category);
            double end = Double.isNaN(value) ? values.at(0) : values.at(value);
            if (!Double.isNaN(value)) {
                bar(new Box(values.at(0), y + 2, end, y + BAR - 2), one, tip(category, one));
            }
            var text = Double.isNaN(value) ? "unknown" : chart.unit().label(value);
            canvas.text(end + 6, y + BAR / 2 + 4, Anchor.START, Double.isNaN(value) ? "muted" : "halo", text);
            y += BAR;
        }
    }

    private void stack(int category, double y, LinearScale values) {
        double total = chart.total(category);
        boolean shares = chart.arrangement() == Arrangement.SHARES;
        double scale = shares && total > 0 ? 1 / total : 1;
        double sum = 0;
        for (var one : chart.series()) {
            double value = one.values().get(category);
            if (Double.isNaN(value) || value == 0) {
                continue;
            }
            var box = new Box(values.at(sum * scale), y, values.at((sum + value) * scale), y + BAR);
            bar(box, one, tip(category, one));
            if (shares || value < total) {
                number(
                        box,
                        one.hue(),
                        shares
                                ? Unit.share().label(value * scale)
                                : chart.unit().label(value));
            }
            sum += value;
        }
        boolean unknown = chart.series().stream()
                .anyMatch(one -> Double.isNaN(one.values().get(category)));
        var text = shares ? total == 0 ? "nothing to share" : "" : chart.unit().label(total);
        canvas.text(
                values.at(sum * scale) + 6,
                y + BAR / 2 + 4,
                Anchor.START,
                "halo strong",
                unknown ? text + " + unknown" : text);
    }

    private void bar(Box box, Series one, String tip) {
        canvas.paintedRect(box, canvas.texture(one.hue()), tip);
        canvas.path(box.outline(), "edge " + one.hue().css());
    }

    private void number(Box box, Hue hue, String text) {
        double width = TextWidth.of(text);
        if (width + 10 <= box.width()) {
            canvas.textOn(hue, (box.left() + box.right()) / 2, box.middle() + 4, Anchor.MIDDLE, text);
        }
    }

    private String tip(int category, Series one) {
        double value = one.values().get(category);
        double total = chart.total(category);
        var share = grouped || total == 0 ? "" : " (" + Unit.share().label(value / total) + ")";
        return chart.categories().get(category) + ", " + one.name() + ": "
                + chart.unit().exact(value) + share;
    }
}
