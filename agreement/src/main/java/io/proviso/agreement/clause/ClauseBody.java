package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clause does, one kind each.
 *
 * <p>The first six become norms over acts; the others are data for checks, obligations and the ledger.
 */
public sealed interface ClauseBody
        permits FirstRefusal,
                Exclusivity,
                Permission,
                Prohibition,
                Licence,
                FirstAvailability,
                Commitment,
                RevenueShare,
                Covenant,
                Milestone {

    /** The acts it speaks of; none for kinds that are data for checks, obligations and the ledger. */
    default Set<String> acts() {
        return switch (this) {
            case FirstRefusal right -> right.scope().acts();
            case Exclusivity exclusivity -> exclusivity.outside().acts();
            case Permission permission -> permission.scope().acts();
            case Prohibition prohibition -> prohibition.scope().acts();
            case FirstAvailability first -> first.scope().acts();
            case Licence licence -> {
                var acts = new LinkedHashSet<>(licence.scope().acts());
                if (licence.exclusive() != null) {
                    acts.addAll(licence.exclusive().acts());
                }
                yield acts;
            }
            case Commitment _, RevenueShare _, Covenant _, Milestone _ -> Set.of();
        };
    }

    /** The party for whose sake the clause stands and who alone may waive it; null if nobody can. */
    default @Nullable Party holder() {
        return switch (this) {
            case FirstRefusal right -> right.holder();
            case Exclusivity exclusivity -> exclusivity.beneficiary();
            case Prohibition prohibition -> prohibition.beneficiary();
            case FirstAvailability first -> first.beneficiary();
            case Licence licence -> licence.licensee();
            case Covenant covenant -> covenant.to();
            case Commitment commitment -> commitment.to();
            case RevenueShare share -> share.payee();
            case Permission _, Milestone _ -> null;
        };
    }

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
    default String kind() {
        return switch (this) {
            case FirstRefusal _ -> "first-refusal";
            case Exclusivity _ -> "exclusivity";
            case Permission _ -> "permission";
            case Prohibition _ -> "prohibition";
            case Licence _ -> "licence";
            case FirstAvailability _ -> "first-availability";
            case Commitment _ -> "commitment";
            case RevenueShare _ -> "revenue-share";
            case Covenant _ -> "covenant";
            case Milestone _ -> "milestone";
        };
    }
}
