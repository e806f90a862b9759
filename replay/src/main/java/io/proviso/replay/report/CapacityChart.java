package io.proviso.replay.report;

import io.proviso.charts.CapacityTimeline;
import io.proviso.charts.Caption;
import io.proviso.charts.Hue;
import io.proviso.charts.Steps;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.Unit;
import io.proviso.replay.Holding;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Term;
import io.proviso.replay.study.ScenarioComparison.Compared;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What each provider supplies over time, against the demand; nothing where no time passes. */
final class CapacityChart {
    private CapacityChart() {}

    static CapacityTimeline of(Compared one, String id, ZoneId zone) {
        var account = one.result().account();
        var forecasts = one.result().demand().forecasts();
        var start = one.scenario().demand().start();
        boolean lasts = account.horizon().isAfter(start);
        var end = lasts ? account.horizon() : start.plus(Duration.ofDays(1));
        var supply = new ArrayList<Steps>();
        for (var line : account.lines()) {
            if (line.gpuHours() > 0) {
                var hue = Hue.of(one.scenario().market().indexOf(line.provider()));
                supply.add(supply(line.provider(), hue, account.holdings()));
            }
        }
        return new CapacityTimeline(
                new Caption(
                        "capacity-" + id,
                        CapacityWords.finding(CapacityWords.Figures.of(one)),
                        one.scenario().about().says() + ". Capacity by provider, stacked, and the demand over it."),
                Unit.count("GPUs"),
                new ChartSpan(start, end, zone),
                supply,
                new Steps(Term.DEMAND.word(), Hue.INK, lasts ? demand(forecasts, start) : List.of()),
                Term.DEMAND.word() + " above capacity");
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
