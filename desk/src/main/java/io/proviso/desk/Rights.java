package io.proviso.desk;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.RightInForce;
import io.proviso.agreement.Ruling;
import io.proviso.agreement.Step;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which right of first refusal stands before a candidate, whose supply would serve it, and whether it still stands. */
final class Rights {
    private Rights() {}

    /** A right by the names of its agreement and clause. */
    record Name(String agreement, String clause, Party holder) {
        boolean names(Right right) {
            return agreement.equals(right.agreement()) && clause.equals(right.clause());
        }
    }

    /** The rights to which a ruling wants the capacity offered. */
    static Set<Name> toOffer(Ruling ruling) {
        var rights = new LinkedHashSet<Name>();
        for (var step : ruling.steps()) {
            if (step.kind() == Step.Kind.OFFER) {
                rights.add(new Name(step.agreement(), step.clause(), step.to()));
            }
        }
        return rights;
    }

    /** Whether an offer, and nothing but an offer, makes the candidate lawful: a round cannot bring a consent. */
    static boolean needOnlyAnOffer(Ruling ruling) {
        return ruling.outcome() == Outcome.CONDITIONAL
                && ruling.steps().stream().allMatch(step -> step.kind() == Step.Kind.OFFER);
    }

    /** The holder's own supply under the agreement that gives it the right, null if it has none. */
    static @Nullable Provider supply(Portfolio portfolio, Name right) {
        for (var agreement : portfolio.agreements()) {
            var roles = agreement.parties().get(right.holder());
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

    static RightInForce inForce(String agreement, String clause, Instant at, Context context) {
        var basis = context.basis();
        return context.rulings().right(agreement, clause, basis.asOf(at), basis.knownAt(context.now()));
    }

    /** Since when the right behind an offer is over, as known now; null while it stands. */
    static @Nullable Instant overSince(Offer offer, Context context) {
        var end = end(offer, context);
        return end == null || end.isAfter(context.basis().asOf(context.now())) ? null : end;
    }

    private static @Nullable Instant end(Offer offer, Context context) {
        try {
            return inForce(offer.right().agreement(), offer.right().clause(), offer.made(), context)
                    .ends();
        } catch (IllegalArgumentException _) {
            // A correction with an earlier date: as known now, the right was over before the offer was made.
            return offer.made();
        }
    }

    /** Whether any candidate still has to be offered under that right, as the portfolio stands now. */
    static boolean stillAsked(CapacityRequest request, Offer offer, Context context) {
        if (!context.basis().moves()) {
            return true;
        }
        var terms = request.need().terms();
        return request.need().candidates().stream()
                .map(candidate -> context.rule(terms, candidate, offer.gpus(), Refusal.OPEN)
                        .ruling())
                .anyMatch(ruling -> ruling.outcome() == Outcome.UNDETERMINED
                        || toOffer(ruling).stream().anyMatch(right -> right.names(offer.right())));
    }
}
