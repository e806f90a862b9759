package io.proviso.agreement.clause;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a clause asks of one facet. */
public sealed interface Match {
    /** What it asks, in whatever order its values were listed. */
    default String canonical() {
        return switch (this) {
            case AnyOf(List<String> values) -> "any of " + new TreeSet<>(values);
            case NoneOf(List<String> values) -> "none of " + new TreeSet<>(values);
            case Between(long atLeast, long below, Currency currency) ->
                atLeast + " to below " + below + (currency == null ? "" : " of the smallest unit of " + currency);
            case Undisclosed() -> "undisclosed";
        };
    }

    /** The facet takes one of these values. */
    record AnyOf(List<String> values) implements Match {
        public AnyOf {
            values = List.copyOf(values);
        }

        /** Listed in whatever order, it is the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AnyOf it && Set.copyOf(values).equals(Set.copyOf(it.values));
        }

        @Override
        public int hashCode() {
            return Set.copyOf(values).hashCode();
        }
    }

    /** The facet takes any value of its whole domain but these. */
    record NoneOf(List<String> values) implements Match {
        public NoneOf {
            values = List.copyOf(values);
        }

        /** Listed in whatever order, it is the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoneOf it && Set.copyOf(values).equals(Set.copyOf(it.values));
        }

        @Override
        public int hashCode() {
            return Set.copyOf(values).hashCode();
        }
    }

    /**
     * A number from {@code atLeast} (included) to {@code below} (excluded).
     *
     * @param currency in whose smallest unit the bounds are; null of a count
     */
    record Between(long atLeast, long below, @Nullable Currency currency) implements Match {
        public Between {
            if (below <= atLeast) {
                throw new IllegalArgumentException(
                        "range: below (" + below + ") must be greater than at-least (" + atLeast + ")");
            }
        }

        public Between(long atLeast, long below) {
            this(atLeast, below, null);
        }
    }

    /** The agreement has such a restriction, but nobody published it: a ruling completes over both possibilities. */
    record Undisclosed() implements Match {}
}
