package io.proviso.perf;

import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.question.Outcome;
import java.util.List;

/** What the peers cannot say of norms, in plain Java: which of those that apply stand, and what comes of it; silence is permission. */
final class PlainPrecedence {
    private PlainPrecedence() {}

    /** As the engine rules a closed question in which nothing is undecided. */
    static Outcome outcome(List<Norm> applicable) {
        var worst = Outcome.PERMITTED;
        for (var norm : applicable) {
            if (stands(norm, applicable)) {
                if (norm.effect() == Effect.FORBID) {
                    return Outcome.FORBIDDEN;
                }
                if (norm.effect() == Effect.CONDITION) {
                    worst = Outcome.CONDITIONAL;
                }
            }
        }
        return worst;
    }

    private static boolean stands(Norm norm, List<Norm> applicable) {
        for (var other : applicable) {
            if (other.overrides(norm) && stands(other, applicable)) {
                return false;
            }
        }
        return true;
    }
}
