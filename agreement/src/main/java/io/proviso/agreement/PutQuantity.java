package io.proviso.agreement;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many were put: the one number of a round that is not its gang. */
final class PutQuantity {
    /** The least that is of use, as a round names it beside its quantity. */
    static final String GANG = "gang";

    private PutQuantity() {}

    /** Null if no number was put. */
    static @Nullable Long of(Round round) {
        var facet = facet(round);
        return facet == null ? null : round.number(facet);
    }

    /** How many a contract is for, all that was put unless it says otherwise; null if neither is a number. */
    static @Nullable Long signed(Round round, Round.Happening.Signed contract) {
        return contract.quantity() == null ? of(round) : contract.quantity();
    }

    /** The facet that counts it; null if no number was put. */
    static @Nullable String facet(Round round) {
        return round.put().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Round.Term.Amount
                        && !entry.getKey().equals(GANG))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
