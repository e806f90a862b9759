package io.proviso.counsel.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box of closed questions: the product of one set of cells for each axis; never empty. */
public record Cells(List<BitSet> axes) {
    public Cells {
        axes = List.copyOf(axes);
    }

    Cells with(int axis, BitSet cells) {
        var more = new ArrayList<>(axes);
        more.set(axis, cells);
        return new Cells(more);
    }

    /** What both have; null if nothing. */
    @Nullable
    Cells and(Cells other) {
        var both = new ArrayList<BitSet>();
        for (int axis = 0; axis < axes.size(); axis++) {
            var cells = copy(axis);
            cells.and(other.axes.get(axis));
            if (cells.isEmpty()) {
                return null;
            }
            both.add(cells);
        }
        return new Cells(both);
    }

    /** The rest, in disjoint boxes. */
    List<Cells> minus(Cells other) {
        var common = and(other);
        if (common == null) {
            return List.of(this);
        }
        var rest = new ArrayList<Cells>();
        var so = this;
        for (int axis = 0; axis < axes.size(); axis++) {
            var outside = copy(axis);
            outside.andNot(other.axes.get(axis));
            if (!outside.isEmpty()) {
                rest.add(so.with(axis, outside));
            }
            so = so.with(axis, common.axes.get(axis));
        }
        return rest;
    }

    /** What is left of disjoint boxes, in disjoint boxes. */
    static List<Cells> minus(List<Cells> boxes, Cells other) {
        return boxes.stream().flatMap(each -> each.minus(other).stream()).toList();
    }

    /** Whether the boxes together hold all of this one. */
    boolean within(List<Cells> boxes) {
        var rest = List.of(this);
        for (var box : boxes) {
            if (rest.isEmpty()) {
                return true;
            }
            rest = minus(rest, box);
        }
        return rest.isEmpty();
    }

    /** The least box that holds all of these, at least one. */
    static Cells hull(List<Cells> boxes) {
        var axes = new ArrayList<BitSet>();
        for (int axis = 0; axis < boxes.getFirst().axes.size(); axis++) {
            var cells = boxes.getFirst().copy(axis);
            for (var box : boxes) {
                cells.or(box.axes.get(axis));
            }
            axes.add(cells);
        }
        return new Cells(axes);
    }

    double volume() {
        return axes.stream().mapToDouble(BitSet::cardinality).reduce(1, (one, other) -> one * other);
    }

    private BitSet copy(int axis) {
        return (BitSet) axes.get(axis).clone();
    }
}
