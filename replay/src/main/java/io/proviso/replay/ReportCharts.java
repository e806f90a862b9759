package io.proviso.replay;

import io.proviso.charts.BarChart;
import io.proviso.charts.CapacityTimeline;
import io.proviso.charts.Caption;
import io.proviso.charts.Chart;
import io.proviso.charts.Distribution;
import io.proviso.charts.Ecdf;
import io.proviso.charts.Hue;
import io.proviso.charts.LineChart;
import io.proviso.charts.LineChart.Axis;
import io.proviso.charts.LineChart.Line;
import io.proviso.charts.LineChart.Point;
import io.proviso.charts.LineChart.Spread;
import io.proviso.charts.Unit;
import io.proviso.replay.ScenarioComparison.Compared;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The pictures of a report; each says what it shows. A provider has one colour on the whole page, and so has a scenario. */
final class ReportCharts {
    private static final Unit GPUS = Unit.count("GPUs");
    private static final Unit GPU_HOURS = Unit.count("GPU-hours");

    private final ScenarioComparison comparison;
    private final ZoneId zone;

    ReportCharts(ScenarioComparison comparison, ZoneId zone) {
        this.comparison = comparison;
        this.zone = zone;
    }

    Ecdf waits() {
        var series = new ArrayList<Distribution>();
        for (var one : comparison.compared()) {
            series.add(
                    Distribution.of(one.name(), hue(one), one.result().waiting().waits()));
        }
        return new Ecdf(
                new Caption(
                        "waits",
                        new Findings(comparison).waits(),
                        "Share of jobs that waited at most so long under each scenario, on a logarithmic axis."),
                "wait",
                Unit.seconds(),
                series);
    }

    /** The backlog with what runs, by day. */
    LineChart wanted() {
        var lines = new ArrayList<Line>();
        double most = 0;
        String where = "";
        for (var one : comparison.compared()) {
            var points = byDay(one.result().demand().samples());
            for (var point : points) {
                where = point.y() > most ? one.name() : where;
                most = Math.max(most, point.y());
            }
            lines.add(new Line(one.name(), hue(one), points, Spread.NONE));
        }
        return new LineChart(
                new Caption(
                        "wanted",
                        "GPUs wanted, running and waiting together, rise to " + GPUS.label(most) + " under " + where,
                        "Mean of each day of the GPUs that jobs run on or wait for, under each scenario."),
                new Axis("days since the first submission", Unit.count("days")),
                new Axis("GPUs wanted", GPUS),
                lines,
                List.of());
    }

    private static List<Point> byDay(List<ScenarioResult.Wanted> samples) {
        var points = new ArrayList<Point>();
        long perDay = Duration.ofDays(1).toSeconds();
        int begin = 0;
        while (begin < samples.size()) {
            var start = samples.getFirst().from();
            long day = Duration.between(start, samples.get(begin).from()).toSeconds() / perDay;
            int end = begin;
            double sum = 0;
            while (end < samples.size()
                    && Duration.between(start, samples.get(end).from()).toSeconds() / perDay == day) {
                sum += samples.get(end++).gpus();
            }
            points.add(Point.of((double) day, sum / (end - begin)));
            begin = end;
        }
        return points;
    }

    List<CapacityTimeline> capacity() {
        return comparison.compared().stream()
                .map(one -> CapacityChart.of(one, zone))
                .toList();
    }

    /** One for each scenario that had rounds. */
    List<Chart> rounds() {
        var charts = new ArrayList<Chart>();
        for (var one : comparison.compared()) {
            if (!one.result().exercise().rounds().isEmpty()) {
                charts.add(RoundsChart.of(one, zone));
            }
        }
        return charts;
    }

    BarChart unmet() {
        var shares = comparison.compared().stream()
                .map(one -> Unit.share().label(one.result().demand().unmetShare()) + " under " + one.name())
                .toList();
        return new BarChart(
                new Caption(
                        "unmet",
                        "Of the GPU-hours wanted, " + Findings.joined(shares) + " were above the capacity there was",
                        "GPU-hours wanted, by running and waiting jobs, above the capacity there was, by scenario; and the work of jobs that had not begun at the last submission."),
                GPU_HOURS,
                BarChart.Arrangement.GROUPED,
                names(),
                List.of(
                        new BarChart.Series(
                                "unmet",
                                Hue.VERMILLION,
                                values(one -> one.result().demand().unmetGpuHours())),
                        new BarChart.Series(
                                "not begun at the end",
                                Hue.GREY,
                                values(one -> one.result().demand().unservedGpuHours()))));
    }

    BarChart cost() {
        var costs = comparison.compared().stream()
                .map(one -> ReportFigures.money(one.result().account().cost()) + " under " + one.name())
                .toList();
        return new BarChart(
                new Caption(
                        "cost",
                        "Capacity until the last submission cost " + Findings.joined(costs),
                        "Cost of reserved capacity by provider and scenario, used or not, at the prices agreed."),
                Unit.money(comparison.currency()),
                BarChart.Arrangement.STACKED,
                names(),
                series(line -> line.cost().amount().doubleValue()));
    }

    BarChart shares() {
        var first = comparison
                .compared()
                .getFirst()
                .result()
                .account()
                .lines()
                .getFirst()
                .provider();
        var shares = comparison.compared().stream()
                .map(one -> Unit.share().label(share(one, first)) + " under " + one.name())
                .toList();
        return new BarChart(
                new Caption(
                        "shares",
                        "Of the capacity, " + first + " supplies " + Findings.joined(shares),
                        "Share of each provider in the GPU-hours reserved, by scenario."),
                GPU_HOURS,
                BarChart.Arrangement.SHARES,
                names(),
                series(ScenarioResult.Line::gpuHours));
    }

    private static double share(Compared one, Provider provider) {
        var account = one.result().account();
        return account.lines().stream()
                .filter(line -> line.provider().equals(provider))
                .mapToDouble(account::share)
                .sum();
    }

    private List<String> names() {
        return comparison.compared().stream().map(Compared::name).toList();
    }

    private List<Double> values(ToDoubleFunction<Compared> value) {
        return comparison.compared().stream().mapToDouble(value).boxed().toList();
    }

    private List<BarChart.Series> series(ToDoubleFunction<ScenarioResult.Line> value) {
        var providers = comparison.compared().stream()
                .flatMap(one -> one.result().account().lines().stream())
                .map(ScenarioResult.Line::provider)
                .distinct()
                .toList();
        var series = new ArrayList<BarChart.Series>();
        for (int i = 0; i < providers.size(); i++) {
            var provider = providers.get(i);
            series.add(new BarChart.Series(
                    provider.name(),
                    Hue.of(i),
                    values(one -> one.result().account().lines().stream()
                            .filter(line -> line.provider().equals(provider))
                            .mapToDouble(value)
                            .sum())));
        }
        return series;
    }

    private Hue hue(Compared one) {
        return hue(one.name());
    }

    /** The colour of a scenario. */
    Hue hue(String scenario) {
        return Hue.of(names().indexOf(scenario));
    }

    static String id(Compared one) {
        return one.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }
}
