package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clause does, one kind each.
 *
 * <p>Each becomes norms over acts, but a {@link Stipulation}.
 */
public sealed interface ClauseBody
        permits FirstRefusal, Exclusivity, Permission, Prohibition, Licence, FirstAvailability, Stipulation {

    /** The acts it speaks of. */
    Set<String> acts();

    /** The party for whose sake the clause stands and who alone may waive it; null if nobody can. */
    @Nullable
    Party holder();

    /** Whose consent to ask for: the party that the clause itself names for it, otherwise its holder; null if nobody's helps. */
    default @Nullable Party consentOf() {
        return this instanceof Prohibition(Party _, Scope _, Prohibition.Consent consent) && consent != null
                ? consent.of()
                : holder();
    }

    /** The body with those parameters undisclosed on which rulings turn and which were not yet on record. */
    default ClauseBody asKnown(Instant knownAt) {
        return this;
    }

    /** The word for this kind in agreement files. */
    String kind();
}
