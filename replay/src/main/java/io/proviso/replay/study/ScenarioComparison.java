package io.proviso.replay.study;

import io.proviso.replay.ScenarioResult;
import io.proviso.replay.scenario.Scenario;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several scenarios on one trace.
 *
 * @param price null if no window was varied, or if the right is in force in none of the scenarios
 * @param acceptance null for the same reasons
 */
public record ScenarioComparison(
        List<Compared> compared,
        @Nullable WindowPrice price,
        @Nullable AcceptanceGrid acceptance,
        Seeds seeds) {
    /**
     * One scenario and what it came to.
     *
     * @param portfolio the digest of the portfolio that ruled
     * @param result under the first seed
     * @param meanWait over all seeds, in seconds
     */
    public record Compared(Scenario scenario, String portfolio, ScenarioResult result, Estimate meanWait) {
        public String name() {
            return scenario.name();
        }
    }

    /** The seeds used: all of them where an interval is given, the first alone for all other figures and pictures. */
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

    /** In which all of them reckon. */
    public Currency currency() {
        return compared.getFirst().scenario().market().currency();
    }
}
