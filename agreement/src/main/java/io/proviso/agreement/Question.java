package io.proviso.agreement;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * May this be done? An act, and what is said of its facets; a facet that is not mentioned is open.
 *
 * @param supposed facts that the record or the desk would supply and the caller supposes instead
 */
public record Question(String act, Map<String, Asked> facets, Map<String, String> supposed) {
    public Question {
        facets = Collections.unmodifiableMap(new TreeMap<>(facets));
        supposed = Collections.unmodifiableMap(new TreeMap<>(supposed));
    }

    /** As it is asked on a command line, in a fixed order. */
    public String words() {
        return QuestionRules.words(this);
    }

    /** Whether it supposes that the holder of first refusal has said this. */
    boolean supposes(Refusal refusal) {
        return refusal.word().equals(supposed.get(BuiltIn.REFUSAL));
    }

    /** The question under one more supposition. */
    public Question suppose(String fact, String value) {
        var more = new TreeMap<>(supposed);
        more.put(fact, value);
        return new Question(act, facets, more);
    }
}
