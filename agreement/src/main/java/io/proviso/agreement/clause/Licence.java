package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The licensee may do what is in scope.
 *
 * @param exclusive what is forbidden for its sake, because nobody else may be granted it; null if others may
 */
public record Licence(Party licensee, Scope scope, @Nullable Scope exclusive) implements ClauseBody {
    @Override
    public Set<String> acts() {
        var acts = new LinkedHashSet<>(scope.acts());
        if (exclusive != null) {
            acts.addAll(exclusive.acts());
        }
        return acts;
    }

    @Override
    public Party holder() {
        return licensee;
    }

    @Override
    public String kind() {
        return "licence";
    }
}
