package io.proviso.replay.study;

import io.proviso.replay.ReplayedRound;
import io.proviso.replay.ScenarioResult;

/**
 * What is kept of the run of one seed: a few numbers, where the waits of all its jobs would be 8 bytes each.
 *
 * @param meanWait of all jobs that began, in seconds; not a number if none did
 * @param accepted offers accepted in full or in part
 */
record SeedFigures(double meanWait, double cost, int rounds, long lapses, long offers, long accepted) {
    static SeedFigures of(ScenarioResult result) {
        var use = result.rightsUse();
        return new SeedFigures(
                result.waiting().ran() == 0
                        ? Double.NaN
                        : result.waiting().summary().waits().average(),
                result.account().cost().amount().doubleValue(),
                use.rounds().size(),
                use.count(ReplayedRound.Ending.LAPSED),
                use.offers().size(),
                use.count(ReplayedRound.Ending.ACCEPTED) + use.count(ReplayedRound.Ending.PARTIAL));
    }
}
