package io.proviso.charts;

import io.proviso.charts.scale.LinearScale;
import io.proviso.charts.scale.LogScale;
import io.proviso.charts.scale.Numbers;
import io.proviso.charts.scale.Unit;
import java.util.List;

/** Draws an {@link Ecdf}: one stair per series, its median and its 90th percentile marked. */
final class EcdfDrawing {
    private static final double HEIGHT = 260;

    private final Ecdf chart;
    private final Canvas canvas;
    private final List<Distribution> series;

    EcdfDrawing(Ecdf chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        series = chart.series().stream().filter(one -> one.size() > 0).toList();
    }

    void draw() {
        if (series.isEmpty()) {
            canvas.empty("Nothing to draw: no series has a value.");
            return;
        }
        double top =
                Key.above(canvas, 0, chart.series().stream().map(this::entry).toList()) + 34;
        var shares = LinearScale.covering(Unit.share(), 0, 1, 5).on(top + HEIGHT, top);
        var plot = new Box(Axes.room(shares.ticks()), top, canvas.width - 16, top + HEIGHT);
        var values = scale(plot);
        Axes.verticals(canvas, plot, values.ticks());
        Axes.left(canvas, plot, shares.ticks(), "share at or below");
        Axes.bottom(canvas, plot, values.ticks(), chart.unit().named(chart.measure()) + ", logarithmic");
        if (values.withZero()) {
            breakBetweenZeroAndFirstValue(values.middleOfBreak(), plot.bottom());
        }
        series.forEach(one -> stair(one, values, shares, plot));
        series.forEach(one -> marks(one, values, shares));
        canvas.height(plot.bottom() + Axes.BELOW);
    }

    private Key.Entry entry(Distribution one) {
        var median = one.size() == 0
                ? "no values"
                : "median " + chart.unit().label(one.quantile(0.5)) + ", p90 "
                        + chart.unit().label(one.quantile(0.9));
        var name = TextWidth.fit(one.name(), Math.max(40, canvas.width - Sign.WIDTH - 6 - TextWidth.of(": " + median)));
        return new Key.Entry(new Sign.Stroke(one.hue(), true), name + ": " + median);
    }

    private void breakBetweenZeroAndFirstValue(double x, double y) {
        canvas.rect(new Box(x - 3, y - 2, x + 3, y + 2), "paper", "");
        canvas.line(x - 5, y + 5, x - 1, y - 5, "axis");
        canvas.line(x + 1, y + 5, x + 5, y - 5, "axis");
    }

    private LogScale scale(Box plot) {
        double largest =
                series.stream().mapToDouble(one -> one.quantile(1)).max().orElseThrow();
        double smallest = series.stream()
                .filter(one -> one.firstPositive() < one.size())
                .mapToDouble(one -> one.value(one.firstPositive()))
                .min()
                .orElse(1);
        boolean zeros = series.stream().anyMatch(one -> one.firstPositive() > 0);
        return LogScale.covering(chart.unit(), smallest, largest, zeros, plot.left(), plot.right());
    }

    /**
     * Steps that fall on the same half pixel are drawn as one: the picture is the same to the eye, and its size depends on
     * its width alone, not on the number of values.
     */
    private void stair(Distribution one, LogScale values, LinearScale shares, Box plot) {
        var path = new StringBuilder("M" + Numbers.px(values.at(0)) + " " + Numbers.px(shares.at(0)));
        if (!values.withZero()) {
            path.setLength(0);
            path.append("M" + Numbers.px(plot.left()) + " " + Numbers.px(shares.at(0)));
        }
        double drawnY = shares.at(0);
        int rank = 0;
        while (rank < one.size()) {
            double x = halfPixel(values.at(one.value(rank)));
            while (rank < one.size() && halfPixel(values.at(one.value(rank))) == x) {
                rank++;
            }
            double y = shares.at((double) rank / one.size());
            if (drawnY - y >= 0.1 || rank == one.size()) {
                path.append('H').append(Numbers.px(x)).append('V').append(Numbers.px(y));
                drawnY = y;
            }
        }
        path.append('H').append(Numbers.px(plot.right()));
        canvas.dashed(path.toString(), "line " + one.hue().css(), one.hue().dash);
    }

    private void marks(Distribution one, LogScale values, LinearScale shares) {
        for (double share : new double[] {0.5, 0.9}) {
            canvas.glyph(
                    one.hue().point,
                    values.at(one.quantile(share)),
                    shares.at(share),
                    "dot " + one.hue().css());
        }
    }

    private static double halfPixel(double x) {
        return Math.rint(x * 2) / 2;
    }
}
