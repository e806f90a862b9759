package io.proviso.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A conjunction: every facet named here must match; a facet that is not named does not matter. */
public record Condition(Map<String, Match> facets) {
    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }

    public Condition and(String facet, Match match) {
        var more = new LinkedHashMap<>(facets);
        if (more.put(facet, match) != null) {
            throw new IllegalArgumentException("condition: facet '" + facet + "' is restricted twice");
        }
        return new Condition(more);
    }
}
