package io.proviso.replay;

import io.proviso.charts.CapacityTimeline;
import io.proviso.charts.Caption;
import io.proviso.charts.Hue;
import io.proviso.charts.Span;
import io.proviso.charts.Steps;
import io.proviso.charts.Unit;
import io.proviso.replay.ScenarioComparison.Compared;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What each provider supplies over time, against the work submitted of late. */
final class CapacityChart {
    private CapacityChart() {}

    static CapacityTimeline of(Compared one, ZoneId zone) {
        var account = one.result().account();
        var forecasts = one.result().demand().forecasts();
        var start = one.scenario().demand().start();
        var end = account.horizon().isAfter(start) ? account.horizon() : start.plus(Duration.ofDays(1));
        var supply = new ArrayList<Steps>();
        for (var line : account.lines()) {
            if (line.gpuHours() > 0) {
                var hue = Hue.of(one.scenario().market().indexOf(line.provider()));
                supply.add(supply(line.provider(), hue, account.holdings()));
            }
        }
        return new CapacityTimeline(
                new Caption(
                        "capacity-" + ReportCharts.id(one),
                        finding(one),
                        one.scenario().about().says()
                                + ". GPUs by provider, stacked, against the work submitted of late."),
                Unit.count("GPUs"),
                new Span(start, end, zone),
                supply,
                new Steps("demand", Hue.INK, demand(forecasts, start)));
    }

    private static String finding(Compared one) {
        var demand = one.result().demand();
        long most = demand.samples().stream()
                .mapToLong(ScenarioResult.Wanted::capacity)
                .max()
                .orElse(0);
        long exceeded = demand.forecasts().stream()
                .filter(forecast -> forecast.gpus()
                        > Holding.gpusAt(forecast.from(), one.result().account().holdings()))
                .count();
        return one.name() + ": capacity grows from "
                + ReportFigures.gpus(one.scenario().market().reserved()) + " to " + ReportFigures.gpus(most)
                + " GPUs; the demand exceeds it at " + exceeded + " of "
                + demand.forecasts().size() + " reviews";
    }

    private static Steps supply(Provider provider, Hue hue, List<Holding> holdings) {
        var changes = new TreeMap<Instant, Long>();
        for (var holding : holdings) {
            if (holding.provider().equals(provider)) {
                changes.merge(holding.from(), holding.gpus(), Long::sum);
                changes.merge(holding.to(), -holding.gpus(), Long::sum);
            }
        }
        var steps = new ArrayList<Steps.Step>();
        long gpus = 0;
        for (var change : changes.entrySet()) {
            gpus += change.getValue();
            steps.add(new Steps.Step(change.getKey(), (double) gpus));
        }
        return new Steps(provider.name(), hue, steps);
    }

    /** The first review tells what was submitted before it. */
    private static List<Steps.Step> demand(List<ScenarioResult.Forecast> forecasts, Instant start) {
        var steps = new ArrayList<Steps.Step>();
        if (!forecasts.isEmpty()) {
            steps.add(new Steps.Step(start, forecasts.getFirst().gpus()));
        }
        forecasts.forEach(forecast -> steps.add(new Steps.Step(forecast.from(), forecast.gpus())));
        return steps;
    }
}
