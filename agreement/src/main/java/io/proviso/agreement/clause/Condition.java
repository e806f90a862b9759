package io.proviso.agreement.clause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A conjunction: every facet named here must match; a facet that is not named does not matter. */
public record Condition(Map<String, Match> facets) {
    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }

    /** All that it asks on one line, however it was written; two conditions that are written alike are equal. */
    public String canonical() {
        return new TreeMap<>(facets)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().canonical())
                        .collect(Collectors.joining(" "));
    }

    public Condition and(String facet, Match match) {
        var more = new LinkedHashMap<>(facets);
        if (more.put(facet, match) != null) {
            throw new IllegalArgumentException("condition: facet '" + facet + "' is restricted twice");
        }
        return new Condition(more);
    }
}
