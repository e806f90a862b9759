package io.proviso.agreement.norms;

import java.util.BitSet;
import java.util.List;

/**
 * For every cell of every facet the set of boxes that do not mind it, as bits; the boxes that hold a closed question are the
 * intersection over its facets (the bit-vector scheme of Lakshman and Stiliadis, SIGCOMM 1998, for packet filters).
 */
final class NormIndex {
    private final int boxes;
    private final NormSet[][] byCell;

    NormIndex(Domain domain, List<Box> boxes) {
        this.boxes = boxes.size();
        this.byCell = new NormSet[domain.size()][];
        for (int facet = 0; facet < domain.size(); facet++) {
            byCell[facet] = new NormSet[domain.cells(facet)];
            for (int cell = 0; cell < domain.cells(facet); cell++) {
                byCell[facet][cell] = matching(boxes, facet, cell);
            }
        }
    }

    private static NormSet matching(List<Box> boxes, int facet, int cell) {
        var matching = NormSet.none(boxes.size());
        for (int box = 0; box < boxes.size(); box++) {
            var cells = boxes.get(box).cells(facet);
            if (cells == null || cells.get(cell)) {
                matching.add(box);
            }
        }
        return matching;
    }

    NormSet matching(int facet, int cell) {
        return byCell[facet][cell];
    }

    /** The boxes that hold a closed question: one cell for each facet. */
    NormSet holding(int[] cells) {
        var holding = byCell[0][cells[0]].copy();
        for (int facet = 1; facet < cells.length; facet++) {
            holding.retain(byCell[facet][cells[facet]]);
        }
        return holding;
    }

    /** The boxes that hold at least one completion of an open question: some candidate cell of each facet. */
    NormSet touching(List<BitSet> candidates) {
        var touching = NormSet.all(boxes);
        for (int facet = 0; facet < byCell.length; facet++) {
            touching.retain(matchingAny(facet, candidates.get(facet)));
        }
        return touching;
    }

    NormSet matchingAny(int facet, BitSet cells) {
        var any = NormSet.none(boxes);
        cells.stream().forEach(cell -> any.addAll(byCell[facet][cell]));
        return any;
    }
}
