package io.proviso.replay;

import io.proviso.charts.Unit;
import io.proviso.replay.ScenarioComparison.Compared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the other side of each scenario behaves, in sentences: nothing of it is public, and what a file leaves out is assumed too. */
final class MarketWords {
    private MarketWords() {}

    /** Each with the scenarios that it is true of, unless it is true of all under a right. */
    static List<String> of(List<Compared> compared) {
        var asking = compared.stream()
                .filter(one -> one.result().exercise().powers().asks())
                .toList();
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        for (var one : asking) {
            for (var sentence : sentences(one)) {
                sentences.computeIfAbsent(sentence, _ -> new ArrayList<>()).add(one.name());
            }
        }
        var words = new ArrayList<String>();
        sentences.forEach((sentence, names) -> words.add(
                names.size() == asking.size()
                        ? sentence + ": assumed."
                        : sentence + ": assumed for " + Findings.joined(names) + "."));
        return words;
    }

    private static List<String> sentences(Compared one) {
        var market = one.scenario().market();
        var bargaining = market.bidding().bargaining();
        var powers = one.result().exercise().powers();
        var sentences = new ArrayList<String>();
        sentences.add(discount(bargaining.discount()));
        sentences.add(signing(bargaining.signing()));
        if (powers.matches()) {
            sentences.add(
                    bargaining.improves() == 0
                            ? "A bid stands as it was made until it is signed"
                            : "When bids are invited again, the provider of a standing bid betters it in "
                                    + share(bargaining.improves()) + " of cases, if it can");
            sentences.add(matching(market.answering().toMatch()));
        }
        if (powers.reopens() || powers.tailEnds()) {
            sentences.add("A need that was offered " + SimulatedRequest.MOST_OFFERS + " times is given up");
        }
        if (powers.bidsComeFirst() && market.answering().toMatch().keeps() > 0) {
            sentences.add("The holder does not bid "
                    + share(market.answering().toMatch().keeps()) + " of its headroom, to match with it");
        }
        return sentences;
    }

    private static String discount(Market.Discount discount) {
        return discount.equals(Market.Discount.NONE)
                ? "Bids are at list prices"
                : "Bids are " + share(discount.least()) + " to " + share(discount.most()) + " below list prices";
    }

    private static String signing(Market.Delay delay) {
        return delay.longest().isZero()
                ? "A contract is signed as soon as the bids are compared"
                : "A contract is signed " + days(delay.shortest()) + " to " + days(delay.longest())
                        + " days after the bids are compared";
    }

    private static String matching(Market.Matching matching) {
        return "The holder matches " + share(matching.share()) + " of the bargains that are put to it, as far as it can"
                + (matching.downTo() == 0 ? "" : ", but none below " + share(matching.downTo()) + " of its own price");
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
