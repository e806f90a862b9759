package io.proviso.agreement.norms;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/** Cuts the closed questions of an act into regions, as {@link Completions} splits: where a norm in play tells cells apart, and nowhere else. */
final class Partition {
    private record Likeness(List<BitSet> others, Region.Answer answer) {}

    private final CompiledAct act;
    private final Completions completions;

    Partition(CompiledAct act) {
        this.act = act;
        this.completions = new Completions(act);
    }

    List<Region> of(List<BitSet> candidates) {
        return of(candidates, act.touching(candidates).remove(act.pinnedOut()));
    }

    private List<Region> of(List<BitSet> candidates, NormSet inPlay) {
        for (int facet = 0; facet < candidates.size(); facet++) {
            var groups = completions.groups(facet, candidates.get(facet), inPlay);
            if (groups.size() > 1) {
                return split(candidates, facet, groups, inPlay);
            }
        }
        return inPlay.meets(act.impossible()) ? List.of() : List.of(region(candidates, inPlay));
    }

    private List<Region> split(List<BitSet> candidates, int facet, List<BitSet> groups, NormSet inPlay) {
        var merged = new LinkedHashMap<Likeness, Region>();
        for (var group : groups) {
            var narrowed = new ArrayList<>(candidates);
            narrowed.set(facet, group);
            for (var region : of(narrowed, act.index().matchingAny(facet, group).retain(inPlay))) {
                merged.merge(
                        new Likeness(with(region.cells(), facet, new BitSet()), region.answer()),
                        region,
                        (one, other) -> union(one, other, facet));
            }
        }
        return List.copyOf(merged.values());
    }

    private static Region union(Region one, Region other, int facet) {
        var cells = (BitSet) one.cells().get(facet).clone();
        cells.or(other.cells().get(facet));
        var deciding = new TreeSet<>(one.deciding());
        deciding.retainAll(other.deciding());
        return new Region(with(one.cells(), facet, cells), one.answer(), deciding);
    }

    private static List<BitSet> with(List<BitSet> cells, int facet, BitSet changed) {
        var more = new ArrayList<>(cells);
        more.set(facet, changed);
        return more;
    }

    private Region region(List<BitSet> cells, NormSet inPlay) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        var needs = new TreeSet<Region.Need>();
        var deciding = new TreeSet<ClauseName>();
        for (var completion : completions.choose(inPlay)) {
            outcomes.add(completion.outcome());
            completion.deciding().forEach(number -> {
                var norm = act.norm(number);
                deciding.add(norm.version().id());
                if (norm.step() != null) {
                    needs.add(new Region.Need(norm.step().kind(), norm.step().to()));
                }
            });
        }
        return new Region(cells, new Region.Answer(outcomes, needs), deciding);
    }
}
