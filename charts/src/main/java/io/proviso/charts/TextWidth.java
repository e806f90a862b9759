package io.proviso.charts;

/** How wide text will be, guessed without fonts: the advance widths of Helvetica (Adobe Core 14 AFM) and a fifth more, which holds DejaVu Sans and Verdana. */
final class TextWidth {
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };
    private static final double ROOM = 1.2;

    private TextWidth() {}

    /** In pixels at the size that all charts use. */
    static double of(String text) {
        double units = text.codePoints()
                .mapToDouble(point -> point >= ' ' && point <= '~' ? ASCII[point - ' '] : point < 0x2E80 ? 600 : 1000)
                .sum();
        return units / 1000 * Canvas.TEXT * ROOM;
    }

    /** The text, or as much of it as fits, with an ellipsis. */
    static String fit(String text, double width) {
        if (of(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && of(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }
}
