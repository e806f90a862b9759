package io.proviso.agreement.norms;

import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import java.util.BitSet;
import java.util.List;

/** How much of what a question leaves open lies within a condition. */
public enum Reach {
    NONE,
    PART,
    WHOLE;

    /**
     * A facet that the act does not take is outside every condition on it; of an undisclosed term nobody can say that it covers
     * the whole.
     */
    public static Reach of(Condition condition, Domain domain, List<BitSet> candidates) {
        var reach = WHOLE;
        for (var entry : condition.facets().entrySet()) {
            int facet = domain.indexOf(entry.getKey());
            if (facet < 0) {
                return NONE;
            }
            var within = domain.cells(facet, entry.getValue());
            if (!within.intersects(candidates.get(facet))) {
                return NONE;
            }
            var outside = (BitSet) candidates.get(facet).clone();
            outside.andNot(within);
            if (!outside.isEmpty() || entry.getValue() instanceof Match.Undisclosed) {
                reach = PART;
            }
        }
        return reach;
    }
}
