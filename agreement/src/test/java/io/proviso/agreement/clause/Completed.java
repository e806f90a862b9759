package io.proviso.agreement.clause;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Everything that is open, decided: values of facets, and choices of readings and undisclosed terms. */
public record Completed(Map<String, String> values, Map<String, String> choices) {
    private static final String UNDISCLOSED = "undisclosed ";

    /** Whether the completion has an undisclosed restriction of a clause, {@code clause@place}, let this value through. */
    public boolean covers(String clause, String facet) {
        var names = clause.split("@", 2);
        var alone = choices.get(UNDISCLOSED + facet + " of " + names[0]);
        return "covered"
                .equals(
                        alone != null || names.length < 2
                                ? alone
                                : choices.get(UNDISCLOSED + facet + " (" + names[1] + ") of " + names[0]));
    }

    /** Without what other readings of a clause than the one with these terms leave undisclosed. */
    public Completed leavingOf(String clause, Set<String> terms) {
        return new Completed(left(values, clause, terms), left(choices, clause, terms));
    }

    private static Map<String, String> left(Map<String, String> chosen, String clause, Set<String> terms) {
        var left = new LinkedHashMap<>(chosen);
        left.keySet()
                .removeIf(term ->
                        term.startsWith(UNDISCLOSED) && term.endsWith(" of " + clause) && !terms.contains(term));
        return left;
    }
}
