package io.proviso.desk;

import io.proviso.agreement.Preemption;
import io.proviso.agreement.Preemption.Matching.NonCash;
import io.proviso.agreement.RightInForce;
import io.proviso.agreement.Verdict;
import io.proviso.desk.Alternates.Judged;
import io.proviso.desk.Comparison.Line;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which holder must see an award before it is made: one whose clause lets it match what others bid, or one that refused
 * something else than this (edge cases 21 and 22).
 */
final class Matches {
    private static final int PRICE_DIGITS = 9;

    private Matches() {}

    /** The offer to that holder, or why it cannot be made; null if the award needs no further word from anybody. */
    static @Nullable Decision due(Unfolding unfolding, Comparison comparison, Map<Bid, Judged> judged) {
        var request = unfolding.request();
        var winners =
                comparison.lines().stream().filter(line -> line.awarded() > 0).toList();
        var unasked = winners.stream()
                .map(winner -> Objects.requireNonNull(judged.get(winner.bid())).unasked())
                .toList();
        var unsettled = Rights.unsettled(request, unasked, unfolding.context());
        if (unsettled.isEmpty()) {
            return again(unfolding, winners, unasked, comparison);
        }
        var right = unsettled.getFirst();
        var burdened = behind(right, winners, unasked);
        return offer(unfolding, right, bargain(request, burdened, right), comparison, List.of());
    }

    private static @Nullable Decision again(
            Unfolding unfolding, List<Line> winners, List<Verdict> unasked, Comparison comparison) {
        var request = unfolding.request();
        var context = unfolding.context();
        for (var name : names(unasked)) {
            if (request.standing().setAside().contains(name)) {
                continue;
            }
            var right = Rights.inForce(name, context.now(), context);
            var bargain = bargain(request, behind(right, winners, unasked), right);
            var departures = departures(request, name, bargain);
            if (!departures.isEmpty()) {
                return offer(unfolding, right, bargain, comparison, departures);
            }
        }
        return null;
    }

    /** What a holder never refused departs from what it did, even where its clause compares no quantities. */
    private static List<Tail.Departure> departures(CapacityRequest request, ClauseName name, Bargain bargain) {
        var left = request.leftBy(name);
        var departures = new ArrayList<Tail.Departure>();
        for (var tail : request.standing().tails()) {
            if (tail.right().equals(name)) {
                departures.addAll(tail.departures(bargain));
            }
        }
        if (departures.isEmpty() && bargain.gpus() > left) {
            departures.add(new Tail.Departure(Tail.Metric.QUANTITY, left + " GPUs", bargain.gpus() + " GPUs"));
        }
        return departures;
    }

    private static Decision offer(
            Unfolding unfolding,
            RightInForce right,
            Bargain bargain,
            Comparison comparison,
            List<Tail.Departure> because) {
        var request = unfolding.request();
        var context = unfolding.context();
        var unready = Requests.whyNoRound(right, request.need(), context);
        var supply = Rights.supply(context.rulings().portfolio(), right);
        if (unready != null || supply == null) {
            return Objects.requireNonNull(unready);
        }
        var preemption = right.terms().preemption();
        var blind = preemption.matching().alternates() == Preemption.Alternates.BLIND;
        var offered = new Right(right.agreement(), right.clause(), right.terms().holder(), supply);
        return unfolding
                .then(new Event.OfferedToMatch(
                        context.now(), Rounds.nextId(request), offered, bargain, comparison, because, blind))
                .decided();
    }

    private static List<ClauseName> names(Collection<Verdict> unasked) {
        return unasked.stream()
                .flatMap(verdict -> Rights.toOffer(verdict).stream())
                .distinct()
                .toList();
    }

    private static List<Line> behind(RightInForce right, List<Line> winners, List<Verdict> unasked) {
        var name = new ClauseName(right.agreement(), right.clause());
        var behind = new ArrayList<Line>();
        for (var i = 0; i < winners.size(); i++) {
            if (Rights.toOffer(unasked.get(i)).contains(name)) {
                behind.add(winners.get(i));
            }
        }
        return behind;
    }

    /** What those winners would serve, as one bargain; a price that does not come out even is rounded half-even. */
    private static Bargain bargain(CapacityRequest request, List<Line> winners, RightInForce right) {
        var terms = request.need().terms();
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
