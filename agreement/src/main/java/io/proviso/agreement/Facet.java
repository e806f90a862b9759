package io.proviso.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One aspect of a question (`provider`): a closed domain of disjoint values, or a whole number. */
public sealed interface Facet {
    String name();

    /** Who gives the facet its value. */
    enum SuppliedBy {
        CALLER,
        /** A first-refusal round: the desk knows, a caller may only suppose (`--fact`). */
        DESK,
        /** An attested entry of the portfolio's record; a caller may only suppose (`--fact`). */
        RECORD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    default SuppliedBy suppliedBy() {
        return SuppliedBy.CALLER;
    }

    /** Whether some value matches both; what nobody published may be any. */
    default boolean meet(Match one, Match other) {
        return switch (this) {
            case Choice choice -> !Collections.disjoint(choice.matching(one), choice.matching(other));
            case Count _ ->
                !(one instanceof Match.Between(long from, long to)
                        && other instanceof Match.Between(long least, long below)
                        && (to <= least || below <= from));
        };
    }

    /** A closed domain: every possible value is listed, no two overlap; a group names several of them. */
    record Choice(
            String name,
            List<String> values,
            Map<String, List<String>> groups,
            @Nullable String defaultValue,
            SuppliedBy suppliedBy)
            implements Facet {
        public Choice {
            values = List.copyOf(values);
            groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        }

        /** The values a word stands for: itself, or the members of the group it names; none if it is unknown. */
        public List<String> expand(String word) {
            return values.contains(word) ? List.of(word) : groups.getOrDefault(word, List.of());
        }

        /** The values that match, by whatever words; all of them where nobody published which. */
        Set<String> matching(Match match) {
            var matching = new LinkedHashSet<>(values);
            switch (match) {
                case Match.AnyOf(List<String> words) -> matching.retainAll(expand(words));
                case Match.NoneOf(List<String> words) -> matching.removeAll(expand(words));
                case Match.Undisclosed() -> {}
                case Match.Between _ -> matching.clear();
            }
            return matching;
        }

        private Set<String> expand(List<String> words) {
            return words.stream().flatMap(word -> expand(word).stream()).collect(Collectors.toSet());
        }
    }

    /** A whole number from 0, counted in {@code unit}. */
    record Count(String name, String unit) implements Facet {}
}
