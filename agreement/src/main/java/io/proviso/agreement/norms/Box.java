package io.proviso.agreement.norms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conjunction lowered to cells: for each facet of the act the cells that match, or null where the facet does not matter. */
public record Box(List<@Nullable BitSet> facets) {

    public static Box everything(int facets) {
        var free = new ArrayList<@Nullable BitSet>();
        for (int i = 0; i < facets; i++) {
            free.add(null);
        }
        return new Box(free);
    }

    /** The cells of one facet; null if the facet does not matter. */
    public @Nullable BitSet cells(int facet) {
        return facets.get(facet);
    }

    public Box and(int facet, BitSet cells) {
        var old = facets.get(facet);
        var both = (BitSet) cells.clone();
        if (old != null) {
            both.and(old);
        }
        var more = new ArrayList<@Nullable BitSet>(facets);
        more.set(facet, both);
        return new Box(more);
    }

    public Box and(Box other) {
        var both = this;
        for (int facet = 0; facet < facets.size(); facet++) {
            var cells = other.cells(facet);
            if (cells != null) {
                both = both.and(facet, cells);
            }
        }
        return both;
    }

    /** Whether some closed question is in both. */
    public boolean meets(Box other) {
        for (int facet = 0; facet < facets.size(); facet++) {
            var cells = facets.get(facet);
            var others = other.facets.get(facet);
            boolean apart = cells == null
                    ? others != null && others.isEmpty()
                    : others == null ? cells.isEmpty() : !cells.intersects(others);
            if (apart) {
                return false;
            }
        }
        return true;
    }

    /** Whether every closed question of these candidate cells is in it. */
    public boolean holdsAll(List<BitSet> candidates) {
        for (int facet = 0; facet < facets.size(); facet++) {
            var cells = facets.get(facet);
            if (cells != null) {
                var outside = (BitSet) candidates.get(facet).clone();
                outside.andNot(cells);
                if (!outside.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return facets.stream().anyMatch(cells -> cells != null && cells.isEmpty());
    }

    /** Disjoint boxes that together are the complement: not(A and B) = not A, or A and not B. */
    List<Box> complement(Domain domain) {
        var rest = new ArrayList<Box>();
        var so = everything(facets.size());
        for (int facet = 0; facet < facets.size(); facet++) {
            var cells = facets.get(facet);
            if (cells == null) {
                continue;
            }
            var outside = domain.all(facet);
            outside.andNot(cells);
            rest.add(so.and(facet, outside));
            so = so.and(facet, cells);
        }
        return rest;
    }

    static List<Box> product(List<Box> left, List<Box> right) {
        return left.stream()
                .flatMap(one -> right.stream().map(one::and))
                .filter(box -> !box.isEmpty())
                .toList();
    }
}
