package io.proviso.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Conditions as design.md says them, value by value. */
final class PlainConditions implements Naive.Conditions {
    @Override
    public boolean hold(Vocabulary vocabulary, String clause, Condition condition, Naive.Completed completed) {
        for (var entry : condition.facets().entrySet()) {
            var facet = vocabulary.facet(entry.getKey());
            var value = Objects.requireNonNull(completed.values().get(facet.name()));
            boolean matches = switch (entry.getValue()) {
                case Match.AnyOf(List<String> words) -> means(facet, words, value);
                case Match.NoneOf(List<String> words) -> !means(facet, words, value);
                case Match.Between(long atLeast, long below) ->
                    Long.parseLong(value) >= atLeast && Long.parseLong(value) < below;
                case Match.Undisclosed() -> completed.covers(clause, facet.name());
            };
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean means(Facet facet, List<String> words, String value) {
        return words.contains(value)
                || (facet instanceof Facet.Choice choice
                        && words.stream()
                                .anyMatch(word -> choice.groups()
                                        .getOrDefault(word, List.of())
                                        .contains(value)));
    }

    /** The conditions that a clause puts on an act. */
    static List<Condition> of(@Nullable ClauseBody body, String act) {
        var scope = switch (body) {
            case null -> new Scope(List.of());
            case FirstRefusal right -> right.scope();
            case Exclusivity exclusivity -> exclusivity.outside();
            case Permission permission -> permission.scope();
            case Prohibition prohibition -> prohibition.scope();
            case FirstAvailability first -> first.scope();
            case Licence _, Commitment _, RevenueShare _, Covenant _, Milestone _ -> new Scope(List.of());
        };
        return scope.cases().stream()
                .filter(one -> one.acts().contains(act))
                .map(Scope.Case::condition)
                .toList();
    }

    /** The facets that a clause restricts for an act in a way that nobody published. */
    static Set<String> undisclosed(@Nullable ClauseBody body, String act) {
        var all = new ArrayList<>(of(body, act));
        if (body instanceof FirstAvailability first) {
            all.addAll(first.liftedWhen());
        }
        if (body instanceof Permission permission && permission.signed() != null) {
            all.add(permission.signed());
        }
        var facets = new TreeSet<String>();
        for (var condition : all) {
            condition.facets().forEach((facet, match) -> {
                if (match instanceof Match.Undisclosed) {
                    facets.add(facet);
                }
            });
        }
        return facets;
    }
}
