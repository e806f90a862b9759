package io.proviso.agreement.rules;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Scope;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether conditions and scopes speak the vocabulary's words, of facets their acts take. */
final class ConditionRules {
    private final Vocabulary vocabulary;
    private final ProblemLog problems;

    ConditionRules(Vocabulary vocabulary, ProblemLog problems) {
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
            case Match.Between(long _, long _, Currency currency) -> between(path, facet, currency);
            case Match.Undisclosed() -> {}
        }
    }

    private void between(String path, Facet facet, @Nullable Currency currency) {
        switch (facet) {
            case Facet.Choice _ ->
                problems.add(path, "'" + facet.name() + "' is not a number", "Name some of its values instead.");
            case Facet.Count count -> {
                if (currency != null) {
                    problems.add(
                            path,
                            "'" + count.name() + "' is a number of " + count.unit() + ", not an amount of money",
                            "Write the number alone, as in {below: 1000}.");
                }
            }
            case Facet.Amount amount -> {
                if (!amount.currency().equals(currency)) {
                    problems.add(
                            path,
                            "'" + amount.name() + "' is in " + amount.unit()
                                    + (currency == null ? ", and here no currency is named" : ", not in " + currency),
                            "Write it as in {below: " + amount.exactly(5700).told() + "}.");
                }
            }
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
            case Facet.Measure measure ->
                problems.add(
                        path,
                        "'" + facet.name() + "' is a number of " + measure.unit() + ", not a word",
                        "Say at-least: and below: instead.");
        }
    }
}
