package io.proviso.agreement;

import java.util.List;
import java.util.Objects;

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
}
