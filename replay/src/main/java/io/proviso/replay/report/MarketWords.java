package io.proviso.replay.report;

import io.proviso.charts.scale.Unit;
import io.proviso.replay.Days;
import io.proviso.replay.SimulatedRequest;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.study.ScenarioComparison.Compared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the other side of each scenario behaves, in sentences: nothing of it is public, and what a file leaves out is assumed too. */
public final class MarketWords {
    private MarketWords() {}

    /** Of bidders, deliveries and the buyer under every scenario, of holders under those with a right. */
    public static List<String> of(List<Compared> compared) {
        var words = new ArrayList<String>();
        words.addAll(assumed(compared, MarketWords::bidders));
        words.addAll(assumed(
                compared.stream()
                        .filter(one -> one.result().rightsUse().powers().asks())
                        .toList(),
                MarketWords::holders));
        words.addAll(assumed(compared, MarketWords::deliveries));
        words.addAll(assumed(compared, MarketWords::buyer));
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
                        : sentence + ": assumed for " + Wording.joined(of) + "."));
        return words;
    }

    private static List<String> buyer(Compared one) {
        var need = one.scenario().buyer().order().need();
        return List.of("What is asked for is " + need.accelerator() + " on " + need.fabric());
    }

    private static List<String> bidders(Compared one) {
        var bidding = one.scenario().market().bidding();
        var bargaining = bidding.bargaining();
        var discount = bargaining.discount();
        var signing = bargaining.signing();
        return List.of(
                bids(bidding),
                "Bids are compared " + days(bidding.closes()) + " after the invitation, and later ones are not made",
                discount.equals(Market.Discount.NONE)
                        ? "Bids are at list prices"
                        : "Bids are "
                                + (discount.least() == discount.most() ? "" : share(discount.least()) + " to ")
                                + share(discount.most()) + " below list prices",
                signing.longest().isZero()
                        ? "A contract is signed as soon as the bids are compared"
                        : "A contract is signed " + between(signing) + " after the bids are compared");
    }

    private static String bids(Market.Bidding bidding) {
        if (bidding.bids() == 0) {
            return "No invited provider bids";
        }
        return "An invited provider bids all that is asked for and that it has, "
                + (bidding.bids() == 1 ? "in every case, " : "in " + share(bidding.bids()) + " of cases, ")
                + between(bidding.delay()) + " after the invitation";
    }

    private static List<String> holders(Compared one) {
        var market = one.scenario().market();
        var answering = market.answering();
        var powers = one.result().rightsUse().powers();
        var sentences = new ArrayList<String>();
        sentences.add(answers(answering));
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

    /** What it does with the offers; of nothing it says nothing. */
    private static String answers(Market.Answering answering) {
        double accepts = answering.accepts();
        double lapses = answering.lapses();
        boolean declines = 1 - accepts - lapses > 1e-9;
        var accepted = "The holder would accept " + part(accepts) + " of the offers"
                + (accepts == 0 ? "" : ", as far as its headroom goes");
        if (lapses == 0) {
            return accepted + (declines ? "; it declines " + (accepts == 0 ? "all of them" : "the rest") : "");
        }
        var left = declines ? share(lapses) : accepts == 0 ? "all of them" : "the rest";
        return accepted + "; it leaves " + left + " without an answer" + (declines ? " and declines the rest" : "");
    }

    private static String matching(Market.Matching matching) {
        return "The holder matches " + part(matching.share()) + " of the bargains that are put to it"
                + (matching.share() == 0 ? "" : ", as far as it can")
                + (matching.share() == 0 || matching.downTo() == 0
                        ? ""
                        : ", but none below " + share(matching.downTo()) + " of its own price");
    }

    private static String part(double share) {
        return share == 0 ? "none" : share == 1 ? "all" : share(share);
    }

    private static List<String> deliveries(Compared one) {
        var sentences = new ArrayList<String>();
        for (var supply : one.scenario().market().supplies()) {
            var slips = supply.slips();
            if (slips.share() > 0) {
                sentences.add("Of what " + supply.provider() + " promised, " + part(slips.share()) + " comes "
                        + days(slips.by()) + " late");
            }
            if (slips.never() > 0) {
                sentences.add("Of what " + supply.provider() + " promised, " + part(slips.never()) + " never comes");
            }
        }
        var grace = one.scenario().buyer().delivery().grace();
        if (grace != null && one.scenario().market().slips()) {
            sentences.add("The customer ends whatever is not there " + days(grace) + " after it was due");
        }
        return sentences;
    }

    private static String between(Market.Delay delay) {
        var longest = days(delay.longest());
        if (delay.shortest().equals(delay.longest())) {
            return longest;
        }
        boolean oneUnit = isInHours(delay.shortest()) == isInHours(delay.longest());
        return (oneUnit ? amount(delay.shortest()) : days(delay.shortest())) + " to " + longest;
    }

    /** In days, and what is less than one in hours. */
    private static String days(Duration time) {
        var number = amount(time);
        return number + (isInHours(time) ? " hour" : " day") + (number.equals("1") ? "" : "s");
    }

    private static String amount(Duration time) {
        return number(isInHours(time) ? time.toSeconds() / 3600.0 : Days.in(time));
    }

    private static boolean isInHours(Duration time) {
        return !time.isZero() && time.compareTo(Duration.ofDays(1)) < 0;
    }

    private static String number(double amount) {
        var tenth = ReportFigures.tenth(amount);
        return tenth.endsWith(".0") ? tenth.substring(0, tenth.length() - 2) : tenth;
    }

    private static String share(double share) {
        return Unit.share().label(share);
    }
}
