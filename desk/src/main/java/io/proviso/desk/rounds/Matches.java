package io.proviso.desk.rounds;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Matching.NonCash;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.ruling.Verdict;
import io.proviso.desk.Bargain;
import io.proviso.desk.Bid;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Comparison;
import io.proviso.desk.Comparison.Line;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Event;
import io.proviso.desk.Freedom;
import io.proviso.desk.Put;
import io.proviso.desk.Right;
import io.proviso.desk.Tail;
import io.proviso.desk.Terms;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which holder must see an award before it is made: one whose clause lets it match what others bid, or one that refused
 * something else than this (edge cases 21 and 22).
 */
@CheckReturnValue
final class Matches {
    private static final int PRICE_DIGITS = 9;

    private Matches() {}

    /** A winner, and the rights before it as if nobody had been asked. */
    record Winner(Line line, Verdict unasked) {
        private boolean isBehind(RightInForce right) {
            return Lineup.toOffer(unasked).contains(right.name());
        }
    }

    /** A bargain that a holder must see before it is made, and how it goes beyond what that holder refused. */
    record Match(RightInForce right, Bargain bargain, List<Tail.Departure> because) {}

    /** What must be put to a holder before these win; null if the award needs no further word from anybody. */
    static @Nullable Match due(CapacityRequest request, List<Winner> winners, Context context) {
        var lineup = Lineup.of(winners.stream().map(Winner::unasked).toList(), request, context);
        if (!lineup.unsettled().isEmpty()) {
            var right = lineup.unsettled().getFirst();
            return new Match(right, bargain(request, winners, right), List.of());
        }
        for (var name : lineup.rights()) {
            if (request.standing().setAside().contains(name)) {
                continue;
            }
            var right = Rights.inForce(name, context.now(), context);
            var bargain = bargain(request, winners, right);
            var contracts = winners.stream()
                    .filter(winner -> winner.isBehind(right))
                    .map(winner -> bargain(request, List.of(winner), right))
                    .toList();
            var departures = departures(request.freedoms(name), bargain, contracts, context);
            if (!departures.isEmpty()) {
                return new Match(right, bargain, departures);
            }
        }
        return null;
    }

    /** None if one refusal covers the bargain; else those from what was refused last. */
    private static List<Tail.Departure> departures(
            List<Freedom> freedoms, Bargain bargain, List<Bargain> contracts, Context context) {
        var departures = List.<Tail.Departure>of();
        for (var freedom : freedoms) {
            if (!freedom.isOver(context.now())) {
                departures = freedom.departures(bargain, contracts, context::told);
                if (departures.isEmpty()) {
                    return departures;
                }
            }
        }
        return departures;
    }

    static @Nullable Refused put(Unfolding unfolding, Match match, Comparison comparison) {
        var right = match.right();
        var request = unfolding.request();
        var context = unfolding.context();
        var obstacle = Obstacles.toRound(right, request.need(), context);
        var supply = Rights.supply(context.rulings().portfolio(), right);
        if (obstacle != null || supply == null) {
            return Objects.requireNonNull(obstacle);
        }
        var preemption = right.terms().preemption();
        var blind = preemption.matching().alternates() == Preemption.Alternates.BLIND;
        var offered = new Right(right.name(), right.terms().holder(), supply);
        var bargain = match.bargain();
        var put = Put.of(request.need().terms(), bargain, preemption, context);
        unfolding.then(new Event.OfferedToMatch(
                context.now(), Rounds.nextId(request), offered, bargain, put, comparison, match.because(), blind));
        return null;
    }

    /** What the winners behind that right would serve, as one bargain; a price that does not come out even is rounded half-even. */
    private static Bargain bargain(CapacityRequest request, List<Winner> all, RightInForce right) {
        var terms = request.need().terms();
        var winners = all.stream()
                .filter(winner -> winner.isBehind(right))
                .map(Winner::line)
                .toList();
        var valued = right.terms().preemption().matching().nonCash() == NonCash.VALUED;
        var gpus = winners.stream().mapToLong(Line::awarded).sum();
        var perHour = winners.stream()
                .map(winner -> price(winner.bid(), valued).times(winner.awarded()))
                .reduce(Money.zero(terms.price().currency()), Money::plus);
        var price = perHour.amount().divide(BigDecimal.valueOf(gpus), PRICE_DIGITS, RoundingMode.HALF_EVEN);
        return new Bargain(
                gpus,
                new Money(price.stripTrailingZeros(), perHour.currency()),
                latest(winners),
                longest(winners, terms),
                winners.stream().map(winner -> winner.bid().provider()).toList(),
                winners.stream()
                        .map(winner -> winner.bid().beyond().nonCash())
                        .filter(Objects::nonNull)
                        .map(Bid.NonCash::what)
                        .distinct()
                        .toList());
    }

    private static Money price(Bid bid, boolean valued) {
        var nonCash = bid.beyond().nonCash();
        return valued && nonCash != null ? bid.price().plus(nonCash.worth()) : bid.price();
    }

    private static Instant latest(List<Line> winners) {
        return winners.stream()
                .map(winner -> winner.bid().ready())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Duration longest(List<Line> winners, Terms terms) {
        return winners.stream()
                .map(winner -> winner.bid().term(terms))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
