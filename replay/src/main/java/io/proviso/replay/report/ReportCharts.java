package io.proviso.replay.report;

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
import io.proviso.charts.scale.Unit;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Term;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Compared;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The pictures of a report; each says what it shows. A provider has one colour on the whole page, and so has a scenario. */
final class ReportCharts {
    static final Unit GPUS = Unit.count("GPUs");
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
                        WaitWords.medians(WaitWords.Figures.of(comparison)),
                        "Share of jobs that waited at most so long under each scenario, on a logarithmic axis."),
                "wait",
                Unit.seconds(),
                series);
    }

    /** What is wanted, by day. */
    LineChart wanted() {
        var lines = new ArrayList<Line>();
        var peaks = new ArrayList<CapacityWords.Peak>();
        for (var one : comparison.compared()) {
            var points = byDay(one.result());
            peaks.add(new CapacityWords.Peak(
                    one.name(), points.stream().mapToDouble(Point::y).max().orElse(0)));
            lines.add(new Line(one.name(), hue(one), points, Spread.NONE));
        }
        return new LineChart(
                new Caption(
                        "wanted",
                        CapacityWords.wanted(peaks),
                        "Mean of each day of the GPUs that jobs run on or wait for, under each scenario."),
                new Axis("days since the first submission", Unit.count("days")),
                new Axis("GPUs wanted", GPUS),
                lines,
                List.of());
    }

    /** A sample counts for as long as it lasts, so that a day cut short by the last submission has the mean of what there was of it. */
    private static List<Point> byDay(ScenarioResult result) {
        var samples = result.demand().samples();
        var measured = result.demand().measured();
        var points = new ArrayList<Point>();
        int begin = 0;
        while (begin < measured.size()) {
            long day = day(samples, begin);
            int end = begin;
            double sum = 0;
            double seconds = 0;
            while (end < measured.size() && day(samples, end) == day) {
                double lasts = end + 1 < samples.size() ? seconds(samples, end, end + 1) : 1;
                sum += samples.get(end++).gpus() * lasts;
                seconds += lasts;
            }
            points.add(Point.of((double) day, sum / seconds));
            begin = end;
        }
        return points;
    }

    private static long day(List<ScenarioResult.Wanted> samples, int sample) {
        return (long) seconds(samples, 0, sample) / Duration.ofDays(1).toSeconds();
    }

    private static double seconds(List<ScenarioResult.Wanted> samples, int from, int to) {
        return Duration.between(samples.get(from).from(), samples.get(to).from())
                .toSeconds();
    }

    List<CapacityTimeline> capacity() {
        return comparison.compared().stream()
                .map(one -> CapacityChart.of(one, id(one), zone))
                .toList();
    }

    /** One for each scenario that had rounds. */
    List<Chart> rounds() {
        var charts = new ArrayList<Chart>();
        for (var one : comparison.compared()) {
            if (!one.result().rightsUse().rounds().isEmpty()) {
                charts.add(RoundsChart.of(one, id(one), zone));
            }
        }
        return charts;
    }

    BarChart unmet() {
        return new BarChart(
                new Caption(
                        "unmet",
                        CapacityWords.unmet(CapacityWords.Unmet.of(comparison)),
                        "GPU-hours wanted by scenario, and of these the unmet: those above the capacity there was; and"
                                + " the work of jobs that had not begun at the last submission."),
                GPU_HOURS,
                BarChart.Arrangement.GROUPED,
                names(),
                List.of(
                        new BarChart.Series(
                                Term.WANTED.word(),
                                Hue.SKY,
                                values(one -> one.result().demand().gpuHours())),
                        new BarChart.Series(
                                Term.UNMET.word(),
                                Hue.VERMILLION,
                                values(one -> one.result().demand().unmetGpuHours())),
                        new BarChart.Series(
                                Term.NOT_BEGUN.word(),
                                Hue.GREY,
                                values(one -> one.result().demand().unservedGpuHours()))));
    }

    BarChart cost() {
        return new BarChart(
                new Caption(
                        "cost",
                        CostWords.cost(CostWords.Cost.of(comparison)),
                        "Cost of reserved capacity by provider and scenario, used or not, at the prices agreed."),
                Unit.money(comparison.currency()),
                BarChart.Arrangement.STACKED,
                names(),
                series(line -> line.cost().amount().doubleValue()));
    }

    BarChart shares() {
        var lines = comparison.compared().getFirst().result().account().lines();
        var first = lines.getFirst().provider();
        return new BarChart(
                new Caption(
                        "shares",
                        CostWords.shares(
                                first,
                                comparison.compared().stream()
                                        .map(one -> new CostWords.Share(one.name(), share(one, first)))
                                        .toList()),
                        "Share of each provider in the GPU-hours reserved, by scenario."),
                GPU_HOURS,
                BarChart.Arrangement.SHARES,
                names(),
                series(ScenarioResult.Line::gpuHours));
    }

    private static double share(Compared one, Provider provider) {
        var account = one.result().account();
        return account.gpuHours() == 0
                ? Double.NaN
                : account.lines().stream()
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

    /** Of a scenario; two names that differ in what an id cannot show have two. */
    private String id(Compared one) {
        var id = id(one.name());
        boolean shared = names().stream().filter(name -> id(name).equals(id)).count() > 1;
        return shared ? id + "-" + (names().indexOf(one.name()) + 1) : id;
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }
}
