package io.proviso.faults;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.desk.Bargain;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Comparison.Line;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;
import io.proviso.desk.Tail;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For what a refusal frees, within what and until when, judged from the terms of the rights and the history alone. */
final class FaultsBargains {
    private static final int PRICE_DIGITS = 9;

    private final FaultsRound round;
    private final FaultsRights rights;
    private final FaultsWaivers waivers;
    private final FaultsFinding finding;

    /** What is compared of a bargain; the term is nobody's but the request's. */
    private record Compared(long gpus, Money price, Instant start, List<Provider> with) {
        boolean is(Bargain bargain) {
            return bargain.gpus() == gpus
                    && price.equals(bargain.price())
                    && bargain.start().equals(start)
                    && bargain.term().equals(FaultsRequests.TERM)
                    && bargain.with().equals(with);
        }
    }

    FaultsBargains(FaultsRound round, FaultsRights rights, FaultsWaivers waivers, FaultsFinding finding) {
        this.round = round;
        this.rights = rights;
        this.waivers = waivers;
        this.finding = finding;
    }

    /** What a waiver spares the holder is no part of what it may match. */
    void put(Event.OfferedToMatch put) {
        var holder = round.portfolio.holder(put.right().name());
        var behind = behind(holder, put.comparison().lines());
        finding.require(
                rights.mayBeWaived(holder, put.at())
                        || (!behind.isEmpty() && together(behind).is(put.bargain())),
                FaultsRule.ASKED_FOR_ANOTHER_BARGAIN);
    }

    void opened(Event.TailOpened opened, CapacityRequest request) {
        var tail = opened.tail();
        var offer = Objects.requireNonNull(request.offer(tail.offer()));
        var preemption = round.portfolio.holder(offer).preemption();
        finding.require(
                refused(offer, preemption.kind(), request).is(tail.refused()), FaultsRule.TAIL_OF_ANOTHER_BARGAIN);
        finding.require(tail.floor().equals(floor(preemption)), FaultsRule.TAIL_OF_ANOTHER_BARGAIN);
        var known = known(preemption);
        finding.require(
                known == null
                        ? tail.expires() == null
                        : since(offer, opened.at())
                                .anyMatch(since -> expires(since, known).equals(tail.expires())),
                FaultsRule.TAIL_OF_ANOTHER_LENGTH);
    }

    /** From when a refusal counts: the receipt of the answer that left something, or the end of a silence. */
    private Stream<Instant> since(Offer offer, Instant at) {
        return switch (offer.ending()) {
            case Ending.Answered by when offer.counters().contains(by) -> Stream.of(at);
            case Ending.Answered by -> round.inbox.saying(offer, by).map(row -> row.received);
            case Ending.Lapsed _ ->
                Stream.of(Objects.requireNonNull(round.clocks.get(offer.id())).deadline());
            case Ending.Moot _, Ending.Withdrawn _ -> Stream.empty();
            case null -> Stream.empty();
        };
    }

    /** The days of a tail are counted by the clause's own calendar day from the refusal, and end at its cut-off. */
    private static Instant expires(Instant since, Preemption.Tail tail) {
        return since.atZone(FaultsPortfolio.ZONE)
                .toLocalDate()
                .plusDays(days(tail))
                .atTime(FaultsPortfolio.CUTOFF)
                .atZone(FaultsPortfolio.ZONE)
                .toInstant();
    }

    private static int days(Preemption.Tail tail) {
        if (tail.length() instanceof Window.Days(int n) && tail.from() == Preemption.Tail.From.REFUSAL) {
            return n;
        }
        throw new IllegalArgumentException("no round here has a tail of " + tail.length());
    }

    /** A right stands again when the last of its tails is over. */
    void expired(Event.TailExpired expired, CapacityRequest request) {
        finding.require(
                Stream.concat(Stream.of(expired.tail()), request.standing().tails().stream())
                        .filter(tail -> tail.right().equals(expired.tail().right()))
                        .allMatch(tail -> tail.expires() != null && expired.at().isAfter(tail.expires())),
                FaultsRule.TAIL_ENDS_EARLY);
    }

    void awarded(Event.Awarded awarded, CapacityRequest request) {
        finding.require(
                awarded.comparison().awarded() <= request.quantities().released(), FaultsRule.AWARDED_BUT_NOT_FREE);
        for (var holder : round.portfolio.holders()) {
            var behind = behind(holder, awarded.comparison().lines());
            if (!behind.isEmpty() && rights.stands(holder, request, awarded.at())) {
                awarded(holder, behind, awarded.at(), request);
            }
        }
    }

    private void awarded(FaultsPortfolio.Holder holder, List<Line> behind, Instant at, CapacityRequest request) {
        var offers = FaultsRights.refused(holder, request);
        var gpus = behind.stream().mapToLong(Line::awarded).sum();
        var left = offers.stream().mapToLong(offer -> left(offer, request)).max();
        var beyond = gpus - left.orElse(0);
        var waiver = holder.waiver();
        boolean mayBeWaived = rights.mayBeWaived(holder, at);
        if (beyond > 0 && waiver != null && waiver.covers(at)) {
            finding.require(beyond <= waivers.left(holder), FaultsRule.AWARDED_BEYOND_THE_WAIVER);
            waivers.take(holder, beyond);
        } else if (beyond > 0) {
            finding.require(!offers.isEmpty(), FaultsRule.AWARDED_UNASKED);
            finding.require(offers.isEmpty(), FaultsRule.AWARDED_BEYOND_THE_REFUSAL);
        }
        var preemption = holder.preemption();
        boolean isBounded = preemption.tail() != null || preemption.bidsComeFirst();
        if (!offers.isEmpty() && isBounded && !mayBeWaived) {
            var broken = offers.stream()
                    .map(offer -> Optional.ofNullable(broken(offer, behind, at, request)))
                    .toList();
            boolean isCovered = broken.stream().anyMatch(Optional::isEmpty);
            broken.getFirst().ifPresent(rule -> finding.require(isCovered, rule));
        }
    }

    /** By which rule a refusal does not cover what is awarded; null if it does. */
    private @Nullable FaultsRule broken(Offer offer, List<Line> behind, Instant at, CapacityRequest request) {
        var tail = request.standing().tails().stream()
                .filter(one -> one.offer().equals(offer.id()))
                .findFirst()
                .orElse(null);
        if (tail == null) {
            return FaultsRule.AWARDED_WITHOUT_BOUNDS;
        }
        var expires = tail.expires();
        return expires == null || !at.isAfter(expires)
                ? contracts(tail, behind)
                        .map(award -> broken(tail, award))
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElse(null)
                : FaultsRule.AWARDED_AFTER_THE_TAIL;
    }

    /** Each by itself, unless those providers together are what was refused. */
    private static Stream<Compared> contracts(Tail tail, List<Line> behind) {
        var whole = together(behind);
        return tail.refused().with().equals(whole.with())
                ? Stream.of(whole)
                : behind.stream().map(line -> together(List.of(line)));
    }

    private static @Nullable FaultsRule broken(Tail tail, Compared award) {
        var refused = tail.refused();
        var floor = tail.floor();
        var price = Objects.requireNonNull(refused.price()).amount();
        if (!bears(floor.price(), price, award.price().amount())) {
            return FaultsRule.AWARDED_BELOW_THE_FLOOR;
        }
        boolean isOther = floor.counterparty()
                && !refused.with().isEmpty()
                && !refused.with().containsAll(award.with());
        boolean isWithin = !isOther
                && bears(floor.quantity(), BigDecimal.valueOf(refused.gpus()), BigDecimal.valueOf(award.gpus()))
                && (floor.start() == null
                        || !award.start().isAfter(refused.start().plus(floor.start())));
        return isWithin ? null : FaultsRule.AWARDED_AS_ANOTHER_BARGAIN;
    }

    private static boolean bears(Preemption.@Nullable Tolerance tolerance, BigDecimal refused, BigDecimal award) {
        if (tolerance == null) {
            return true;
        }
        var slack = refused.multiply(tolerance.share());
        boolean isLow = award.compareTo(refused.subtract(slack)) < 0;
        boolean isHigh = award.compareTo(refused.add(slack)) > 0;
        return switch (tolerance.direction()) {
            case LOWER -> !isLow;
            case HIGHER -> !isHigh;
            case EITHER -> !isLow && !isHigh;
        };
    }

    private static long left(Offer offer, CapacityRequest request) {
        var taken = request.reservation(offer.id());
        return offer.gpus() - (taken == null ? 0 : taken.gpus());
    }

    private static Preemption.@Nullable Tail known(Preemption preemption) {
        return preemption.tail() instanceof Stated.Known<Preemption.Tail> known ? known.value() : null;
    }

    /** A right to match whose clause names no tail frees for the bargain that was shown. */
    static Preemption.Floor floor(Preemption preemption) {
        var known = known(preemption);
        return known == null ? Preemption.Floor.THAT_BARGAIN_ONLY : known.floor();
    }

    private static List<Line> behind(FaultsPortfolio.Holder holder, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.awarded() > 0)
                .filter(line -> holder.isBefore(line.bid().provider()))
                .toList();
    }

    private static Compared together(List<Line> lines) {
        var gpus = lines.stream().mapToLong(Line::awarded).sum();
        var currency = FaultsRequests.LIMIT.currency();
        var sum = lines.stream()
                .map(line -> line.bid().price().times(line.awarded()))
                .reduce(Money.zero(currency), Money::plus);
        var average = sum.amount().divide(BigDecimal.valueOf(gpus), PRICE_DIGITS, RoundingMode.HALF_EVEN);
        return new Compared(
                gpus,
                new Money(average.stripTrailingZeros(), currency),
                lines.stream()
                        .map(line -> line.bid().ready())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                lines.stream().map(line -> line.bid().provider()).sorted().toList());
    }

    /** A right to propose first is measured by what its holder proposed last and the customer turned down. */
    private static Compared refused(Offer offer, Preemption.Kind kind, CapacityRequest request) {
        var bargain = offer.bargain();
        var price = bargain == null ? FaultsRequests.LIMIT : Objects.requireNonNull(bargain.price());
        var start = bargain == null ? FaultsRequests.READY : bargain.start();
        var proposal =
                kind == Preemption.Kind.OFFER || kind == Preemption.Kind.NEGOTIATION ? proposed(offer, request) : null;
        return new Compared(
                left(offer, request),
                proposal == null || proposal.price() == null ? price : proposal.price(),
                proposal == null || proposal.ready() == null ? start : proposal.ready(),
                bargain == null ? List.of() : bargain.with());
    }

    private static Response.@Nullable Accepts proposed(Offer offer, CapacityRequest request) {
        var proposals = new ArrayList<Response>();
        offer.counters().forEach(counter -> proposals.add(counter.response()));
        if (offer.ending() instanceof Ending.Answered answered && request.reservation(offer.id()) == null) {
            proposals.add(answered.response());
        }
        for (var response : proposals.reversed()) {
            if (response instanceof Response.Counters counters && counters.terms() != null) {
                return counters.terms();
            } else if (response instanceof Response.Accepts accepts) {
                return accepts;
            }
        }
        return null;
    }
}
