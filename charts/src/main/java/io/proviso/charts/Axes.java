package io.proviso.charts;

import io.proviso.charts.Canvas.Anchor;
import io.proviso.charts.scale.Tick;
import java.util.List;

/** Grid lines, ticks and names around a plot. Names lie flat above the axis they name: nobody reads sideways. */
final class Axes {
    /** Space under a plot for ticks, their second line and a name. */
    static final double BELOW = 52;

    private Axes() {}

    static double room(List<Tick> ticks) {
        return ticks.stream()
                        .mapToDouble(tick -> TextWidth.of(tick.label()))
                        .max()
                        .orElse(0)
                + 10;
    }

    static void left(Canvas canvas, Box plot, List<Tick> ticks, String name) {
        for (var tick : ticks) {
            canvas.line(plot.left(), tick.at(), plot.right(), tick.at(), "grid");
            canvas.text(plot.left() - 8, tick.at() + 4, Anchor.END, "muted", tick.label());
        }
        canvas.text(0, plot.top() - 12, Anchor.START, "muted", TextWidth.fit(name, canvas.width));
    }

    /** A label that would touch the one before it is left out; its tick stays. At an edge of the picture it stands beside its tick. */
    static void bottom(Canvas canvas, Box plot, List<Tick> ticks, String name) {
        canvas.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), "axis");
        double free = Double.NEGATIVE_INFINITY;
        double freeBelow = Double.NEGATIVE_INFINITY;
        for (var tick : ticks) {
            canvas.line(tick.at(), plot.bottom(), tick.at(), plot.bottom() + 5, "axis");
            double half = TextWidth.of(tick.label()) / 2;
            double at = Math.max(half, Math.min(tick.at(), canvas.width - half));
            if (at - half > free) {
                canvas.text(at, plot.bottom() + 18, Anchor.MIDDLE, "muted", tick.label());
                free = at + half + 6;
            }
            double halfBelow = TextWidth.of(tick.below()) / 2;
            if (!tick.below().isEmpty() && tick.at() - halfBelow > freeBelow) {
                canvas.text(tick.at(), plot.bottom() + 33, Anchor.MIDDLE, "muted", tick.below());
                freeBelow = tick.at() + halfBelow + 6;
            }
        }
        canvas.text(plot.right(), plot.bottom() + 38, Anchor.END, "muted", TextWidth.fit(name, plot.right()));
    }

    static void verticals(Canvas canvas, Box plot, List<Tick> ticks) {
        ticks.forEach(tick -> canvas.line(tick.at(), plot.top(), tick.at(), plot.bottom(), "grid"));
    }
}
