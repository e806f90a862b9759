package io.proviso.agreement.question;

import java.util.List;

/** The values that a facet may take in a question, and where they come from. */
public record FacetValues(String facet, List<String> values, Origin origin) {
    /** Where the value of a facet comes from. */
    public enum Origin {
        ASKED,
        /** Supposed by the caller instead of what the record or the desk would supply. */
        SUPPOSED,
        /** Attested in the portfolio's record. */
        RECORD,
        /** The vocabulary's default. */
        DEFAULT,
        /** Said by nobody: every value is looked at. */
        OPEN
    }

    public FacetValues {
        values = List.copyOf(values);
    }
}
