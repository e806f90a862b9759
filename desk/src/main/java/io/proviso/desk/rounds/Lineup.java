package io.proviso.desk.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.Verdict;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Offer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Who stands before whom: candidates, each ruled as if nobody had been asked, and the rights before them that nobody has
 * settled yet. As {@code [oracle: offer to microsoft, coreweave: permitted]} and {@code [microsoft-openai/first-refusal]}.
 *
 * @param unasked in the order of the candidates
 * @param unsettled by rank and then in the order of the candidates
 */
record Lineup(List<Verdict> unasked, List<RightInForce> unsettled) {
    private static final Comparator<RightInForce> BY_RANK = Comparator.comparingInt(
            right -> right.terms().preemption().conduct().rank());

    Lineup {
        unasked = List.copyOf(unasked);
        unsettled = List.copyOf(unsettled);
    }

    /** Every candidate of the need, for all that is left to award. */
    static Lineup of(CapacityRequest request, Context context) {
        var gpus = Math.max(1, request.quantities().toAward());
        var unasked = request.need().candidates().stream()
                .map(candidate -> context.verdict(request.need(), candidate, gpus))
                .toList();
        return of(unasked, request, context);
    }

    /** Of candidates that are ruled already. */
    static Lineup of(Collection<Verdict> unasked, CapacityRequest request, Context context) {
        var unsettled = unasked.stream()
                .filter(Lineup::needsOnlyAnOffer)
                .flatMap(verdict -> toOffer(verdict).stream())
                .distinct()
                .filter(name -> !request.isSettled(name))
                .map(name -> Rights.inForce(name, context.now(), context))
                .sorted(BY_RANK)
                .toList();
        return new Lineup(List.copyOf(unasked), unsettled);
    }

    /** The rights to which a verdict wants the capacity offered. */
    static List<ClauseName> toOffer(Verdict verdict) {
        var rights = new ArrayList<ClauseName>(verdict.asks().size());
        for (var step : verdict.asks()) {
            if (step.kind().isToHolder()) {
                rights.add(step.clause());
            }
        }
        return rights;
    }

    /** Whether an offer, and nothing but an offer, makes the candidate lawful: a round cannot bring a consent. */
    private static boolean needsOnlyAnOffer(Verdict verdict) {
        return verdict.outcome() == Outcome.CONDITIONAL
                && verdict.asks().stream().allMatch(step -> step.kind().isToHolder());
    }

    /** All rights before these candidates, settled or not, in the order of the candidates. */
    List<ClauseName> rights() {
        return unasked.stream()
                .flatMap(verdict -> toOffer(verdict).stream())
                .distinct()
                .toList();
    }

    /** Whether nothing but rights that may match what is bid stand before these candidates. */
    boolean waitsForBids() {
        return !unsettled.isEmpty()
                && unsettled.stream()
                        .allMatch(right -> right.terms().preemption().bidsComeFirst());
    }

    /**
     * Whether any candidate still has to be offered under that right, as the portfolio stands now.
     *
     * <p>It is asked for all that is left to award: a waiver that covers the bargain offered may be drawn by the winners beside it.
     */
    static boolean stillAsked(CapacityRequest request, Offer offer, Context context) {
        if (!context.basis().moves()) {
            return true;
        }
        var gpus = Math.max(offer.gpus(), request.quantities().toAward());
        return request.need().candidates().stream()
                .map(candidate -> context.verdict(request.need(), candidate, gpus))
                .anyMatch(verdict -> verdict.outcome() == Outcome.UNDETERMINED
                        || toOffer(verdict).contains(offer.right().name()));
    }
}
