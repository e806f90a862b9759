package io.proviso.counsel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Tells a set of closed questions in few boxes: each as wide as the set allows, the widest first until all are told. Greedy, as
 * the smallest cover is NP-hard; exact in what it covers. Boxes may overlap, and may hold what cannot occur.
 */
final class Cover {
    /** Seeds tried for each box; more seldom give a wider one. */
    private static final int SEEDS = 24;

    private final Cells everything;
    private final List<Cells> allowed;

    private Cover(Cells everything, List<Cells> allowed) {
        this.everything = everything;
        this.allowed = allowed;
    }

    /**
     * The boxes.
     *
     * @param wanted disjoint boxes that must be told
     * @param free boxes that may be told or not, because no question falls into them
     */
    static List<Cells> of(Cells everything, List<Cells> wanted, List<Cells> free) {
        var allowed = new ArrayList<>(wanted);
        allowed.addAll(free);
        return new Cover(everything, allowed).boxes(wanted);
    }

    private List<Cells> boxes(List<Cells> wanted) {
        var told = new ArrayList<Cells>();
        var remaining = wanted;
        while (!remaining.isEmpty()) {
            var rest = remaining;
            var widest = rest.stream()
                    .sorted(Comparator.comparingDouble(Cells::volume).reversed())
                    .limit(SEEDS)
                    .map(this::widened)
                    .max(Comparator.comparingDouble(box -> told(box, rest)))
                    .orElseThrow();
            told.add(widest);
            remaining =
                    rest.stream().flatMap(each -> each.minus(widest).stream()).toList();
        }
        return told;
    }

    private static double told(Cells box, List<Cells> remaining) {
        return remaining.stream()
                .mapToDouble(each -> {
                    var both = each.and(box);
                    return both == null ? 0 : both.volume();
                })
                .sum();
    }

    /** Frees whole axes first, for what is not restricted need not be said; then adds single cells. */
    private Cells widened(Cells seed) {
        var box = seed;
        for (int axis = 0; axis < box.axes().size(); axis++) {
            box = ifAllowed(box, axis, everything.axes().get(axis));
        }
        for (int axis = 0; axis < box.axes().size(); axis++) {
            var missing = (BitSet) everything.axes().get(axis).clone();
            missing.andNot(box.axes().get(axis));
            for (int cell = missing.nextSetBit(0); cell >= 0; cell = missing.nextSetBit(cell + 1)) {
                var more = (BitSet) box.axes().get(axis).clone();
                more.set(cell);
                box = ifAllowed(box, axis, more);
            }
        }
        return box;
    }

    private Cells ifAllowed(Cells box, int axis, BitSet cells) {
        var wider = box.with(axis, cells);
        return wider.within(allowed) ? wider : box;
    }
}
