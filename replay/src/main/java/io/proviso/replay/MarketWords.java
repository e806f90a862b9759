package io.proviso.replay;

import io.proviso.charts.Unit;
import io.proviso.replay.ScenarioComparison.Compared;
import java.time.Duration;
import java.util.ArrayList;

/** How the other side of a scenario behaves, in a sentence: nothing of it is public, and the defaults are assumptions too. */
final class MarketWords {
    private MarketWords() {}

    static String of(Compared one) {
        var market = one.scenario().market();
        var bargaining = market.bidding().bargaining();
        var parts = new ArrayList<String>();
        parts.add(
                bargaining.discount().equals(Market.Discount.NONE)
                        ? "bids are at list prices"
                        : "bids are " + share(bargaining.discount().least()) + " to "
                                + share(bargaining.discount().most()) + " below list prices");
        if (one.result().exercise().powers().matches()) {
            parts.add(
                    bargaining.improves() == 0
                            ? "nobody betters a standing bid"
                            : share(bargaining.improves())
                                    + " of standing bids are bettered, if that is possible, when bids are invited again");
            parts.add(matching(market.answering()));
        }
        parts.add(signing(bargaining.signing()));
        return one.name() + ": " + Findings.joined(parts) + "; assumed.";
    }

    private static String matching(Market.Answering answering) {
        var matching = answering.toMatch();
        return "the holder matches " + share(matching.share()) + " of the bargains that it is shown, "
                + (matching.downTo() == 0
                        ? "at whatever price"
                        : "but none below " + share(matching.downTo()) + " of its own price")
                + (matching.keeps() == 0 ? "" : ", for which it keeps " + share(matching.keeps()) + " of its headroom");
    }

    private static String signing(Market.Delay delay) {
        return delay.longest().isZero()
                ? "contracts are signed as soon as bids are compared"
                : "contracts are signed " + days(delay.shortest()) + " to " + days(delay.longest())
                        + " days after bids are compared";
    }

    private static String days(Duration time) {
        var days = ReportFigures.tenth(
                time.toSeconds() / (double) Duration.ofDays(1).toSeconds());
        return days.endsWith(".0") ? days.substring(0, days.length() - 2) : days;
    }

    private static String share(double share) {
        return Unit.share().label(share);
    }
}
