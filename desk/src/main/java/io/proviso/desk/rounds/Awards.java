package io.proviso.desk.rounds;

import io.proviso.agreement.ruling.Ruling;
import io.proviso.desk.Bargain;
import io.proviso.desk.Bid;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Comparison;
import io.proviso.desk.Comparison.Line;
import io.proviso.desk.Comparison.WhyNot;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Closed.Outcome;
import io.proviso.desk.Reservation;
import io.proviso.desk.rounds.Alternates.Judged;
import io.proviso.units.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who of the bidders gets the released quantity: the cheapest choice that covers most of it, each winner ruled again for exactly what it wins. */
@CheckReturnValue
final class Awards {
    private Awards() {}

    static @Nullable Refused award(Unfolding unfolding, Command.Award command) {
        var request = unfolding.request();
        var epoch = request.standing().epoch();
        if (command.epoch() != null && command.epoch() != epoch) {
            return new Refused(
                    Rule.AN_AWARD_BELONGS_TO_ITS_EPOCH,
                    "request " + request.need().id() + ": the award was decided in epoch " + command.epoch()
                            + ", since then a holder was asked or capacity failed, and it is epoch " + epoch,
                    "Look at what stands now, and decide again.");
        }
        if (Tails.renew(unfolding)) {
            return null;
        }
        if (request.phase() != CapacityRequest.Phase.INVITED || request.bids().isEmpty()) {
            return new Refused(
                    Rule.NO_BID_TO_AWARD,
                    "request " + request.need().id() + ": there is no bid to award while " + request.phase(),
                    "Wait for a bid, or withdraw.");
        }
        Exemptions.setAside(unfolding);
        return award(unfolding);
    }

    private static @Nullable Refused award(Unfolding unfolding) {
        var request = unfolding.request();
        var context = unfolding.context();
        var out = new LinkedHashMap<Bid, Line>();
        for (var bid : request.bids()) {
            var whyNot = whyNot(request, bid);
            if (whyNot != null) {
                out.put(bid, new Line(bid, 0, whyNot, null));
            }
        }
        while (true) {
            var contenders =
                    request.bids().stream().filter(bid -> !out.containsKey(bid)).toList();
            var choice = LeastCost.choose(
                    contenders, request.need().terms(), request.quantities().toAward(), request.gangOfRemainder());
            if (choice == null) {
                return noneWins(request, out);
            }
            var winners = rule(request, choice, context);
            var unlawful = winners.entrySet().stream()
                    .filter(winner ->
                            !Alternates.maySupply(request, winner.getValue().ruled(), context))
                    .toList();
            if (unlawful.isEmpty()) {
                return award(unfolding, choice, winners, out);
            }
            unlawful.forEach(winner -> out.put(
                    winner.getKey(),
                    new Line(winner.getKey(), 0, WhyNot.NOT_PERMITTED, ruling(winners, winner.getKey()))));
        }
    }

    private static @Nullable WhyNot whyNot(CapacityRequest request, Bid bid) {
        var terms = request.need().terms();
        if (!terms.hardware().takes(bid.accelerator())) {
            return WhyNot.WRONG_ACCELERATOR;
        }
        if (!terms.price().admits(bid.price())) {
            return WhyNot.ABOVE_PRICE_LIMIT;
        }
        if (!terms.schedule().admits(bid.ready())) {
            return WhyNot.TOO_LATE;
        }
        if (bid.lot().gpus() < request.gangOfRemainder()) {
            return WhyNot.BELOW_MINIMUM_GANG;
        }
        return bid.lot().minimum() > request.quantities().toAward() ? WhyNot.LOT_TOO_LARGE : null;
    }

    /** Each winner as it stands when those before it have drawn what they take of consents and waivers. */
    private static Map<Bid, Judged> rule(CapacityRequest request, LeastCost.Choice choice, Context context) {
        var ruled = new LinkedHashMap<Bid, Judged>();
        var left = context;
        for (var share : choice.gpus().entrySet()) {
            var candidate = request.invited().stream()
                    .filter(invited -> invited.provider().equals(share.getKey().provider()))
                    .findFirst()
                    .orElseThrow();
            var winner = Alternates.rule(request, candidate, share.getValue(), left);
            ruled.put(share.getKey(), winner);
            left = left.drawing(winner.ruled().ruling(), share.getValue());
        }
        return ruled;
    }

    private static @Nullable Refused award(
            Unfolding unfolding, LeastCost.Choice choice, Map<Bid, Judged> winners, Map<Bid, Line> out) {
        var request = unfolding.request();
        var comparison = compare(request, choice, winners, out);
        var won = comparison.lines().stream().filter(line -> line.awarded() > 0).toList();
        var match = Matches.due(
                request,
                won.stream()
                        .map(line -> new Matches.Winner(
                                line, judged(winners, line.bid()).unasked()))
                        .toList(),
                unfolding.context());
        if (match != null) {
            return Matches.put(unfolding, match, comparison);
        }
        var unclaimed = comparison.awarded() - request.quantities().released();
        if (unclaimed > 0) {
            unfolding.then(new Event.RemainderReleased(unfolding.now(), unclaimed, request.refused()));
        }
        unfolding.then(new Event.Awarded(unfolding.now(), comparison));
        for (var winner : won) {
            var reservation = reservation(unfolding.request(), winner);
            unfolding.then(new Event.Reserved(unfolding.now(), reservation, ruling(winners, winner.bid())));
        }
        var unmet = unfolding.request().quantities().toAward();
        var outcome = unmet == 0 ? Outcome.SERVED : Outcome.UNDERSUPPLIED;
        unfolding.then(new Event.Closed(unfolding.now(), outcome, unmet));
        return null;
    }

    private static Comparison compare(
            CapacityRequest request, LeastCost.Choice choice, Map<Bid, Judged> winners, Map<Bid, Line> out) {
        var tied = choice.ties().stream().flatMap(List::stream).toList();
        var lines = new ArrayList<Line>();
        for (var bid : request.bids()) {
            var gpus = choice.gpus().getOrDefault(bid, 0L);
            if (gpus > 0) {
                lines.add(new Line(bid, gpus, null, ruling(winners, bid)));
            } else {
                var lost = tied.contains(bid) ? WhyNot.LOST_A_TIE : WhyNot.COSTS_MORE;
                lines.add(out.getOrDefault(bid, new Line(bid, 0, lost, null)));
            }
        }
        var ties = choice.ties().stream()
                .map(tie -> tie.stream().map(Bid::id).toList())
                .toList();
        return new Comparison(request.quantities().toAward(), lines, total(request, lines), ties);
    }

    private static Money total(CapacityRequest request, List<Line> lines) {
        var terms = request.need().terms();
        return lines.stream()
                .map(line -> line.bid().cost(terms).times(line.awarded()))
                .reduce(Money.zero(terms.price().currency()), Money::plus);
    }

    /** Its name is the desk's, not the bidder's: a bid may have any id, also one that was used before. */
    private static Reservation reservation(CapacityRequest request, Line winner) {
        var bid = winner.bid();
        var terms = request.need().terms();
        return Reservation.ramped(
                request.need().id() + "/award-" + request.standing().heard().awards() + "/" + bid.provider(),
                bid.provider(),
                winner.awarded(),
                bid.price(),
                new Bargain(winner.awarded(), bid.price(), bid.ready(), bid.term(terms), List.of()),
                terms);
    }

    private static Ruling ruling(Map<Bid, Judged> winners, Bid bid) {
        return judged(winners, bid).ruled().ruling();
    }

    private static Judged judged(Map<Bid, Judged> winners, Bid bid) {
        return Objects.requireNonNull(winners.get(bid));
    }

    private static Refused noneWins(CapacityRequest request, Map<Bid, Line> out) {
        var reasons = out.values().stream()
                .map(line -> line.bid().provider() + ": " + line.whyNot())
                .toList();
        return new Refused(
                Rule.NO_BID_TO_AWARD,
                "request " + request.need().id() + ": none of " + request.bids().size() + " bids can be awarded, "
                        + reasons,
                "Wait for a better bid, or withdraw.");
    }
}
