package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.util.Set;

/** A promise not to do these acts outside the beneficiary's set; it permits nothing inside. */
public record Exclusivity(Party beneficiary, Scope outside) implements ClauseBody {
    @Override
    public Set<String> acts() {
        return outside.acts();
    }

    @Override
    public Party holder() {
        return beneficiary;
    }

    @Override
    public String kind() {
        return "exclusivity";
    }
}
