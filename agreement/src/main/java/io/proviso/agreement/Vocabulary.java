package io.proviso.agreement;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words questions may use: acts, the facets each act takes, and combinations of values that cannot occur. */
public record Vocabulary(Map<String, Act> acts, Map<String, Facet> facets, List<Condition> impossible) {
    /** Something a party may do, and the facets that matter to it. */
    public record Act(String name, String means, List<String> takes) {
        public Act {
            takes = List.copyOf(takes);
        }
    }

    public Vocabulary {
        acts = Collections.unmodifiableMap(new LinkedHashMap<>(acts));
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
        impossible = List.copyOf(impossible);
    }

    public static Vocabulary of(Collection<Act> acts, Collection<Facet> facets, List<Condition> impossible) {
        var actsByName = new LinkedHashMap<String, Act>();
        acts.forEach(act -> actsByName.put(act.name(), act));
        var facetsByName = new LinkedHashMap<String, Facet>();
        facets.forEach(facet -> facetsByName.put(facet.name(), facet));
        return new Vocabulary(actsByName, facetsByName, impossible);
    }

    public Act act(String name) {
        return known(acts.get(name), "act", name);
    }

    public Facet facet(String name) {
        return known(facets.get(name), "facet", name);
    }

    private static <T> T known(@Nullable T found, String what, String name) {
        if (found == null) {
            throw new IllegalArgumentException("vocabulary: there is no " + what + " '" + name + "'");
        }
        return found;
    }
}
