package io.proviso.agreement.norms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a closed question at which some norms stand and others do not, as {@link Completions} splits: only where a norm
 * that matters tells cells apart. What matters are the norms sought, all that can set them aside, and what cannot occur.
 */
final class PointSearch {
    private final CompiledAct act;
    private final Completions completions;
    private final NormSet standing;
    private final NormSet absent;
    private final NormSet relevant;

    PointSearch(CompiledAct act, BitSet standing, BitSet absent) {
        this.act = act;
        this.completions = new Completions(act);
        this.standing = set(standing);
        this.absent = set(absent);
        this.relevant = withOverriders(this.standing.copy().addAll(this.absent)).remove(act.pinnedOut());
    }

    private NormSet set(BitSet numbers) {
        var set = act.noNorms();
        numbers.stream().forEach(set::add);
        return set;
    }

    private NormSet withOverriders(NormSet norms) {
        var all = norms.copy().addAll(act.impossible());
        var added = norms;
        while (!added.isEmpty()) {
            var above = act.noNorms();
            added.forEach(norm -> above.addAll(act.precedence().overriders(norm)));
            added = above.remove(all);
            all.addAll(added);
        }
        return all;
    }

    @Nullable
    Point within(Box box) {
        var narrowed = box;
        for (int norm = 0; norm < act.norms(); norm++) {
            if (standing.has(norm)) {
                narrowed = narrowed.and(act.norm(norm).box());
            }
        }
        if (narrowed.isEmpty()) {
            return null;
        }
        var candidates = new ArrayList<BitSet>();
        for (int facet = 0; facet < act.domain().size(); facet++) {
            var cells = narrowed.cells(facet);
            candidates.add(cells == null ? act.domain().all(facet) : cells);
        }
        return search(candidates, act.touching(candidates).retain(relevant));
    }

    private @Nullable Point search(List<BitSet> candidates, NormSet inPlay) {
        if (!standing.copy().remove(inPlay).isEmpty()) {
            return null;
        }
        for (int facet = 0; facet < candidates.size(); facet++) {
            var groups = completions.groups(facet, candidates.get(facet), inPlay);
            if (groups.size() > 1) {
                return searchEach(candidates, facet, groups, inPlay);
            }
        }
        return inPlay.meets(act.impossible()) ? null : choose(candidates, inPlay, 0, Map.of());
    }

    private @Nullable Point searchEach(List<BitSet> candidates, int facet, List<BitSet> groups, NormSet inPlay) {
        for (var group : groups) {
            var narrowed = new ArrayList<>(candidates);
            narrowed.set(facet, group);
            var found = search(narrowed, act.index().matchingAny(facet, group).retain(inPlay));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Point choose(List<BitSet> candidates, NormSet inPlay, int from, Map<Given, String> given) {
        for (int next = from; next < act.undecided().size(); next++) {
            var undecided = act.undecided().get(next);
            if (undecided.excluded().stream().anyMatch(inPlay::meets)) {
                for (int i = 0; i < undecided.alternatives().size(); i++) {
                    var chosen = inPlay.copy().remove(undecided.excluded().get(i));
                    var more = new LinkedHashMap<>(given);
                    more.put(undecided.name(), undecided.alternatives().get(i));
                    var found = choose(candidates, chosen, next + 1, more);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
        }
        var stand = act.precedence().standing(inPlay);
        boolean asSought = standing.copy().remove(stand).isEmpty() && !stand.meets(absent);
        return asSought ? point(candidates, given) : null;
    }

    /** Of the cells that make no difference the vocabulary's default, or else the first. */
    private Point point(List<BitSet> candidates, Map<Given, String> given) {
        var cells = new ArrayList<Integer>();
        for (int facet = 0; facet < candidates.size(); facet++) {
            int usual = act.domain().defaultCell(facet);
            boolean fits = usual >= 0 && candidates.get(facet).get(usual);
            cells.add(fits ? usual : candidates.get(facet).nextSetBit(0));
        }
        return new Point(cells, given);
    }
}
