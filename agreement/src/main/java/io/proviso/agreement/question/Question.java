package io.proviso.agreement.question;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ClauseName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * May this be done? An act, and what is said of its facets; a facet that is not mentioned is open.
 *
 * @param supposed facts that the record or the desk would supply and the caller supposes instead; of one right by the fact's
 *     name, {@code @} and the name of the clause
 * @param request of which need of the customer's; null if of none in particular
 */
public record Question(
        String act,
        Map<String, Asked> facets,
        Map<String, String> supposed,
        @Nullable String request) {
    /** Of no request in particular. */
    public Question(String act, Map<String, Asked> facets, Map<String, String> supposed) {
        this(act, facets, supposed, null);
    }

    public Question {
        facets = Collections.unmodifiableMap(new TreeMap<>(facets));
        supposed = Collections.unmodifiableMap(new TreeMap<>(supposed));
    }

    /** As it is asked on a command line, in a fixed order. */
    public String words() {
        return QuestionRules.words(this);
    }

    /** What it supposes by that fact that the holder of a right has said, of that right or of every one; null if it supposes nothing. */
    @Nullable
    public Refusal supposed(String fact, ClauseName right) {
        var own = supposed.get(fact + "@" + right);
        var said = own == null ? supposed.get(fact) : own;
        return said == null ? null : Refusal.of(said);
    }

    /** Whether it supposes something of one right in particular. */
    public boolean supposesOfOneRight() {
        return supposed.keySet().stream().anyMatch(fact -> fact.contains("@"));
    }

    /** Whether it supposes by that fact that some holder has said something. */
    public boolean supposesAnAnswer(String fact) {
        return supposed.entrySet().stream()
                .anyMatch(one -> isOf(fact, one.getKey()) && !one.getValue().equals(Refusal.NONE.word()));
    }

    /** The question as if by that fact no holder had said anything. */
    public Question unanswered(String fact) {
        var others = new TreeMap<>(supposed);
        others.keySet().removeIf(key -> isOf(fact, key));
        others.put(fact, Refusal.NONE.word());
        return new Question(act, facets, others, request);
    }

    private static boolean isOf(String fact, String key) {
        return key.equals(fact) || key.startsWith(fact + "@");
    }

    /** The question of one request: of other rounds on record only what frees the customer reaches it. */
    public Question of(@Nullable String other) {
        return new Question(act, facets, supposed, other);
    }

    /** The question under one more supposition. */
    public Question suppose(String fact, String value) {
        var more = new TreeMap<>(supposed);
        more.put(fact, value);
        return new Question(act, facets, more, request);
    }
}
