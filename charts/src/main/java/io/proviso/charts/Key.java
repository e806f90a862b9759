package io.proviso.charts;

import io.proviso.charts.Canvas.Anchor;
import io.proviso.charts.scale.Numbers;
import io.proviso.charts.scale.PushApart;
import java.util.List;

/** Names with their signs: in rows above a plot, or beside the ends of what they name. */
final class Key {
    record Entry(Sign sign, String text) {
        double width() {
            return Sign.WIDTH + 6 + TextWidth.of(text);
        }

        void draw(Canvas canvas, double x, double y) {
            sign.draw(canvas, x, y);
            canvas.text(x + Sign.WIDTH + 6, y + 4, Anchor.START, "", text);
        }
    }

    /** An entry that would like to stand at a height. */
    record Placed(Entry entry, double y) {}

    private static final double ROW = 20;
    private static final double GAP = 20;

    private Key() {}

    /** Rows as wide as the canvas; returns where they end. */
    static double above(Canvas canvas, double top, List<Entry> entries) {
        double x = 0;
        double y = top + ROW / 2;
        for (var whole : entries) {
            var entry = new Entry(whole.sign(), TextWidth.fit(whole.text(), canvas.width - Sign.WIDTH - 6));
            if (x > 0 && x + entry.width() > canvas.width) {
                x = 0;
                y += ROW;
            }
            entry.draw(canvas, x, y);
            x += entry.width() + GAP;
        }
        return entries.isEmpty() ? top : y + ROW / 2;
    }

    static double room(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::width).max().orElse(0) + 12;
    }

    /** Right of a plot, each as near to its height as the others allow. */
    static void beside(Canvas canvas, Box plot, List<Placed> labels) {
        var sorted =
                labels.stream().sorted((a, b) -> Double.compare(a.y(), b.y())).toList();
        var heights =
                PushApart.of(sorted.stream().mapToDouble(Placed::y).toArray(), 17, plot.top() + 4, plot.bottom() - 4);
        for (int i = 0; i < heights.length; i++) {
            double wish = sorted.get(i).y();
            if (Math.abs(heights[i] - wish) > 3) {
                canvas.path(
                        "M" + Numbers.px(plot.right() + 2) + " " + Numbers.px(wish) + "L"
                                + Numbers.px(plot.right() + 11) + " " + Numbers.px(heights[i]),
                        "grid");
            }
            sorted.get(i).entry().draw(canvas, plot.right() + 12, heights[i]);
        }
    }
}
