package io.proviso.desk;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.RightInForce;
import io.proviso.agreement.Step;
import io.proviso.agreement.Verdict;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which right of first refusal stands before a candidate, whose supply would serve it, and whether it still stands. */
final class Rights {
    private Rights() {}

    /** The rights to which a verdict wants the capacity offered. */
    static List<ClauseName> toOffer(Verdict verdict) {
        var rights = new ArrayList<ClauseName>(verdict.asks().size());
        for (var step : verdict.asks()) {
            if (step.kind() == Step.Kind.OFFER) {
                rights.add(new ClauseName(step.agreement(), step.clause()));
            }
        }
        return rights;
    }

    /** The rights that stand unsettled before those candidates, by rank and then in the order of the candidates. */
    static List<RightInForce> unsettled(CapacityRequest request, Collection<Verdict> unasked, Context context) {
        return unasked.stream()
                .filter(Rights::needOnlyAnOffer)
                .flatMap(verdict -> toOffer(verdict).stream())
                .distinct()
                .filter(name -> !request.isSettled(name))
                .map(name -> inForce(name, context.now(), context))
                .sorted(BY_RANK)
                .toList();
    }

    private static final Comparator<RightInForce> BY_RANK = Comparator.comparingInt(
            right -> right.terms().preemption().conduct().rank());

    /** Every candidate, ruled as if nobody had been asked. */
    static List<Verdict> unasked(CapacityRequest request, Context context) {
        var gpus = Math.max(1, request.quantities().toAward());
        return request.need().candidates().stream()
                .map(candidate -> context.verdict(request.need(), candidate, gpus, Refusal.NONE))
                .toList();
    }

    /** The next right in rank to which the need itself has to be offered; one under which no round can be run keeps out what stands behind it. */
    static @Nullable Right nextToOffer(CapacityRequest request, List<RightInForce> unsettled, Context context) {
        for (var right : unsettled) {
            var supply = supply(context.rulings().portfolio(), right);
            var runs = Requests.whyNoOffer(right, request.need(), context) == null;
            if (supply != null && runs && !right.terms().preemption().bidsComeFirst()) {
                return new Right(
                        right.agreement(), right.clause(), right.terms().holder(), supply);
            }
        }
        return null;
    }

    /** Whether nothing but rights that may match what is bid stand before a candidate. */
    static boolean waitsForBids(CapacityRequest request, Verdict unasked, Context context) {
        var unsettled = unsettled(request, List.of(unasked), context);
        return !unsettled.isEmpty()
                && unsettled.stream()
                        .allMatch(right -> right.terms().preemption().bidsComeFirst());
    }

    /** Whether an offer, and nothing but an offer, makes the candidate lawful: a round cannot bring a consent. */
    static boolean needOnlyAnOffer(Verdict verdict) {
        return verdict.outcome() == Outcome.CONDITIONAL
                && verdict.asks().stream().allMatch(step -> step.kind() == Step.Kind.OFFER);
    }

    /** The holder's own supply under the agreement that gives it the right, null if it has none. */
    static @Nullable Provider supply(Portfolio portfolio, RightInForce right) {
        for (var agreement : portfolio.agreements()) {
            var roles = agreement.parties().get(right.terms().holder());
            if (!agreement.name().equals(right.agreement()) || roles == null) {
                continue;
            }
            for (var role : roles) {
                if (role.kind() == Role.Kind.PROVIDER && role.of() != null) {
                    return new Provider(Objects.requireNonNull(role.of()));
                }
            }
        }
        return null;
    }

    static RightInForce inForce(ClauseName name, Instant at, Context context) {
        var basis = context.basis();
        return context.rulings().right(name.agreement(), name.clause(), basis.asOf(at), basis.knownAt(context.now()));
    }

    /** Since when the right behind an offer is over, as known now; null while it stands. */
    static @Nullable Instant overSince(Offer offer, Context context) {
        var end = end(offer, context);
        return end == null || end.isAfter(context.basis().asOf(context.now())) ? null : end;
    }

    /** Whether the right behind an offer stood at an instant that another node's clock may have reached already, as known now. */
    static boolean stoodAt(Instant instant, Offer offer, Context context) {
        var end = end(offer, context);
        return end == null || end.isAfter(context.basis().asOf(instant));
    }

    /** A right that is not there was, as known now, over before the offer was made: a correction dated back. */
    private static @Nullable Instant end(Offer offer, Context context) {
        var basis = context.basis();
        var name = offer.right().name();
        for (var right : context.rulings().rights(basis.asOf(offer.made()), basis.knownAt(context.now()))) {
            if (right.agreement().equals(name.agreement()) && right.clause().equals(name.clause())) {
                return right.ends();
            }
        }
        return offer.made();
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
                .map(candidate -> context.verdict(request.need(), candidate, gpus, Refusal.OPEN))
                .anyMatch(verdict -> verdict.outcome() == Outcome.UNDETERMINED
                        || toOffer(verdict).contains(offer.right().name()));
    }
}
