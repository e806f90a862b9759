package io.proviso.replay.report;

import io.proviso.charts.Caption;
import io.proviso.charts.Ending;
import io.proviso.charts.Hue;
import io.proviso.charts.Timeline;
import io.proviso.charts.Timeline.Bar;
import io.proviso.charts.Timeline.Row;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.RightsUse;
import io.proviso.replay.study.ScenarioComparison.Compared;
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

    static Timeline of(Compared one, String id, ZoneId zone) {
        var use = one.result().rightsUse();
        var rounds = use.rounds().stream()
                .sorted(Comparator.comparingInt(ReplayedRound::request))
                .toList();
        var drawn = rounds.subList(0, Math.min(rounds.size(), MOST_ROWS));
        var start = one.scenario().demand().start();
        var end = one.result().account().horizon();
        for (var round : drawn) {
            for (var offer : round.offers()) {
                end = later(end, end(offer, end));
                end = later(end, offer.deadline() == null ? end : offer.deadline());
            }
        }
        var rows = new ArrayList<Row>();
        for (var round : drawn) {
            var until = end;
            rows.add(new Row(
                    "r-" + round.request(),
                    round.offers().stream()
                            .map(offer -> bar(offer, end(offer, until), offer.equals(round.first())))
                            .toList()));
        }
        String cut = drawn.size() < rounds.size()
                ? " Only the first " + drawn.size() + " of " + rounds.size() + " rounds are drawn."
                : "";
        return new Timeline(
                new Caption(
                        "rounds-" + id,
                        one.name() + ": " + RightsWords.rounds(use),
                        "First-refusal rounds, each from offer to answer, with the rest of its window outlined"
                                + (isRepeated(use) ? "; later offers of the same need in orange." : ".") + cut),
                new ChartSpan(start, end.plus(Duration.ofDays(1)), zone),
                rows,
                List.of());
    }

    /** Whether any need was offered more than once. */
    static boolean isRepeated(RightsUse use) {
        return use.offers().size() > use.rounds().size();
    }

    private static Bar bar(ReplayedRound.Offer offer, Instant end, boolean first) {
        var bar = Bar.of(offer.made(), end, text(offer), first ? Hue.SKY : Hue.ORANGE);
        bar = offer.deadline() == null ? bar : bar.until(offer.deadline());
        return switch (offer.outcome().ending()) {
            case OPEN -> bar.open();
            case ACCEPTED -> bar.ended(Ending.ACCEPTED);
            case PARTIAL -> bar.ended(Ending.PARTIAL);
            case DECLINED -> bar.ended(Ending.DECLINED);
            case LAPSED -> bar.ended(Ending.LAPSED);
            case MOOT -> bar.ended(Ending.MOOT);
        };
    }

    private static String text(ReplayedRound.Offer offer) {
        var gpus = Wording.count(offer.gpus(), "GPU");
        return switch (offer.cause()) {
            case ReplayedRound.Cause.Need _ -> gpus;
            case ReplayedRound.Cause.TailExpired _ -> gpus + ", the tail over";
            case ReplayedRound.Cause.Bargain bargain when bargain.departures().isEmpty() -> gpus + " to match";
            case ReplayedRound.Cause.Bargain bargain -> gpus + ", another " + RightsWords.metrics(bargain.departures());
        };
    }

    private static Instant end(ReplayedRound.Offer offer, Instant otherwise) {
        return offer.outcome().at() == null ? otherwise : offer.outcome().at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
