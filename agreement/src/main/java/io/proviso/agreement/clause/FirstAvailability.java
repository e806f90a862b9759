package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.util.List;
import java.util.Set;

/** A sequencing promise (“ships first on”): forbids the acts in scope unless every facet of one of {@code liftedWhen} matches. */
public record FirstAvailability(Party beneficiary, Scope scope, List<Condition> liftedWhen) implements ClauseBody {
    public FirstAvailability {
        liftedWhen = List.copyOf(liftedWhen);
    }

    @Override
    public Set<String> acts() {
        return scope.acts();
    }

    @Override
    public Party holder() {
        return beneficiary;
    }

    @Override
    public String kind() {
        return "first-availability";
    }
}
