package io.proviso.counsel;

import io.proviso.agreement.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that would turn a ruling: never a step, because no clause promises it.
 *
 * @param change the facets of the question that change and what they become; empty where somebody else must act
 * @param outcome what the ruling would be then
 * @param note who would have to do what, in words
 */
public record Cure(Map<String, String> change, Outcome outcome, String note) {
    public Cure {
        change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
    }
}
