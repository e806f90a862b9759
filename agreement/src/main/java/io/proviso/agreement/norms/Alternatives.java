package io.proviso.agreement.norms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be chosen where some norms are in play, without what makes no difference.
 *
 * <p>Norms are alike if they belong to one agreement, have one effect, and stand in the same place among overrides: of several that
 * apply together it does not matter which. So alternatives that bring norms alike are one, and what only brings norms alike to one
 * that applies anyway is no choice at all. Sixteen clauses that are unclear in the same way are then seventeen cases, not 65,536.
 */
final class Alternatives {
    /** Something to choose, with the norms in play under each group of alternatives that come to the same. */
    record Choice(int index, Undecided undecided, Map<List<String>, NormSet> branches) {}

    /** A kind of norm, and the choices still to be made under which it exists. */
    private record Expected(int kind, Set<Norm.Choice> pending) {}

    private final List<Undecided> undecided;
    private final List<Norm> norms;
    private final int[] kinds;
    /** By norm the place in the list of the last choice under which it exists; -1 if it exists under every one. */
    private final int[] last;

    private final Map<Object, Integer> places = new HashMap<>();

    /** Alike are norms of which, besides, something else is equal. */
    Alternatives(List<Undecided> undecided, List<Norm> norms, Precedence precedence, IntUnaryOperator besides) {
        this.undecided = List.copyOf(undecided);
        this.norms = List.copyOf(norms);
        this.kinds = new int[norms.size()];
        this.last = new int[norms.size()];
        for (int i = 0; i < undecided.size(); i++) {
            places.put(undecided.get(i).name(), i);
        }
        var numbers = new HashMap<List<Object>, Integer>();
        for (int i = 0; i < norms.size(); i++) {
            var norm = norms.get(i);
            var likeness = List.of(
                    norm.version().agreement().name(),
                    norm.effect(),
                    precedence.overriders(i),
                    precedence.overridden(i),
                    besides.applyAsInt(i));
            kinds[i] = numbers.computeIfAbsent(likeness, _ -> numbers.size());
            last[i] = norm.choices().stream().mapToInt(this::place).max().orElse(-1);
        }
    }

    private int place(Norm.Choice choice) {
        return places.getOrDefault(choice.undecided(), -1);
    }

    /** The first choice from that place on that can make a difference; null if none can. */
    @Nullable
    Choice next(NormSet inPlay, int from) {
        for (int i = from; i < undecided.size(); i++) {
            if (undecided.get(i).divides(inPlay)) {
                var branches = branches(inPlay, i);
                if (branches.size() > 1) {
                    return new Choice(i, undecided.get(i), branches);
                }
            }
        }
        return null;
    }

    private Map<List<String>, NormSet> branches(NormSet inPlay, int index) {
        var certain = certain(inPlay, index);
        var what = undecided.get(index);
        var alike = new LinkedHashMap<Set<Expected>, List<Integer>>();
        for (int i = 0; i < what.alternatives().size(); i++) {
            alike.computeIfAbsent(expected(inPlay, certain, index, i), _ -> new ArrayList<>())
                    .add(i);
        }
        var branches = new LinkedHashMap<List<String>, NormSet>();
        for (var group : alike.values()) {
            var gone = inPlay.copy();
            group.forEach(i -> gone.retain(what.excluded().get(i)));
            branches.put(
                    group.stream().map(what.alternatives()::get).toList(),
                    inPlay.copy().remove(gone));
        }
        return branches;
    }

    /** The kinds of norm that apply whatever is chosen from that place on. */
    private Set<Integer> certain(NormSet inPlay, int index) {
        var certain = new HashSet<Integer>();
        inPlay.forEach(norm -> {
            if (norm < norms.size() && last[norm] < index) {
                certain.add(kinds[norm]);
            }
        });
        return certain;
    }

    /** What an alternative brings beyond what is certain. */
    private Set<Expected> expected(NormSet inPlay, Set<Integer> certain, int index, int alternative) {
        var expected = new HashSet<Expected>();
        inPlay.copy().remove(undecided.get(index).excluded().get(alternative)).forEach(norm -> {
            if (norm < norms.size() && last[norm] >= index && !certain.contains(kinds[norm])) {
                expected.add(new Expected(kinds[norm], pending(norm, index)));
            }
        });
        return expected;
    }

    private Set<Norm.Choice> pending(int norm, int index) {
        var pending = new HashSet<Norm.Choice>();
        norms.get(norm).choices().stream()
                .filter(choice -> place(choice) > index)
                .forEach(pending::add);
        return pending;
    }
}
