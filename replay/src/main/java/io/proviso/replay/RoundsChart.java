package io.proviso.replay;

import io.proviso.charts.Caption;
import io.proviso.charts.Ending;
import io.proviso.charts.Hue;
import io.proviso.charts.Span;
import io.proviso.charts.Timeline;
import io.proviso.charts.Timeline.Bar;
import io.proviso.charts.Timeline.Row;
import io.proviso.replay.ScenarioComparison.Compared;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rounds of a scenario over time, with their windows and how they ended. */
final class RoundsChart {
    private static final int MOST_ROWS = 40;

    private RoundsChart() {}

    static Timeline of(Compared one, ZoneId zone) {
        var rounds = one.result().rounds().stream()
                .sorted(Comparator.comparingInt(Round::request))
                .toList();
        var drawn = rounds.subList(0, Math.min(rounds.size(), MOST_ROWS));
        var start = one.scenario().demand().start();
        var end = one.result().account().horizon();
        for (var round : drawn) {
            end = later(end, end(round, end));
            end = later(end, round.deadline() == null ? end : round.deadline());
        }
        var rows = new ArrayList<Row>();
        for (var round : drawn) {
            rows.add(new Row("r-" + round.request(), List.of(bar(round, end(round, end)))));
        }
        String cut = drawn.size() < rounds.size() ? " Only the first " + drawn.size() + " are drawn." : "";
        return new Timeline(
                new Caption(
                        "rounds-" + ReportCharts.id(one),
                        one.name() + ": " + finding(rounds),
                        "First-refusal rounds, each from offer to answer, with the rest of its window outlined." + cut),
                new Span(start, end.plus(Duration.ofDays(1)), zone),
                rows,
                List.of());
    }

    private static String finding(List<Round> rounds) {
        long offered = rounds.stream().mapToLong(Round::gpus).sum();
        long accepted = rounds.stream().mapToLong(Round::accepted).sum();
        long lapsed = rounds.stream()
                .filter(round -> round.ending() == Round.Ending.LAPSED)
                .count();
        return rounds.size() + (rounds.size() == 1 ? " round" : " rounds") + ", of which " + lapsed
                + " lapsed; the holder took " + ReportFigures.gpus(accepted) + " of "
                + ReportFigures.gpus(offered) + " GPUs offered";
    }

    private static Bar bar(Round round, Instant end) {
        var bar = Bar.of(round.offered(), end, ReportFigures.whole(round.gpus()) + " GPUs", Hue.SKY);
        bar = round.deadline() == null ? bar : bar.until(round.deadline());
        return switch (round.ending()) {
            case OPEN -> bar.open();
            case ACCEPTED -> bar.ended(Ending.ACCEPTED);
            case PARTIAL -> bar.ended(Ending.PARTIAL);
            case DECLINED -> bar.ended(Ending.DECLINED);
            case LAPSED -> bar.ended(Ending.LAPSED);
            case MOOT -> bar.ended(Ending.MOOT);
        };
    }

    private static Instant end(Round round, Instant otherwise) {
        return round.ended() == null ? otherwise : round.ended();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
