package io.proviso.agreement.norms;

import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One family of completions of a question that come out alike, and what decides them.
 *
 * @param given what distinguishes the family from the others
 * @param setAside the norms that applied but were overridden, by their numbers, each with those standing that override it
 * @param silent the agreements whose silence rule takes part in the decision; the portfolio's own is {@link #PORTFOLIO}
 */
public record Completion(
        Map<Given, List<String>> given,
        Outcome outcome,
        NormSet deciding,
        SortedMap<Integer, NormSet> setAside,
        Set<String> silent) {
    public static final String PORTFOLIO = "";

    public Completion {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        setAside = Collections.unmodifiableSortedMap(new TreeMap<>(setAside));
        silent = Collections.unmodifiableSet(new LinkedHashSet<>(silent));
    }

    Completion given(Given what, List<String> values) {
        var more = new LinkedHashMap<Given, List<String>>();
        more.put(what, values);
        more.putAll(given);
        return new Completion(more, outcome, deciding, setAside, silent);
    }

    /** Both families as one: same outcome, everything cited that either cites. */
    Completion merge(Completion other) {
        var both = new LinkedHashSet<>(silent);
        both.addAll(other.silent);
        var aside = new TreeMap<>(setAside);
        other.setAside.forEach(
                (norm, by) -> aside.merge(norm, by, (one, more) -> one.copy().addAll(more)));
        return new Completion(given, outcome, deciding.copy().addAll(other.deciding), aside, both);
    }

    static List<Completion> merge(List<Completion> left, List<Completion> right) {
        var merged = new ArrayList<Completion>();
        for (int i = 0; i < left.size(); i++) {
            merged.add(left.get(i).merge(right.get(i)));
        }
        return merged;
    }
}
