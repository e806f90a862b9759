package io.proviso.counsel.compare;

import io.proviso.agreement.norms.CompiledAct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An act on one side of a comparison, with the values of those facts that the record attests otherwise on the other side.
 *
 * @param values by fact the one value it has, or all it may have where it is open
 */
public record FactsTaken(CompiledAct act, Map<String, List<String>> values) {
    public FactsTaken {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static FactsTaken none(CompiledAct act) {
        return new FactsTaken(act, Map.of());
    }

    /** One value for each of the facts, in every way there is; a single one unless a fact is open. */
    List<Map<String, String>> alternatives() {
        var alternatives = List.of(Map.<String, String>of());
        for (var fact : values.entrySet()) {
            var more = new ArrayList<Map<String, String>>();
            for (var so : alternatives) {
                for (var value : fact.getValue()) {
                    var with = new LinkedHashMap<>(so);
                    with.put(fact.getKey(), value);
                    more.add(with);
                }
            }
            alternatives = more;
        }
        return alternatives;
    }
}
