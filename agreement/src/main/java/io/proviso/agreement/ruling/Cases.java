package io.proviso.agreement.ruling;

import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Completion;
import io.proviso.agreement.norms.Completions;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.norms.NormSet;
import io.proviso.agreement.norms.Variant;
import io.proviso.agreement.rounds.LimitsOfQuestion;
import io.proviso.agreement.rounds.Standings;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * A question's cases by what is on record of the rights that it touches.
 *
 * @param cases none where the question touches no right on record
 */
record Cases(Standings standings, List<Variant> cases, List<BitSet> candidates) {
    Cases {
        cases = List.copyOf(cases);
        candidates = List.copyOf(candidates);
    }

    /** Tells what applies in each completion on the way. */
    List<Completion> solve(CompiledAct act, Consumer<NormSet> applicableInLeaf) {
        var completions = new Completions(act, applicableInLeaf);
        return cases.isEmpty() ? completions.withoutRounds(candidates) : completions.solve(cases);
    }

    /** What the right that a norm belongs to says where it has to be asked; empty if nothing is on record or supposed of it. */
    List<Standings.Asks> asks(Norm norm, LimitsOfQuestion limits) {
        return standings.rights().stream()
                .filter(of -> of.version().id().equals(norm.version().id())
                        && of.reading().name().equals(norm.reading().name()))
                .map(of -> of.asks(limits))
                .filter(asks -> !asks.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
