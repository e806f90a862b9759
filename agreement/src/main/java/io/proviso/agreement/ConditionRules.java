package io.proviso.agreement;

import java.util.ArrayList;
import java.util.List;

/** Whether conditions and scopes speak the vocabulary's words, of facets their acts take. */
final class ConditionRules {
    private final Vocabulary vocabulary;
    private final Problems problems;

    ConditionRules(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check(String path, Scope scope) {
        for (int i = 0; i < scope.cases().size(); i++) {
            var inCase = scope.cases().get(i);
            var at = path + "/" + i;
            var known = inCase.acts().stream()
                    .filter(act -> problems.known(
                            at + "/act/" + act, "act", act, vocabulary.acts().keySet()))
                    .toList();
            check(at, inCase.condition(), known);
        }
    }

    /** Checks a condition; every act it is about must take every facet it names. */
    void check(String path, Condition condition, List<String> acts) {
        condition.facets().forEach((facet, match) -> {
            var at = path + "/" + facet;
            if (!problems.known(at, "facet", facet, vocabulary.facets().keySet())) {
                return;
            }
            for (var act : acts) {
                var takes = vocabulary.act(act).takes();
                if (!takes.contains(facet)) {
                    problems.add(
                            at,
                            "the act '" + act + "' does not take the facet '" + facet + "'",
                            "It takes " + String.join(", ", takes) + ".");
                }
            }
            match(at, vocabulary.facet(facet), match);
        });
    }

    void match(String path, Facet facet, Match match) {
        switch (match) {
            case Match.AnyOf(List<String> values) -> values(path, facet, values);
            case Match.NoneOf(List<String> values) -> values(path, facet, values);
            case Match.Between _ -> {
                if (!(facet instanceof Facet.Count)) {
                    problems.add(path, "'" + facet.name() + "' is not a number", "Name some of its values instead.");
                }
            }
            case Match.Undisclosed() -> {}
        }
    }

    private void values(String path, Facet facet, List<String> values) {
        switch (facet) {
            case Facet.Choice choice -> {
                var known = new ArrayList<>(choice.values());
                known.addAll(choice.groups().keySet());
                for (var value : values) {
                    if (!choice.values().contains(value)) {
                        problems.known(path + "/" + value, facet.name(), value, known);
                    }
                }
            }
            case Facet.Count count ->
                problems.add(
                        path,
                        "'" + facet.name() + "' is a number of " + count.unit() + ", not a word",
                        "Say at-least: and below: instead.");
        }
    }
}
