package io.proviso.agreement.rules;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Scope;
import java.util.List;

/**
 * Whether the vocabulary has the facets by which first refusals and limits work: without them a right could never be satisfied,
 * and nothing would be counted.
 */
final class NeededFacets {
    private final Vocabulary vocabulary;
    private final ProblemLog problems;

    NeededFacets(Vocabulary vocabulary, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void of(String path, FirstRefusal right) {
        var refusal = vocabulary.refusal();
        if (refusal == null) {
            problems.add(
                    path,
                    "no facet of the vocabulary tells what the holder answered, without which this clause cannot work",
                    "Mark one as supplied-by: desk, with the values " + String.join(", ", Refusal.words()) + ".");
            return;
        }
        for (var inCase : right.scope().cases()) {
            inCase.acts().forEach(act -> taken(path + "/on", act, refusal.name()));
            ownFacet(path + "/on", inCase.condition(), refusal.name());
        }
        Refusal.words().forEach(value -> problems.known(path, refusal.name(), value, refusal.values()));
    }

    /** What a limit counts must be a count, of which every act that it covers is asked. */
    void counted(String path, String facet, Scope scope) {
        var at = path + "/" + facet;
        if (vocabulary.facets().containsKey(facet) && !counts().contains(facet)) {
            problems.add(
                    at,
                    "'" + facet + "' is not a count in this vocabulary, so that no limit can be counted in it",
                    "Counts are " + String.join(", ", counts()) + ".");
            return;
        }
        if (!problems.known(at, "facet", facet, counts())) {
            return;
        }
        scope.acts().forEach(act -> taken(at, act, facet));
    }

    private List<String> counts() {
        return vocabulary.facets().values().stream()
                .filter(Facet.Count.class::isInstance)
                .map(Facet::name)
                .toList();
    }

    private boolean taken(String path, String act, String facet) {
        var known = vocabulary.acts().get(act);
        if (known == null || known.takes().contains(facet)) {
            return known != null;
        }
        problems.add(
                path,
                "the act '" + act + "' does not take the facet '" + facet + "', without which this clause cannot work",
                "Add it to what the act takes in the vocabulary.");
        return false;
    }

    private void ownFacet(String path, Condition condition, String facet) {
        if (condition.facets().containsKey(facet)) {
            problems.add(
                    path + "/" + facet,
                    "the clause itself says what '" + facet + "' must be",
                    "Take it out of the condition.");
        }
    }
}
