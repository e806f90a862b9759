package io.proviso.charts;

import io.proviso.charts.scale.Numbers;

/** A rectangle on the canvas; y grows downwards. */
record Box(double left, double top, double right, double bottom) {
    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double middle() {
        return (top + bottom) / 2;
    }

    /** As a path, for strokes that fill nothing. */
    String outline() {
        return "M" + Numbers.px(left) + " " + Numbers.px(top) + "H" + Numbers.px(right) + "V" + Numbers.px(bottom) + "H"
                + Numbers.px(left) + "Z";
    }

    String attributes() {
        return "x=\"" + Numbers.px(left) + "\" y=\"" + Numbers.px(top) + "\" width=\""
                + Numbers.px(Math.max(0, width())) + "\" height=\"" + Numbers.px(Math.max(0, height())) + "\"";
    }
}
