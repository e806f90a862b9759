package io.proviso.faults;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.OtherRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whose right stands before a need, and whether its holder is asked in its turn. */
final class FaultsRights {
    private final FaultsRound round;
    private final FaultsWaivers waivers;
    private final FaultsFinding finding;

    FaultsRights(FaultsRound round, FaultsWaivers waivers, FaultsFinding finding) {
        this.round = round;
        this.waivers = waivers;
        this.finding = finding;
    }

    void requested(Event.Requested requested, OtherRequests others) {
        boolean aggregates = round.portfolio.holders().stream()
                .anyMatch(holder -> !holder.isOver(requested.at())
                        && holder.preemption().reach().aggregation() != null);
        var counted = aggregates ? together(others, requested.at()) : 0;
        finding.require(requested.need().aggregated() == counted, FaultsRule.AGGREGATED_OTHERWISE);
    }

    /** All that aggregate look back as far, and count what the same actor asked for. */
    private long together(OtherRequests others, Instant at) {
        var from = at.minus(Duration.ofDays(FaultsTerms.LOOK_BACK_DAYS));
        return round.request.terms().size().gpus()
                + others.recent().stream()
                        .filter(earlier -> !earlier.id().equals(round.request.id()))
                        .filter(earlier ->
                                !earlier.at().isBefore(from) && !earlier.at().isAfter(at))
                        .mapToLong(Circumstances.Earlier::gpus)
                        .sum();
    }

    void setAside(Event.RightSetAside setAside, CapacityRequest request) {
        var holder = round.portfolio.holder(setAside.right());
        var need = request.need();
        var failure = round.failed.get(setAside.right());
        var isSo = switch (setAside.why()) {
            case EMERGENCY_BRIDGE ->
                holder.preemption().reach().bridge() != null
                        && need.circumstances().emergency() != null
                        && Math.max(need.terms().size().gpus(), need.aggregated()) <= FaultsTerms.BRIDGE_GPUS
                        && FaultsRequests.TERM.compareTo(Duration.ofDays(FaultsTerms.BRIDGE_DAYS)) <= 0;
            case FAILED_THIS_NEED -> failure == Preemption.OnFailure.THIS_NEED;
            case LOST_GENERALLY ->
                failure == Preemption.OnFailure.GENERALLY
                        || need.circumstances().lost().contains(setAside.right());
        };
        finding.require(isSo, FaultsRule.SET_ASIDE_BUT_STANDING);
    }

    /** By the clause, whatever the event says that the holder loses. */
    void failed(Event.Failed failed, CapacityRequest request) {
        var offer = request.offer(failed.reservation());
        if (offer != null) {
            var holder = round.portfolio.holder(offer);
            round.failed.put(holder.right(), holder.preemption().conduct().onFailure());
        }
    }

    void asked(Event.Offered offered, CapacityRequest request) {
        asked(offered.right().name(), request);
        int rank = rank(round.portfolio.holder(offered.right().name()));
        for (var holder : round.portfolio.holders()) {
            var comesFirst = rank(holder) < rank && !holder.preemption().bidsComeFirst();
            if (comesFirst && standsBeforeSome(holder, request, offered.at())) {
                finding.require(!refused(holder, request).isEmpty(), FaultsRule.ASKED_OUT_OF_RANK);
            }
        }
    }

    void asked(ClauseName right, CapacityRequest request) {
        finding.require(!request.standing().setAside().contains(right), FaultsRule.ASKED_WITHOUT_A_RIGHT);
        finding.require(request.openOffer() == null, FaultsRule.ASKED_AT_ONCE);
    }

    private static int rank(FaultsPortfolio.Holder holder) {
        return holder.preemption().conduct().rank();
    }

    private boolean standsBeforeSome(FaultsPortfolio.Holder holder, CapacityRequest request, Instant at) {
        return stands(holder, request, at)
                && !mayBeWaived(holder, at)
                && request.need().candidates().stream().anyMatch(candidate -> holder.isBefore(candidate.provider()));
    }

    boolean stands(FaultsPortfolio.Holder holder, CapacityRequest request, Instant at) {
        var aggregation = holder.preemption().reach().aggregation();
        return !holder.isOver(at)
                && !request.standing().setAside().contains(holder.right())
                && (aggregation == null || request.need().aggregated() >= FaultsTerms.THRESHOLD);
    }

    /** Whether something is left of a waiver by then. */
    boolean mayBeWaived(FaultsPortfolio.Holder holder, Instant at) {
        var waiver = holder.waiver();
        return waiver != null && waiver.covers(at) && waivers.left(holder) > 0;
    }

    /** The offers to that holder which were answered or lapsed, the last first, as far as what it said to them still counts. */
    static List<Offer> refused(FaultsPortfolio.Holder holder, CapacityRequest request) {
        return request.offers().reversed().stream()
                .filter(offer -> offer.right().name().equals(holder.right()))
                .filter(offer -> offer.ending() instanceof Ending.Answered || offer.ending() instanceof Ending.Lapsed)
                .filter(offer -> !request.standing().stale().contains(offer.id()))
                .toList();
    }
}
