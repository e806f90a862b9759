package io.proviso.agreement;

import io.proviso.agreement.clause.FirstRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many were put: the one number of a round that is not its gang. */
public final class PutQuantity {
    /** The least that is of use, as a round names it beside its quantity. */
    public static final String GANG = "gang";

    private PutQuantity() {}

    /** Null if no number was put. */
    public static @Nullable Long of(Round round) {
        var facet = facet(round);
        return facet == null ? null : round.number(facet);
    }

    /** How many a contract is for, all that was put unless it says otherwise; null if neither is a number. */
    public static @Nullable Long signed(Round round, Round.Happening.Signed contract) {
        return contract.quantity() == null ? of(round) : contract.quantity();
    }

    /** The facet that counts it; null if no number was put. */
    public static @Nullable String facet(Round round) {
        return round.put().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Round.Term.Amount
                        && !entry.getKey().equals(GANG))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether what a holder takes is another bargain: more than was put, or a part where there are no parts. */
    public static boolean isCounter(FirstRefusal terms, Round round, @Nullable Long quantity) {
        var put = of(round);
        return quantity != null
                && put != null
                && (quantity > put || (quantity < put && terms.partial() == FirstRefusal.Partial.NONE));
    }
}
