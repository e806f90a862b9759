package io.proviso.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several scenarios on one trace.
 *
 * @param price null if no window was varied, or if the right is in force in none of the scenarios
 */
public record ScenarioComparison(
        List<Compared> compared, @Nullable WindowPrice price, Seeds seeds) {
    /** One scenario, what it came to under the first seed, and the digest of the portfolio that ruled. */
    public record Compared(Scenario scenario, String portfolio, ScenarioResult result) {}

    /** The seeds used: the first alone for the scenarios themselves, all of them where an interval is given. */
    public record Seeds(long first, int count) {
        public Seeds {
            if (count < 1) {
                throw new IllegalArgumentException("seeds: " + count + " of them; at least one is needed.");
            }
        }
    }

    public ScenarioComparison {
        compared = List.copyOf(compared);
    }
}
