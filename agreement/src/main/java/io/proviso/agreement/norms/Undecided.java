package io.proviso.agreement.norms;

import java.util.List;

/**
 * Something a completion must choose beside the facets: a reading of an unclear clause, or what an undisclosed term covers.
 *
 * @param excluded for each alternative the norms that do not exist under it
 */
public record Undecided(Given name, List<String> alternatives, List<NormSet> excluded) {
    public Undecided {
        alternatives = List.copyOf(alternatives);
        excluded = List.copyOf(excluded);
    }

    /** Whether some of these norms exist only under some of the alternatives. */
    boolean divides(NormSet norms) {
        for (var gone : excluded) {
            if (gone.meets(norms)) {
                return true;
            }
        }
        return false;
    }
}
