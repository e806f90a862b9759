package io.proviso.counsel.cure;

import io.proviso.agreement.question.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that would turn a ruling: never a step, because no clause promises it.
 *
 * @param by who would have to bring it about
 * @param change the facets of the question, or the facts of the record, that change, and what they become
 * @param outcome what the ruling would be then
 * @param note the same in words
 */
public record Cure(By by, Map<String, String> change, Outcome outcome, String note) {
    /** Who can bring a cure about. */
    public enum By {
        /** Whoever asks, by doing something else. */
        CALLER,
        /** The holder of a right, by giving it up; nobody can make it. */
        HOLDER,
        /** The world, once the record attests it. */
        RECORD
    }

    public Cure {
        change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
    }
}
