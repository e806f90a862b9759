package io.proviso.charts;

import io.proviso.charts.Canvas.Anchor;
import io.proviso.charts.Timeline.Mark;
import io.proviso.charts.scale.Numbers;
import io.proviso.charts.scale.TimeScale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of the marks of a {@link Timeline}, each right of its line and on the lowest level where it meets no other. */
record MarkLayout(List<Placed> placed) {
    private static final double LEVEL = 16;
    private static final double BEFORE_NAME = 5;

    record Placed(double x, String name, int level) {
        double end() {
            return x + BEFORE_NAME + TextWidth.of(name);
        }
    }

    /** The scale, with its right end drawn in as far as the names need it and a quarter of the width allows. */
    static TimeScale roomFor(List<Mark> marks, TimeScale times, double width) {
        double right = times.to();
        for (var mark : inside(marks, times)) {
            double fraction = (times.at(mark.at()) - times.from()) / (times.to() - times.from());
            double reach = width - 1 - BEFORE_NAME - TextWidth.of(mark.name()) - times.from();
            right = Math.min(right, fraction == 0 ? right : times.from() + reach / fraction);
        }
        return new TimeScale(times.span(), times.from(), Math.max(right, width * 0.75));
    }

    /** From right to left, so that no line comes down through a name: names only reach over what is already placed. */
    public static MarkLayout of(List<Mark> marks, TimeScale times, double width) {
        var placed = new ArrayList<Placed>();
        for (var mark : inside(marks, times)) {
            double x = times.at(mark.at());
            var name = TextWidth.fit(mark.name(), Math.max(40, width - x - BEFORE_NAME));
            var wish = new Placed(x, name, 0);
            while (meets(wish, placed)) {
                wish = new Placed(x, name, wish.level() + 1);
            }
            placed.add(wish);
        }
        return new MarkLayout(List.copyOf(placed));
    }

    double height() {
        return LEVEL * placed.stream().mapToInt(mark -> mark.level() + 1).max().orElse(0);
    }

    void draw(Canvas canvas, Box plot) {
        for (var mark : placed) {
            double y = plot.top() - 8 - LEVEL * mark.level();
            canvas.dashed(
                    "M" + Numbers.px(mark.x()) + " " + Numbers.px(y - 9) + "V" + Numbers.px(plot.bottom()),
                    "note",
                    "2 3");
            canvas.text(mark.x() + BEFORE_NAME, y, Anchor.START, "halo", mark.name());
        }
    }

    private static List<Mark> inside(List<Mark> marks, TimeScale times) {
        return marks.stream()
                .filter(mark -> !mark.at().isBefore(times.span().start())
                        && !mark.at().isAfter(times.span().end()))
                .sorted(Comparator.comparing(Mark::at).reversed())
                .toList();
    }

    private static boolean meets(Placed wish, List<Placed> placed) {
        return placed.stream().anyMatch(other -> other.level() >= wish.level() && other.x() < wish.end() + 8);
    }
}
