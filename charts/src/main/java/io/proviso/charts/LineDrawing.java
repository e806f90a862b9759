package io.proviso.charts;

import io.proviso.charts.Key.Entry;
import io.proviso.charts.Key.Placed;
import io.proviso.charts.LineChart.Line;
import io.proviso.charts.LineChart.Point;
import io.proviso.charts.LineChart.Reference;
import io.proviso.charts.scale.LinearScale;
import io.proviso.charts.scale.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws a {@link LineChart}: names stand at the ends of lines and references, moved apart where they meet. */
final class LineDrawing {
    private static final double HEIGHT = 260;
    private static final List<String> DASHES = List.of("8 4", "2 3", "10 3 2 3", "5 5");
    private static final int MOST_GLYPHS = 40;

    private final LineChart chart;
    private final Canvas canvas;

    LineDrawing(LineChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
    }

    void draw() {
        var points =
                chart.lines().stream().flatMap(line -> line.points().stream()).toList();
        if (points.isEmpty()) {
            canvas.empty("Nothing to draw: no line has a point.");
            return;
        }
        var names = labels(y(points)).stream().map(Placed::entry).toList();
        double top = 30 + (canvas.isSlender() ? Key.above(canvas, 0, names) : 0);
        var ys = y(points).on(top + HEIGHT, top);
        double right = canvas.width - (canvas.isSlender() ? 16 : Key.room(names));
        var plot = new Box(Axes.room(ys.ticks()), top, right, top + HEIGHT);
        double least = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double most = points.stream().mapToDouble(Point::x).max().orElseThrow();
        var xs = LinearScale.covering(chart.x().unit(), least, most, 9).on(plot.left() + 8, plot.right() - 8);
        Axes.left(canvas, plot, ys.ticks(), chart.y().unit().named(chart.y().name()));
        Axes.bottom(canvas, plot, xs.ticks(), chart.x().unit().named(chart.x().name()));
        for (int i = 0; i < chart.references().size(); i++) {
            double y = ys.at(chart.references().get(i).value());
            canvas.dashed(
                    "M" + Numbers.px(plot.left()) + " " + Numbers.px(y) + "H" + Numbers.px(plot.right()),
                    "note",
                    dash(i));
        }
        chart.lines().forEach(line -> spread(line, xs, ys));
        chart.lines().forEach(line -> line(line, xs, ys));
        if (!canvas.isSlender()) {
            Key.beside(canvas, plot, labels(ys));
        }
        canvas.height(plot.bottom() + Axes.BELOW);
    }

    private LinearScale y(List<Point> points) {
        double high = Stream.concat(
                        points.stream().map(Point::high),
                        chart.references().stream().map(Reference::value))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double low = Stream.concat(
                        points.stream().map(Point::low),
                        chart.references().stream().map(Reference::value))
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        return LinearScale.covering(chart.y().unit(), Math.min(0, low), Math.max(0, high), 5);
    }

    private void line(Line line, LinearScale xs, LinearScale ys) {
        var path = new StringBuilder();
        for (var point : line.points()) {
            path.append(path.isEmpty() ? "M" : "L").append(place(xs.at(point.x()), ys.at(point.y())));
        }
        if (line.points().size() > 1) {
            canvas.dashed(path.toString(), "line " + line.hue().css(), line.hue().dash);
        }
        if (line.points().size() <= MOST_GLYPHS) {
            line.points()
                    .forEach(point -> canvas.glyph(
                            line.hue().point,
                            xs.at(point.x()),
                            ys.at(point.y()),
                            "dot " + line.hue().css()));
        }
    }

    private void spread(Line line, LinearScale xs, LinearScale ys) {
        switch (line.spread()) {
            case NONE -> {}
            case BAND -> band(line, xs, ys);
            case WHISKERS -> line.points().forEach(point -> whisker(point, line.hue(), xs, ys));
        }
    }

    private void band(Line line, LinearScale xs, LinearScale ys) {
        var path = new StringBuilder();
        for (var point : line.points()) {
            path.append(path.isEmpty() ? "M" : "L").append(place(xs.at(point.x()), ys.at(point.high())));
        }
        for (var point : line.points().reversed()) {
            path.append('L').append(place(xs.at(point.x()), ys.at(point.low())));
        }
        if (!path.isEmpty()) {
            canvas.path(path.append('Z').toString(), "band " + line.hue().css());
        }
    }

    private void whisker(Point point, Hue hue, LinearScale xs, LinearScale ys) {
        double x = xs.at(point.x());
        canvas.path(
                "M" + place(x - 5, ys.at(point.high())) + "h10m-5 0L" + place(x, ys.at(point.low())) + "m-5 0h10",
                "edge " + hue.css());
    }

    private List<Placed> labels(LinearScale ys) {
        var labels = new ArrayList<Placed>();
        for (int i = 0; i < chart.references().size(); i++) {
            var reference = chart.references().get(i);
            var text = reference.name() + ", " + chart.y().unit().label(reference.value());
            labels.add(new Placed(new Entry(new Sign.Rule(dash(i)), text), ys.at(reference.value())));
        }
        for (var line : chart.lines()) {
            var sign = new Sign.Stroke(line.hue(), line.points().size() <= MOST_GLYPHS);
            if (line.points().isEmpty()) {
                labels.add(new Placed(new Entry(sign, line.name() + ": no values"), ys.at(0)));
            } else {
                labels.add(new Placed(
                        new Entry(sign, line.name()),
                        ys.at(line.points().getLast().y())));
            }
        }
        return labels;
    }

    private static String dash(int reference) {
        return DASHES.get(reference % DASHES.size());
    }

    private static String place(double x, double y) {
        return Numbers.px(x) + " " + Numbers.px(y);
    }
}
