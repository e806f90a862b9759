package io.proviso.desk.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.desk.Context;
import io.proviso.desk.Offer;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A right of first refusal in force: whose supply would serve it, and whether it still stands. */
final class Rights {
    private Rights() {}

    /** The holder's own supply under the agreement that gives it the right, null if it has none. */
    static @Nullable Provider supply(Portfolio portfolio, RightInForce right) {
        for (var agreement : portfolio.agreements()) {
            var roles = agreement.parties().get(right.terms().holder());
            if (!agreement.name().equals(right.name().agreement()) || roles == null) {
                continue;
            }
            for (var role : roles) {
                if (role.of() != null) {
                    return new Provider(Objects.requireNonNull(role.of()));
                }
            }
        }
        return null;
    }

    static RightInForce inForce(ClauseName name, Instant at, Context context) {
        var basis = context.basis();
        return context.rulings().right(name, basis.asOf(at), basis.knownAt(context.now()));
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
            if (right.name().equals(name)) {
                return right.ends();
            }
        }
        return offer.made();
    }
}
