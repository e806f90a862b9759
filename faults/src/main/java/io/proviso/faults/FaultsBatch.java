package io.proviso.faults;

import io.proviso.faults.FaultsReport.Failure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few episodes in a row, played apart from all others.
 *
 * @param states reached, as hashes
 * @param failure of its last episode, null if no rule was broken
 */
public record FaultsBatch(
        long rounds,
        long commands,
        Set<Long> states,
        @Nullable Failure failure) {
    public FaultsBatch {
        states = Set.copyOf(states);
    }
}
