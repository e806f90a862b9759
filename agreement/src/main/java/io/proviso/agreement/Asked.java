package io.proviso.agreement;

import java.util.List;

/** What a question says of one facet. */
public sealed interface Asked {
    /** One of these values; more than one leaves the facet open over them. */
    record OneOf(List<String> values) implements Asked {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a facet that is asked about must have a value");
            }
        }
    }

    /** Exactly this number. */
    record Exactly(long number) implements Asked {
        public Exactly {
            if (number < 0) {
                throw new IllegalArgumentException("a count must not be negative (" + number + ")");
            }
        }
    }
}
