package io.proviso.replay;

import io.proviso.calendar.Window;
import java.util.List;

/**
 * What the response window of a right costs: one scenario under each window, the same seeds under all of them.
 *
 * @param references the other scenarios, which no window changes
 * @param difference mean wait under the last window less that under the first, seed by seed, in seconds
 */
public record WindowPrice(
        Sweep sweep, String scenario, List<Point> points, List<Reference> references, Estimate difference) {

    /**
     * One window.
     *
     * @param meanWait in seconds
     * @param rounds mean number of rounds
     * @param lapses mean number of those that lapsed
     */
    public record Point(Window window, Estimate meanWait, double rounds, double lapses) {}

    /** Mean wait of a scenario in seconds. */
    public record Reference(String scenario, Estimate meanWait) {}

    public WindowPrice {
        points = List.copyOf(points);
        references = List.copyOf(references);
    }
}
