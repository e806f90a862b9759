package io.proviso.replay.study;

import io.proviso.replay.scenario.Sweep;
import java.util.List;

/**
 * What the response window of a right costs: one scenario under each window, the same seeds under all of them.
 *
 * @param scenario the one whose window was varied
 */
public record WindowPrice(Sweep sweep, String scenario, List<SweepPoint> points) {
    public WindowPrice {
        points = List.copyOf(points);
    }

    /** Mean wait under the last window less that under the first, seed by seed, in seconds. */
    public Estimate difference() {
        return lessFirst(points.getLast());
    }

    /** Mean wait under one of the windows less that under the first, seed by seed, in seconds. */
    public Estimate lessFirst(SweepPoint point) {
        return Estimate.ofDifferences(point.waits(), points.getFirst().waits());
    }
}
