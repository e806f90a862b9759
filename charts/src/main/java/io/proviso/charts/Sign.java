package io.proviso.charts;

import io.proviso.charts.scale.Numbers;

/** The small sample that stands before a name: what to look for in the plot. */
sealed interface Sign {
    double WIDTH = 24;

    /** A line of a chart: its dash, its colour and its shape of point. */
    record Stroke(Hue hue, boolean withPoint) implements Sign {}

    /** A line without points and without a dash. */
    record Line(Hue hue) implements Sign {}

    /** A surface of a chart: its colour and its texture. */
    record Fill(Hue hue) implements Sign {}

    /** A surface that is open or missing. */
    record Hatch(Hue hue) implements Sign {}

    /** A reference: a thin line in ink. */
    record Rule(String dash) implements Sign {}

    /** What is left of a window when a bar ends. */
    record Window() implements Sign {}

    /** How a bar ended. */
    record End(Ending ending) implements Sign {}

    default void draw(Canvas canvas, double x, double y) {
        var swatch = new Box(x + 4, y - 6, x + 20, y + 6);
        switch (this) {
            case Stroke(Hue hue, boolean withPoint) -> {
                canvas.dashed(rule(x, y), "line " + hue.css(), hue.dash);
                if (withPoint) {
                    canvas.glyph(hue.point, x + WIDTH / 2, y, "dot " + hue.css());
                }
            }
            case Line(Hue hue) -> canvas.path(rule(x, y), "line " + hue.css());
            case Window() -> canvas.dashed(swatch.outline(), "axis", "3 2");
            case Fill(Hue hue) -> framed(canvas, swatch, canvas.texture(hue), hue);
            case Hatch(Hue hue) -> framed(canvas, swatch, canvas.hatch(hue), hue);
            case Rule(String dash) -> canvas.dashed(rule(x, y), "note", dash);
            case End(Ending ending) -> ending.draw(canvas, x + WIDTH / 2, y);
        }
    }

    private static String rule(double x, double y) {
        return "M" + Numbers.px(x) + " " + Numbers.px(y) + "h" + Numbers.px(WIDTH);
    }

    private static void framed(Canvas canvas, Box box, String paint, Hue hue) {
        canvas.paintedRect(box, paint, "");
        canvas.path(box.outline(), "edge " + hue.css());
    }
}
