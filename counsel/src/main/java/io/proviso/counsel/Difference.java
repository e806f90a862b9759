package io.proviso.counsel;

import io.proviso.agreement.Box;
import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.Domain;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Point;
import io.proviso.agreement.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One closed question, as the later act numbers its cells, that two compilations of an act answer differently. */
record Difference(Point point, Outcome before, Outcome after) {

    /** One compilation of the act, with the facts that it alone takes for granted; the others are free on both sides. */
    record Side(CompiledAct act, Box facts) {
        private Domain domain() {
            return act.domain();
        }

        private List<Region> regions(Box box) {
            var candidates = new ArrayList<BitSet>();
            for (int facet = 0; facet < domain().size(); facet++) {
                var fact = facts.cells(facet);
                var cells = fact != null ? fact : box.cells(facet);
                // Numbers are cut otherwise on the other side: look at all of them.
                boolean open = cells == null || domain().facet(facet) instanceof Facet.Count;
                candidates.add(open ? domain().all(facet) : cells);
            }
            return act.regions(candidates);
        }
    }

    /** The first difference within a box of either; null if there is none. Every pair of regions that meet is compared. */
    static @Nullable Difference within(Box box, Side before, Side after) {
        var old = before.regions(box);
        for (var now : after.regions(box)) {
            for (var then : old) {
                if (!then.answer().outcome().equals(now.answer().outcome())) {
                    var cells = common(then, before.domain(), now, after);
                    if (cells != null) {
                        return new Difference(
                                new Point(cells, Map.of()),
                                then.answer().outcome(),
                                now.answer().outcome());
                    }
                }
            }
        }
        return null;
    }

    /** The first cells that both regions have; a fact that is taken for granted is not asked about and stays at its default. */
    private static @Nullable List<Integer> common(Region then, Domain before, Region now, Side after) {
        var cells = new ArrayList<Integer>();
        for (int facet = 0; facet < after.domain().size(); facet++) {
            if (after.facts().cells(facet) != null) {
                cells.add(after.domain().defaultCell(facet));
                continue;
            }
            int cell =
                    common(facet, then.cells().get(facet), before, now.cells().get(facet), after.domain());
            if (cell < 0) {
                return null;
            }
            cells.add(cell);
        }
        return cells;
    }

    private static int common(int facet, BitSet then, Domain before, BitSet now, Domain after) {
        return switch (after.facet(facet)) {
            case Facet.Choice _ -> {
                var both = (BitSet) then.clone();
                both.and(now);
                int usual = after.defaultCell(facet);
                yield usual >= 0 && both.get(usual) ? usual : both.nextSetBit(0);
            }
            case Facet.Count _ -> commonNumber(facet, then, before, now, after);
        };
    }

    private static int commonNumber(int facet, BitSet then, Domain before, BitSet now, Domain after) {
        var starts = new TreeSet<Long>();
        for (var domain : List.of(before, after)) {
            for (long start : domain.starts(facet)) {
                starts.add(start);
            }
        }
        for (long number : starts) {
            if (then.get(before.cellOf(facet, number)) && now.get(after.cellOf(facet, number))) {
                return after.cellOf(facet, number);
            }
        }
        return -1;
    }
}
