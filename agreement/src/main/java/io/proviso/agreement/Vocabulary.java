package io.proviso.agreement;

import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Quantity;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words questions may use: acts, the facets each act takes, and combinations of values that cannot occur.
 *
 * @param desk those in which the capacity desk asks
 */
public record Vocabulary(Map<String, Act> acts, Map<String, Facet> facets, List<Condition> impossible, DeskWords desk) {
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

    /** In which no desk asks. */
    public Vocabulary(Map<String, Act> acts, Map<String, Facet> facets, List<Condition> impossible) {
        this(acts, facets, impossible, DeskWords.NONE);
    }

    public Vocabulary with(DeskWords other) {
        return new Vocabulary(acts, facets, impossible, other);
    }

    /** The fact that tells what a holder of a right has said; null if no facet is supplied by the desk. */
    public Facet.@Nullable Choice refusal() {
        return (Facet.Choice) facets.values().stream()
                .filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.DESK)
                .findFirst()
                .orElse(null);
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

    /** What a facet counts, to follow a number. */
    public String unit(String facet) {
        return facets.get(facet) instanceof Facet.Measure measure ? measure.unit() : facet;
    }

    /** A quantity in words. */
    public String told(Quantity quantity) {
        return Quantity.told(quantity.number(), unit(quantity.facet()));
    }

    private static <T> T known(@Nullable T found, String what, String name) {
        if (found == null) {
            throw new IllegalArgumentException("vocabulary: there is no " + what + " '" + name + "'");
        }
        return found;
    }
}
