package io.proviso.agreement.norms;

import io.proviso.agreement.Problem;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rules over every completion of a question: each open facet, unclear reading and undisclosed term takes each of its values.
 *
 * <p>Exact, by recursive splitting: values that no norm still in play can tell apart are never separated, and branches that
 * come out alike are merged again, so what remains is the shortest account of what the answer depends on.
 */
public final class Completions {
    /** More leaves than this and the question is refused: it leaves too much open to be worth an answer. */
    static final int LIMIT = 10_000;

    private static final int MOST_NAMED = 8;

    public static final String TOO_MANY = "more than " + LIMIT + " distinct completions";

    private final CompiledAct act;
    private final Consumer<NormSet> applicableInLeaf;
    /** What the question under way leaves open: the cap is one question's. */
    private List<BitSet> asked = List.of();

    private NormSet touched;
    /** What came of choosing from a place on, for the norms then in play. */
    private final Map<List<Object>, List<Completion>> chosen = new HashMap<>();

    private int leaves;

    public Completions(CompiledAct act) {
        this(act, _ -> {});
    }

    /** Tells what applies in each completion on the way. */
    public Completions(CompiledAct act, Consumer<NormSet> applicableInLeaf) {
        this.act = act;
        this.applicableInLeaf = applicableInLeaf;
        this.touched = act.noNorms();
    }

    public static Outcome outcome(List<Completion> completions) {
        var outcomes = completions.stream().map(Completion::outcome).distinct().toList();
        return outcomes.size() == 1 ? outcomes.getFirst() : Outcome.UNDETERMINED;
    }

    /** The families of completions where nothing is on record; empty if the candidates cannot occur together. */
    public List<Completion> withoutRounds(List<BitSet> candidates) {
        var inPlay = act.touching(candidates).remove(act.pinnedOut());
        begin(candidates, inPlay);
        return solve(candidates, inPlay);
    }

    /** The families of completions of all cases that the rights on record make; empty if the candidates cannot occur together. */
    public List<Completion> solve(List<Variant> cases) {
        var solved = new LinkedHashMap<Map<Given, List<String>>, List<Completion>>();
        for (var one : cases) {
            var inPlay = act.inPlay(one.candidates()).remove(one.excluded());
            begin(one.candidates(), inPlay);
            solved.put(one.given(), solve(one.candidates(), inPlay));
        }
        return merge(solved);
    }

    /** As {@link #merge(Given, Map)} where the cases differ in one thing; else they are one only if all come out alike. */
    private List<Completion> merge(Map<Map<Given, List<String>>, List<Completion>> cases) {
        var things = cases.keySet().stream().map(Map::keySet).distinct().toList();
        if (things.size() == 1 && things.getFirst().size() == 1) {
            var branches = new LinkedHashMap<List<String>, List<Completion>>();
            cases.forEach((given, completions) ->
                    branches.put(given.values().iterator().next(), completions));
            return merge(things.getFirst().iterator().next(), branches);
        }
        var possible = new LinkedHashMap<>(cases);
        possible.values().removeIf(List::isEmpty);
        var alike = possible.values().stream()
                .map(completions -> completions.stream().map(this::likeness).toList())
                .distinct()
                .count();
        if (alike <= 1) {
            return possible.values().stream().reduce(Completion::merge).orElse(List.of());
        }
        var split = new ArrayList<Completion>();
        possible.forEach((given, completions) -> completions.forEach(completion -> {
            var told = completion;
            for (var entry : List.copyOf(given.entrySet()).reversed()) {
                told = told.given(entry.getKey(), entry.getValue());
            }
            split.add(told);
        }));
        return split;
    }

    private void begin(List<BitSet> candidates, NormSet inPlay) {
        asked = candidates;
        touched = inPlay;
        chosen.clear();
        leaves = 0;
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
        begin(List.of(), inPlay);
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
        return merge(new Given.OfFacet(domain.facet(facet).name()), branches);
    }

    private List<Completion> choose(NormSet inPlay, int from) {
        var choice = act.alternatives().next(inPlay, from);
        var known = List.<Object>of(inPlay, choice == null ? act.undecided().size() : choice.index());
        var before = chosen.get(known);
        if (before != null) {
            return before;
        }
        var completions = choice == null ? leaf(inPlay) : each(choice);
        chosen.put(known, completions);
        return completions;
    }

    private List<Completion> each(Alternatives.Choice choice) {
        var branches = new LinkedHashMap<List<String>, List<Completion>>();
        choice.branches().forEach((labels, norms) -> branches.put(labels, choose(norms, choice.index() + 1)));
        return merge(choice.undecided().name(), branches);
    }

    private List<Completion> leaf(NormSet applicable) {
        leaves++;
        if (leaves > LIMIT) {
            throw new BadQuestion(List.of(new Problem(
                    act.act().name(), "the question leaves so much open that it has " + TOO_MANY, whatToSay())));
        }
        applicableInLeaf.accept(applicable);
        return new Leaf(act, applicable).completions();
    }

    /** Only what is open, and makes a difference, can be said. */
    private String whatToSay() {
        var facets = new ArrayList<String>();
        for (int facet = 0; facet < asked.size(); facet++) {
            if (groups(facet, asked.get(facet), touched).size() > 1) {
                facets.add(act.domain().facet(facet).name());
            }
        }
        var terms = act.undecided().stream()
                .filter(undecided -> undecided.divides(touched))
                .map(undecided -> undecided.name().words())
                .toList();
        var advice = new ArrayList<String>();
        if (!facets.isEmpty()) {
            advice.add("Say more of what is asked: give a value to some of the facets " + some(facets) + ".");
        }
        if (!terms.isEmpty()) {
            advice.add("Pin a reading, or write down the term that is undisclosed, of some of these: " + some(terms)
                    + ".");
        }
        return String.join(" ", advice);
    }

    private static String some(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    /** Branches that come out alike become one again; where all do, what they were split by does not matter. */
    private List<Completion> merge(Given what, Map<List<String>, List<Completion>> branches) {
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

    /** The steps a completion asks for, by number. */
    private BitSet steps(Completion completion) {
        var steps = new BitSet();
        completion.deciding().forEach(norm -> {
            if (act.step(norm) != CompiledAct.NO_STEP) {
                steps.set(act.step(norm));
            }
        });
        return steps;
    }
}
