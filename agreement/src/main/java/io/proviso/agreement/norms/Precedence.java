package io.proviso.agreement.norms;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the norms that apply stand: a norm is set aside only by an applicable norm that overrides it and itself stands.
 *
 * <p>Evaluated from the top, so the third in a chain revives the first.
 */
public final class Precedence {
    private final NormSet overridden;
    private final List<NormSet> overriders;
    private final List<NormSet> below;
    /** Norms that something overrides, each after all that override it. */
    private final int[] topDown;

    Precedence(List<Norm> norms, int rows) {
        this.overridden = NormSet.none(rows);
        this.overriders = new ArrayList<>();
        this.below = new ArrayList<>();
        for (int norm = 0; norm < norms.size(); norm++) {
            var above = NormSet.none(rows);
            var under = NormSet.none(rows);
            for (int other = 0; other < norms.size(); other++) {
                if (norms.get(other).overrides(norms.get(norm))) {
                    above.add(other);
                }
                if (norms.get(norm).overrides(norms.get(other))) {
                    under.add(other);
                }
            }
            if (!above.isEmpty()) {
                overridden.add(norm);
            }
            overriders.add(above);
            below.add(under);
        }
        this.topDown = topDown(norms.size());
    }

    private int[] topDown(int norms) {
        var order = new ArrayList<Integer>();
        var waiting = overridden.copy();
        while (!waiting.isEmpty()) {
            var ready = new ArrayList<Integer>();
            for (int norm = 0; norm < norms; norm++) {
                if (waiting.has(norm) && !overriders.get(norm).meets(waiting)) {
                    ready.add(norm);
                }
            }
            if (ready.isEmpty()) {
                throw new IllegalStateException("overrides form a cycle, which the portfolio's rules exclude");
            }
            ready.forEach(waiting::drop);
            order.addAll(ready);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Removes from the applicable norms those that are set aside. */
    public NormSet standing(NormSet applicable) {
        if (!applicable.meets(overridden)) {
            return applicable;
        }
        var standing = applicable.copy();
        for (int norm : topDown) {
            if (standing.has(norm) && overriders.get(norm).meets(standing)) {
                standing.drop(norm);
            }
        }
        return standing;
    }

    NormSet overriders(int norm) {
        return overriders.get(norm);
    }

    /** The norms that one overrides. */
    NormSet overridden(int norm) {
        return below.get(norm);
    }
}
