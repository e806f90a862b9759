package io.proviso.agreement;

import io.proviso.agreement.clause.Match;
import io.proviso.units.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One aspect of a question (`provider`): a closed domain of disjoint values, a whole number, or an amount of money. */
public sealed interface Facet {
    String name();

    /** Who gives the facet its value. */
    enum SuppliedBy {
        CALLER,
        /** A first-refusal round: the desk knows, a caller may only suppose (`--fact`). */
        DESK,
        /** An attested entry of the portfolio's record; a caller may only suppose (`--fact`). */
        RECORD;

        public String word() {
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
            case Measure _ ->
                !(one instanceof Match.Between(long from, long to, Currency _)
                        && other instanceof Match.Between(long least, long below, Currency _)
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
        public Set<String> matching(Match match) {
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

    /** What clauses put bounds on: a whole number from 0, of whatever. */
    sealed interface Measure extends Facet {
        /** The number that a word of a question means; null if it is none that can be asked. */
        Asked.@Nullable Exactly read(String word);

        Asked.Exactly exactly(long number);

        /** What it is a number of, to follow one. */
        String unit();

        /** A stretch of numbers in words. */
        default String range(long first, long below) {
            return exactly(first).word() + ".." + exactly(below - 1).told();
        }

        /** All numbers from one on. */
        default String from(long first) {
            return exactly(first).told() + " or more";
        }
    }

    /** A whole number from 0, counted in {@code unit}. */
    record Count(String name, String unit) implements Measure {
        private static final Pattern WORD = Pattern.compile("0*\\d{1,18}");

        @Override
        public Asked.@Nullable Exactly read(String word) {
            return WORD.matcher(word).matches() ? exactly(Long.parseLong(word)) : null;
        }

        @Override
        public Asked.Exactly exactly(long number) {
            return new Asked.Exactly(number);
        }
    }

    /** An amount of money, exact to the smallest unit of its currency, in which it is a whole number. */
    record Amount(String name, Currency currency) implements Measure {
        private static final Pattern WORD = Pattern.compile("(\\d{1,15})(?:\\.(\\d{1,9}))?(?: +([A-Z]{3}))?");

        @Override
        public Asked.@Nullable Exactly read(String word) {
            var amount = WORD.matcher(word);
            if (!amount.matches() || !isOfIt(amount.group(3)) || isTooFine(amount.group(2))) {
                return null;
            }
            var decimals = amount.group(2) == null ? "" : "." + amount.group(2);
            return exactly(Money.of(amount.group(1) + decimals, unit()).minor());
        }

        private boolean isOfIt(@Nullable String code) {
            return code == null || code.equals(unit());
        }

        private boolean isTooFine(@Nullable String decimals) {
            return decimals != null && decimals.length() > currency.getDefaultFractionDigits();
        }

        /** What is wrong with a word that is no such amount. */
        public String complaint(String word) {
            var amount = WORD.matcher(word);
            if (!amount.matches()) {
                return name + " takes an amount of " + unit() + ", not '" + word + "'";
            }
            return isOfIt(amount.group(3))
                    ? unit() + " has " + currency.getDefaultFractionDigits() + " decimals, and '" + word + "' has more"
                    : name + " is in " + unit() + ", not in " + amount.group(3);
        }

        @Override
        public Asked.Exactly exactly(long number) {
            return new Asked.Exactly(number, currency);
        }

        @Override
        public String unit() {
            return currency.getCurrencyCode();
        }
    }
}
