package io.proviso.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fault simulation found.
 *
 * @param rounds capacity requests played, each to its end
 * @param commands decided in all
 * @param curve distinct states reached, after rounds that double each time
 * @param failure the first, null if no rule was broken
 */
public record FaultsReport(
        long rounds,
        long commands,
        List<Reached> curve,
        @Nullable Failure failure) {
    /** How many states, told apart without their instants and names, so many rounds had reached. */
    public record Reached(long rounds, long states) {}

    /** A rule broken, the seed of the one episode that breaks it, and a history from which nothing more can be left out. */
    public record Failure(long seed, String broken, List<String> history) {
        public Failure {
            history = List.copyOf(history);
        }
    }

    public FaultsReport {
        curve = List.copyOf(curve);
    }
}
