package io.proviso.counsel.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a set of closed questions in few disjoint boxes: each as wide as the set and the boxes before it allow, the widest first
 * until all are told. Greedy, as the smallest cover is NP-hard; exact in what it covers, and the same however the set was cut.
 * A box may hold what cannot occur.
 */
final class Cover {
    /** Seeds tried for each box; more seldom give a wider one. */
    private static final int SEEDS = 24;

    /** A box, perhaps without a smaller one within it. */
    record Told(Cells box, @Nullable Cells without) {
        /** As boxes without exception. */
        List<Cells> parts() {
            return without == null ? List.of(box) : box.minus(without);
        }

        double of(List<Cells> questions) {
            return parts().stream().mapToDouble(part -> common(part, questions)).sum();
        }
    }

    private final Cells everything;
    private final List<Cells> wanted;
    private final List<Cells> allowed;
    private final boolean excepting;
    private final List<Cells> told = new ArrayList<>();

    private Cover(Cells everything, List<Cells> wanted, List<Cells> allowed, boolean excepting) {
        this.everything = everything;
        this.wanted = wanted;
        this.allowed = allowed;
        this.excepting = excepting;
    }

    /**
     * The boxes.
     *
     * @param wanted disjoint boxes that must be told
     * @param free boxes that may be told or not, because no question falls into them
     */
    static List<Cells> of(Cells everything, List<Cells> wanted, List<Cells> free) {
        return over(everything, wanted, free, false).boxes().stream()
                .map(Told::box)
                .toList();
    }

    /** Fewer boxes, some of them with an exception: a smaller box in which nothing is wanted. */
    static List<Told> excepting(Cells everything, List<Cells> wanted, List<Cells> free) {
        return over(everything, wanted, free, true).boxes();
    }

    private static Cover over(Cells everything, List<Cells> wanted, List<Cells> free, boolean excepting) {
        var canonical = CanonicalBoxes.of(wanted);
        var allowed = new ArrayList<>(canonical);
        allowed.addAll(CanonicalBoxes.of(free));
        return new Cover(everything, canonical, allowed, excepting);
    }

    private List<Told> boxes() {
        var boxes = new ArrayList<Told>();
        var remaining = wanted;
        while (!remaining.isEmpty()) {
            var widest = widest(remaining);
            boxes.add(widest);
            told.addAll(widest.parts());
            for (var part : widest.parts()) {
                remaining = Cells.minus(remaining, part);
            }
        }
        return boxes;
    }

    private Told widest(List<Cells> remaining) {
        var seeds = remaining.stream()
                .sorted(Comparator.comparingDouble(Cells::volume).reversed())
                .limit(SEEDS)
                .map(this::widened)
                .toList();
        var widest = seeds.getFirst();
        for (var other : seeds) {
            widest = other.of(remaining) > widest.of(remaining) ? other : widest;
        }
        return widest;
    }

    private static double common(Cells box, List<Cells> questions) {
        return questions.stream()
                .mapToDouble(each -> {
                    var both = each.and(box);
                    return both == null ? 0 : both.volume();
                })
                .sum();
    }

    /** Frees whole axes first, for what is not restricted need not be said; then adds single cells. */
    private Told widened(Cells seed) {
        var box = new Told(seed, null);
        for (int axis = 0; axis < seed.axes().size(); axis++) {
            box = ifAllowed(box, axis, everything.axes().get(axis));
        }
        for (int axis = 0; axis < seed.axes().size(); axis++) {
            var missing = (BitSet) everything.axes().get(axis).clone();
            missing.andNot(box.box().axes().get(axis));
            for (int cell = missing.nextSetBit(0); cell >= 0; cell = missing.nextSetBit(cell + 1)) {
                var more = (BitSet) box.box().axes().get(axis).clone();
                more.set(cell);
                box = ifAllowed(box, axis, more);
            }
        }
        return box;
    }

    private Told ifAllowed(Told box, int axis, BitSet cells) {
        var wider = box.box().with(axis, cells);
        if (told.stream().anyMatch(each -> each.and(wider) != null)) {
            return box;
        }
        if (wider.within(allowed)) {
            return new Told(wider, null);
        }
        var exception = excepting ? exception(wider) : null;
        return exception == null ? box : new Told(wider, exception);
    }

    /** The one small box in which all lies that is not allowed; null if that is not so, or if leaving out some cells says as much. */
    private @Nullable Cells exception(Cells box) {
        var outside = List.of(box);
        for (var each : allowed) {
            outside = Cells.minus(outside, each);
        }
        var hull = Cells.hull(outside);
        int narrower = 0;
        for (int axis = 0; axis < box.axes().size(); axis++) {
            narrower += hull.axes().get(axis).equals(box.axes().get(axis)) ? 0 : 1;
        }
        boolean small = 2 * hull.volume() <= box.volume();
        return narrower > 1 && small && common(hull, wanted) == 0 ? hull : null;
    }
}
