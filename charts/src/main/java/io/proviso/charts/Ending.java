package io.proviso.charts;

import java.util.Locale;

/** How the bar of a round ends, each with a shape of its own. */
public enum Ending {
    /** Still running, or nothing to say: the bar just stops. */
    NONE("", ""),
    /** A tick in a filled disc. */
    ACCEPTED("M-3 0L-1 2.5L3.5 -2.5", ""),
    /** A disc that is half full. */
    PARTIAL("", "M0 -6A6 6 0 0 1 0 6Z"),
    /** A cross. */
    DECLINED("M-3 -3L3 3M-3 3L3 -3", ""),
    /** An hourglass that has run out. */
    LAPSED("", "M-4 -4.5H4L-4 4.5H4Z"),
    /** An empty disc, struck out. */
    MOOT("M-4.2 4.2L4.2 -4.2", "");

    private final String stroke;
    private final String fill;

    Ending(String stroke, String fill) {
        this.stroke = stroke;
        this.fill = fill;
    }

    String word() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    void draw(Canvas canvas, double x, double y) {
        if (this == NONE) {
            return;
        }
        canvas.circle(x, y, 7, "blank");
        if (!stroke.isEmpty()) {
            canvas.glyph(stroke, x, y, "sign");
        }
        if (!fill.isEmpty()) {
            canvas.glyph(fill, x, y, "solid");
        }
    }
}
