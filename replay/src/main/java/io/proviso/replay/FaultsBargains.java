package io.proviso.replay;

import io.proviso.agreement.Preemption;
import io.proviso.agreement.Preemption.Matching.Standard;
import io.proviso.agreement.Stated;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.ClauseName;
import io.proviso.desk.Comparison.Line;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;
import io.proviso.desk.Tail;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of rights that go further, judged from their terms and the history alone: who is asked in which rank, what counts as
 * a match, and within what and until when a refusal frees.
 */
final class FaultsBargains {
    private static final int PRICE_DIGITS = 9;

    private final FaultsRound round;
    private final FaultsWitness.Rules rules;

    FaultsBargains(FaultsRound round, FaultsWitness.Rules rules) {
        this.round = round;
        this.rules = rules;
    }

    void judge(Event event, CapacityRequest request) {
        if (event instanceof Event.Offered offered) {
            asked(offered.right().name(), request);
            ranks(offered.right().name(), request, offered.at());
        } else if (event instanceof Event.OfferedToMatch put) {
            asked(put.right().name(), request);
        } else if (event instanceof Event.Accepted accepted) {
            var offer = Objects.requireNonNull(request.offer(accepted.offer()));
            if (accepted.by() instanceof Ending.Answered by
                    && !offer.counters().contains(by)
                    && by.response() instanceof Response.Accepts accepts) {
                var matching = round.portfolio.holder(offer).preemption().matching();
                rules.require(matches(accepts, offer, matching), "an acceptance counts that is no match");
            }
        } else if (event instanceof Event.TailOpened(Instant _, Tail tail)) {
            tail(tail, request);
        } else if (event instanceof Event.Awarded awarded) {
            round.portfolio.holders().forEach(holder -> awarded(holder, awarded, request));
        }
    }

    private void asked(ClauseName right, CapacityRequest request) {
        rules.require(
                !request.standing().setAside().contains(right), "a holder is asked whose right does not stand here");
        rules.require(request.openOffer() == null, "a holder is asked before another has answered");
    }

    private void ranks(ClauseName right, CapacityRequest request, Instant at) {
        int rank = round.portfolio.holders().stream()
                .filter(holder -> holder.right().equals(right))
                .mapToInt(holder -> holder.preemption().conduct().rank())
                .findFirst()
                .orElseThrow();
        for (var holder : round.portfolio.holders()) {
            var preemption = holder.preemption();
            var comesFirst = preemption.conduct().rank() < rank && !preemption.bidsComeFirst();
            if (comesFirst && standsBeforeSome(holder, request, at)) {
                rules.require(refused(holder, request) != null, "a holder is asked before the one of a higher rank");
            }
        }
    }

    private static boolean standsBeforeSome(FaultsPortfolio.Holder holder, CapacityRequest request, Instant at) {
        return stands(holder, request, at)
                && request.need().candidates().stream()
                        .anyMatch(candidate ->
                                holder.before().contains(candidate.provider().name()));
    }

    private static boolean stands(FaultsPortfolio.Holder holder, CapacityRequest request, Instant at) {
        var aggregation = holder.preemption().reach().aggregation();
        return !holder.isOver(at)
                && !request.standing().setAside().contains(holder.right())
                && (aggregation == null || request.need().aggregated() >= FaultsTerms.THRESHOLD);
    }

    /** The last offer to that holder, if it was answered or lapsed and its refusal still counts. */
    private static @Nullable Offer refused(FaultsPortfolio.Holder holder, CapacityRequest request) {
        return request.offers().reversed().stream()
                .filter(offer -> offer.right().name().equals(holder.right()))
                .findFirst()
                .filter(offer -> offer.ending() instanceof Ending.Answered || offer.ending() instanceof Ending.Lapsed)
                .filter(offer -> !request.standing().stale().contains(offer.id()))
                .orElse(null);
    }

    private static boolean matches(Response.Accepts accepts, Offer offer, Preemption.Matching matching) {
        var price = accepts.price();
        var bargain = offer.bargain();
        if (bargain == null) {
            return price == null || price.compareTo(FaultsRequests.LIMIT) <= 0;
        }
        var most = Objects.requireNonNull(bargain.price()).times(BigDecimal.ONE.add(matching.tolerance()));
        boolean onTime = matching.standard() != Standard.ALL_TERMS
                || accepts.ready() == null
                || !accepts.ready().isAfter(bargain.start());
        return onTime && (price == null || price.compareTo(most) <= 0);
    }

    /** The days of a tail are counted by the clause's own calendar day from the refusal, and end at its cut-off. */
    private void tail(Tail tail, CapacityRequest request) {
        var offer = Objects.requireNonNull(request.offer(tail.offer()));
        var stated = round.portfolio.holder(offer).preemption().tail();
        if (!(stated instanceof Stated.Known<Preemption.Tail>(Preemption.Tail known, Instant _))
                || !(offer.ending() instanceof Ending.Lapsed(Instant deadline))) {
            return;
        }
        var expires = deadline.atZone(FaultsPortfolio.ZONE)
                .toLocalDate()
                .plusDays(known.days())
                .atTime(FaultsPortfolio.CUTOFF)
                .atZone(FaultsPortfolio.ZONE)
                .toInstant();
        rules.require(expires.equals(tail.expires()), "a refusal frees for longer or shorter than the clause says");
    }

    private void awarded(FaultsPortfolio.Holder holder, Event.Awarded awarded, CapacityRequest request) {
        var behind = awarded.comparison().lines().stream()
                .filter(line -> line.awarded() > 0)
                .filter(line -> holder.before().contains(line.bid().provider().name()))
                .toList();
        // A right that ends was over by the clock of the desk that released, which may be ahead of the one that awards.
        if (behind.isEmpty() || holder.ends() != null || !stands(holder, request, awarded.at())) {
            return;
        }
        var offer = refused(holder, request);
        rules.require(offer != null, "capacity is awarded to an alternate before the holder refused it");
        var preemption = holder.preemption();
        if (offer != null) {
            var gpus = behind.stream().mapToLong(Line::awarded).sum();
            rules.require(gpus <= left(offer, request), "more is awarded to alternates than their holder refused");
        }
        if (offer == null || (preemption.tail() == null && !preemption.bidsComeFirst())) {
            return;
        }
        var tail = request.standing().tails().stream()
                .filter(one -> one.offer().equals(offer.id()))
                .findFirst()
                .orElse(null);
        rules.require(tail != null, "a refusal frees without the bounds that the clause sets");
        if (tail != null) {
            var expires = tail.expires();
            rules.require(expires == null || !awarded.at().isAfter(expires), "an award is made when the tail is over");
            within(floor(preemption), refusedPrice(offer, preemption.kind(), request), behind);
        }
    }

    private static long left(Offer offer, CapacityRequest request) {
        var taken = request.reservation(offer.id());
        return offer.gpus() - (taken == null ? 0 : taken.gpus());
    }

    /** A right to match whose clause names no tail frees for the bargain that was shown. */
    private static Preemption.Floor floor(Preemption preemption) {
        return preemption.tail() instanceof Stated.Known<Preemption.Tail> known
                ? known.value().floor()
                : Preemption.Floor.THAT_BARGAIN_ONLY;
    }

    private void within(Preemption.Floor floor, @Nullable Money refused, List<Line> behind) {
        var tolerance = floor.price();
        if (tolerance == null || refused == null) {
            return;
        }
        var gpus = behind.stream().mapToLong(Line::awarded).sum();
        var sum = behind.stream()
                .map(line -> line.bid().price().times(line.awarded()))
                .reduce(Money.zero(refused.currency()), Money::plus);
        var average = sum.amount().divide(BigDecimal.valueOf(gpus), PRICE_DIGITS, RoundingMode.HALF_EVEN);
        var least = refused.amount().multiply(BigDecimal.ONE.subtract(tolerance.share()));
        rules.require(
                average.compareTo(least) >= 0, "an award is below the floor of the tail, and nobody was asked again");
    }

    /** A right to propose first is measured by what its holder proposed last and the customer turned down. */
    private static @Nullable Money refusedPrice(Offer offer, Preemption.Kind kind, CapacityRequest request) {
        var bargain = offer.bargain();
        var offered = bargain == null ? FaultsRequests.LIMIT : bargain.price();
        if (kind != Preemption.Kind.OFFER && kind != Preemption.Kind.NEGOTIATION) {
            return offered;
        }
        var proposals = new ArrayList<Response>();
        offer.counters().forEach(counter -> proposals.add(counter.response()));
        if (offer.ending() instanceof Ending.Answered answered && request.reservation(offer.id()) == null) {
            proposals.add(answered.response());
        }
        for (var response : proposals.reversed()) {
            var terms = response instanceof Response.Counters counters ? counters.terms() : response;
            if (terms instanceof Response.Accepts accepts) {
                return accepts.price() == null ? offered : accepts.price();
            }
        }
        return offered;
    }
}
