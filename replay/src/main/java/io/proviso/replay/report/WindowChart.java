package io.proviso.replay.report;

import io.proviso.calendar.Window;
import io.proviso.charts.Caption;
import io.proviso.charts.Hue;
import io.proviso.charts.LineChart;
import io.proviso.charts.LineChart.Axis;
import io.proviso.charts.LineChart.Line;
import io.proviso.charts.LineChart.Point;
import io.proviso.charts.LineChart.Reference;
import io.proviso.charts.LineChart.Spread;
import io.proviso.charts.scale.Unit;
import io.proviso.replay.scenario.Sweep;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.WindowPrice;
import java.util.ArrayList;
import java.util.List;

/** The mean wait against the response window. */
final class WindowChart {
    private WindowChart() {}

    static LineChart of(WindowPrice price, ScenarioComparison comparison, Hue hue) {
        var points = new ArrayList<Point>();
        for (var point : price.points()) {
            var wait = point.meanWait();
            if (wait.isKnown()) {
                points.add(new Point(Sweep.length(point.window()), wait.mean(), wait.lowFromZero(), wait.high()));
            }
        }
        return new LineChart(
                new Caption(
                        "window",
                        WindowWords.finding(price),
                        "Mean wait against the response window, with its interval over seeds; the other scenarios as"
                                + " lines."),
                new Axis(
                        "response window",
                        Unit.count(unit(price.points().getFirst().window()))),
                new Axis("mean wait", Unit.seconds()),
                List.of(new Line(price.scenario(), hue, points, Spread.BAND)),
                comparison.compared().stream()
                        .filter(one -> !one.name().equals(price.scenario())
                                && one.meanWait().isKnown())
                        .map(one -> new Reference(one.name(), one.meanWait().mean()))
                        .toList());
    }

    private static String unit(Window window) {
        return switch (window) {
            case Window.BusinessDays _ -> "business days";
            case Window.Days _ -> "days";
            case Window.Hours _ -> "hours";
            case Window.Dates dates -> dates.unit().plural();
        };
    }
}
