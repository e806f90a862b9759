package io.proviso.agreement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rules over every completion of a question: each open facet, unclear reading and undisclosed term takes each of its values.
 *
 * <p>Exact, by recursive splitting: values that no norm still in play can tell apart are never separated, and branches that
 * come out alike are merged again, so what remains is the shortest account of what the answer depends on.
 */
final class Completions {
    /** More leaves than this and the question is refused: it leaves too much open to be worth an answer. */
    static final int LIMIT = 10_000;

    static final String TOO_MANY = "more than " + LIMIT + " distinct completions";

    private final CompiledAct act;
    private final Consumer<NormSet> applicableInLeaf;
    private int leaves;

    Completions(CompiledAct act) {
        this(act, _ -> {});
    }

    /** Tells what applies in each completion on the way. */
    Completions(CompiledAct act, Consumer<NormSet> applicableInLeaf) {
        this.act = act;
        this.applicableInLeaf = applicableInLeaf;
    }

    static Outcome outcome(List<Completion> completions) {
        var outcomes = completions.stream().map(Completion::outcome).distinct().toList();
        return outcomes.size() == 1 ? outcomes.getFirst() : Outcome.UNDETERMINED;
    }

    /** The families of completions; empty if the candidates cannot occur together. */
    List<Completion> solve(List<BitSet> candidates) {
        return solve(candidates, act.touching(candidates).remove(act.pinnedOut()));
    }

    private List<Completion> solve(List<BitSet> candidates, NormSet inPlay) {
        for (int facet = 0; facet < candidates.size(); facet++) {
            var groups = groups(facet, candidates.get(facet), inPlay);
            if (groups.size() > 1) {
                return splitFacet(candidates, facet, groups, inPlay);
            }
        }
        if (inPlay.meets(act.impossible())) {
            return List.of();
        }
        return choose(inPlay, 0);
    }

    /** The families of completions that differ only in what is undecided; no norm in play divides the facets any more. */
    List<Completion> choose(NormSet inPlay) {
        return choose(inPlay, 0);
    }

    /** The candidate cells of a facet, those together that no norm in play tells apart. */
    List<BitSet> groups(int facet, BitSet cells, NormSet inPlay) {
        if (cells.cardinality() == 1) {
            return List.of(cells);
        }
        var groups = new LinkedHashMap<NormSet, BitSet>();
        cells.stream()
                .forEach(cell -> groups.computeIfAbsent(
                                act.index().matching(facet, cell).and(inPlay), _ -> new BitSet())
                        .set(cell));
        return List.copyOf(groups.values());
    }

    private List<Completion> splitFacet(List<BitSet> candidates, int facet, List<BitSet> groups, NormSet inPlay) {
        var domain = act.domain();
        var branches = new LinkedHashMap<List<String>, List<Completion>>();
        for (var group : groups) {
            var narrowed = new ArrayList<>(candidates);
            narrowed.set(facet, group);
            branches.put(
                    domain.labels(facet, group),
                    solve(narrowed, act.index().matchingAny(facet, group).retain(inPlay)));
        }
        return merge(domain.facet(facet).name(), branches);
    }

    private List<Completion> choose(NormSet inPlay, int from) {
        for (int next = from; next < act.undecided().size(); next++) {
            var undecided = act.undecided().get(next);
            if (undecided.divides(inPlay)) {
                var branches = new LinkedHashMap<List<String>, List<Completion>>();
                for (int i = 0; i < undecided.alternatives().size(); i++) {
                    var chosen = inPlay.copy().remove(undecided.excluded().get(i));
                    branches.put(List.of(undecided.alternatives().get(i)), choose(chosen, next + 1));
                }
                return merge(undecided.name(), branches);
            }
        }
        return leaf(inPlay);
    }

    private List<Completion> leaf(NormSet applicable) {
        leaves++;
        if (leaves > LIMIT) {
            throw new BadQuestion(List.of(new Problem(
                    act.act().name(),
                    "the question leaves so much open that it has " + TOO_MANY,
                    "Say more of what is asked: give a value to some of the facets "
                            + String.join(", ", act.act().takes()) + ".")));
        }
        applicableInLeaf.accept(applicable);
        return new Leaf(act, applicable).completions();
    }

    /** Branches that come out alike become one again; where all do, what they were split by does not matter. */
    private List<Completion> merge(String what, Map<List<String>, List<Completion>> branches) {
        var alike = new LinkedHashMap<List<Object>, List<Completion>>();
        var values = new LinkedHashMap<List<Object>, List<String>>();
        branches.forEach((labels, completions) -> {
            if (!completions.isEmpty()) {
                var key = completions.stream().<Object>map(this::likeness).toList();
                alike.merge(key, completions, Completion::merge);
                values.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(labels);
            }
        });
        if (alike.size() <= 1) {
            return alike.values().stream().findFirst().orElse(List.of());
        }
        var split = new ArrayList<Completion>();
        alike.forEach((key, completions) -> {
            var labels = values.getOrDefault(key, List.of());
            completions.forEach(completion -> split.add(completion.given(what, labels)));
        });
        return split;
    }

    private List<Object> likeness(Completion completion) {
        return List.of(completion.given(), completion.outcome(), steps(completion));
    }

    /** The steps a completion asks for, as the clauses that ask, and how long the other side has. */
    private Set<String> steps(Completion completion) {
        var steps = new LinkedHashSet<String>();
        completion.deciding().forEach(number -> {
            var norm = act.norm(number);
            if (norm.step() != null) {
                var answering = norm.reading().body() instanceof FirstRefusal right ? "/" + right.answering() : "";
                steps.add(norm.version().id() + "/" + norm.step() + answering);
            }
        });
        return steps;
    }
}
