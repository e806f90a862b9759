package io.proviso.agreement.norms;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.question.Outcome;
import io.proviso.units.Party;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A box of closed questions that all come out alike.
 *
 * @param cells for each facet of the act the cells of the box
 * @param answer what they come out as
 * @param deciding the clauses that decide each of them; silence is not among them
 */
public record Region(List<BitSet> cells, Answer answer, Set<ClauseName> deciding) {

    /** Something that has to happen first, and who decides about it. */
    public record Need(Step.Kind kind, Party to) implements Comparable<Need> {
        @Override
        public int compareTo(Need other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : to.compareTo(other.to);
        }
    }

    /**
     * How a closed question comes out.
     *
     * @param outcomes more than one where readings or undisclosed terms leave it undetermined
     */
    public record Answer(Set<Outcome> outcomes, Set<Need> needs) {
        public Answer {
            outcomes = Collections.unmodifiableSet(EnumSet.copyOf(outcomes));
            needs = Collections.unmodifiableSet(new TreeSet<>(needs));
        }

        public Outcome outcome() {
            return outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
        }
    }

    public Region {
        cells = List.copyOf(cells);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
