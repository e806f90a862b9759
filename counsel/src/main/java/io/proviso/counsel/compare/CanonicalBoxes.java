package io.proviso.counsel.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same questions in disjoint boxes that depend on the questions alone, however they were cut: a reduced decision diagram over
 * the axes in their order, written out. So nothing that is told of them depends on the order of files.
 */
final class CanonicalBoxes {
    private final List<Cells> boxes;
    private final List<Map<BitSet, List<List<BitSet>>>> known = new ArrayList<>();

    private CanonicalBoxes(List<Cells> boxes) {
        this.boxes = boxes;
    }

    static List<Cells> of(List<Cells> boxes) {
        if (boxes.isEmpty()) {
            return List.of();
        }
        var all = new BitSet();
        all.set(0, boxes.size());
        var canonical = new CanonicalBoxes(boxes);
        boxes.getFirst().axes().forEach(_ -> canonical.known.add(new HashMap<>()));
        return canonical.from(0, all).stream().map(Cells::new).toList();
    }

    /** What some of the boxes hold on the axes from one on. */
    private List<List<BitSet>> from(int axis, BitSet some) {
        if (axis == known.size()) {
            return List.of(List.of());
        }
        var told = known.get(axis).get(some);
        if (told == null) {
            told = cut(axis, some);
            known.get(axis).put(some, told);
        }
        return told;
    }

    private List<List<BitSet>> cut(int axis, BitSet some) {
        var cellsOf = new LinkedHashMap<List<List<BitSet>>, BitSet>();
        byBoxes(axis, some)
                .forEach((those, cells) -> cellsOf.computeIfAbsent(from(axis + 1, those), _ -> new BitSet())
                        .or(cells));
        var byFirst = new TreeMap<Integer, List<List<BitSet>>>();
        cellsOf.forEach((rest, cells) -> byFirst.put(
                cells.nextSetBit(0),
                rest.stream().map(each -> with(cells, each)).toList()));
        return byFirst.values().stream().flatMap(List::stream).toList();
    }

    /** The cells of an axis, together where the same boxes hold them. */
    private Map<BitSet, BitSet> byBoxes(int axis, BitSet some) {
        var holding = new TreeMap<Integer, BitSet>();
        some.stream()
                .forEach(box -> boxes.get(box).axes().get(axis).stream()
                        .forEach(cell ->
                                holding.computeIfAbsent(cell, _ -> new BitSet()).set(box)));
        var byBoxes = new LinkedHashMap<BitSet, BitSet>();
        holding.forEach((cell, those) ->
                byBoxes.computeIfAbsent(those, _ -> new BitSet()).set(cell));
        return byBoxes;
    }

    private static List<BitSet> with(BitSet cells, List<BitSet> rest) {
        var all = new ArrayList<BitSet>();
        all.add(cells);
        all.addAll(rest);
        return all;
    }
}
