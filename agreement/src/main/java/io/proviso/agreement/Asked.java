package io.proviso.agreement;

import io.proviso.units.Money;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question says of one facet. */
public sealed interface Asked {
    /** As a question is written. */
    String word();

    /** One of these values; more than one leaves the facet open over them. */
    record OneOf(List<String> values) implements Asked {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a facet that is asked about must have a value");
            }
        }

        @Override
        public String word() {
            return String.join(",", values);
        }
    }

    /**
     * Exactly this number.
     *
     * @param currency in whose smallest unit it is; null of a count
     */
    record Exactly(long number, @Nullable Currency currency) implements Asked {
        public Exactly {
            if (number < 0) {
                throw new IllegalArgumentException("a count must not be negative (" + number + ")");
            }
        }

        public Exactly(long number) {
            this(number, null);
        }

        @Override
        public String word() {
            return currency == null
                    ? Long.toString(number)
                    : Money.ofMinor(number, currency).amount().toPlainString();
        }

        /** With its currency, where it has one. */
        public String told() {
            return currency == null ? word() : Money.ofMinor(number, currency).toString();
        }
    }
}
