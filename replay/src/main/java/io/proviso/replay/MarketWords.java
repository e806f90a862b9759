package io.proviso.replay;

import io.proviso.charts.Unit;
import io.proviso.replay.ScenarioComparison.Compared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the other side of each scenario behaves, in sentences: nothing of it is public, and what a file leaves out is assumed too. */
final class MarketWords {
    private MarketWords() {}

    /** Of bidders and deliveries under every scenario, of holders under those with a right. */
    static List<String> of(List<Compared> compared) {
        var words = new ArrayList<String>();
        words.addAll(assumed(compared, MarketWords::bidders));
        words.addAll(assumed(
                compared.stream()
                        .filter(one -> one.result().exercise().powers().asks())
                        .toList(),
                MarketWords::holders));
        words.addAll(assumed(compared, MarketWords::deliveries));
        return words;
    }

    /** Each sentence with the scenarios that it is true of, unless it is true of all of them. */
    private static List<String> assumed(List<Compared> compared, Function<Compared, List<String>> sentences) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (var one : compared) {
            for (var sentence : sentences.apply(one)) {
                names.computeIfAbsent(sentence, _ -> new ArrayList<>()).add(one.name());
            }
        }
        var words = new ArrayList<String>();
        names.forEach((sentence, of) -> words.add(
                of.size() == compared.size()
                        ? sentence + ": assumed."
                        : sentence + ": assumed for " + Findings.joined(of) + "."));
        return words;
    }

    private static List<String> bidders(Compared one) {
        var bidding = one.scenario().market().bidding();
        var bargaining = bidding.bargaining();
        var discount = bargaining.discount();
        var signing = bargaining.signing();
        return List.of(
                "An invited provider bids all that is asked for and that it has, in " + share(bidding.bids())
                        + " of cases, " + between(bidding.delay()) + " after the invitation",
                "Bids are compared " + days(bidding.closes()) + " after the invitation, and later ones are not made",
                discount.equals(Market.Discount.NONE)
                        ? "Bids are at list prices"
                        : "Bids are " + share(discount.least()) + " to " + share(discount.most())
                                + " below list prices",
                signing.longest().isZero()
                        ? "A contract is signed as soon as the bids are compared"
                        : "A contract is signed " + between(signing) + " after the bids are compared");
    }

    private static List<String> holders(Compared one) {
        var market = one.scenario().market();
        var answering = market.answering();
        var powers = one.result().exercise().powers();
        var sentences = new ArrayList<String>();
        sentences.add("The holder would accept " + share(answering.accepts())
                + " of the offers, as far as its headroom goes; it leaves " + share(answering.lapses())
                + " without an answer and declines the rest");
        sentences.add("The holder answers " + between(answering.delay()) + " after receipt, in time or not");
        sentences.add("A holder that declined a need does not bid for it; one that was too late does");
        if (powers.matches()) {
            double improves = market.bidding().bargaining().improves();
            sentences.add(
                    improves == 0
                            ? "A bid stands as it was made until it is signed"
                            : "When bids are invited again, the provider of a standing bid betters it in "
                                    + share(improves) + " of cases, if it can");
            sentences.add(matching(answering.toMatch()));
        }
        if (powers.reopens() || powers.tailEnds()) {
            sentences.add("A need that was offered " + SimulatedRequest.MOST_OFFERS + " times is given up");
        }
        if (powers.bidsComeFirst() && answering.toMatch().keeps() > 0) {
            sentences.add("The holder does not bid " + share(answering.toMatch().keeps())
                    + " of its headroom, to match with it");
        }
        return sentences;
    }

    private static String matching(Market.Matching matching) {
        return "The holder matches " + share(matching.share()) + " of the bargains that are put to it, as far as it can"
                + (matching.downTo() == 0 ? "" : ", but none below " + share(matching.downTo()) + " of its own price");
    }

    private static List<String> deliveries(Compared one) {
        var sentences = new ArrayList<String>();
        for (var supply : one.scenario().market().supplies()) {
            var slips = supply.slips();
            if (slips.share() > 0) {
                sentences.add("Of what " + supply.provider() + " promised, " + share(slips.share()) + " comes "
                        + days(slips.by()) + " late");
            }
            if (slips.never() > 0) {
                sentences.add("Of what " + supply.provider() + " promised, " + share(slips.never()) + " never comes");
            }
        }
        var grace = one.scenario().buyer().delivery().grace();
        if (grace != null && one.scenario().market().slips()) {
            sentences.add("The customer ends whatever is not there " + days(grace) + " after it was due");
        }
        return sentences;
    }

    private static String between(Market.Delay delay) {
        return delay.shortest().equals(delay.longest())
                ? days(delay.shortest())
                : number(delay.shortest()) + " to " + days(delay.longest());
    }

    private static String days(Duration time) {
        var number = number(time);
        return number + (number.equals("1") ? " day" : " days");
    }

    private static String number(Duration time) {
        var days = ReportFigures.tenth(Days.in(time));
        return days.endsWith(".0") ? days.substring(0, days.length() - 2) : days;
    }

    private static String share(double share) {
        return Unit.share().label(share);
    }
}
