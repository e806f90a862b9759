package io.proviso.replay;

import io.proviso.calendar.Window;
import java.util.List;

/**
 * What the response window of a right costs: one scenario under each window, the same seeds under all of them.
 *
 * @param scenario the one whose window was varied
 * @param difference mean wait under the last window less that under the first, seed by seed, in seconds
 */
public record WindowPrice(Sweep sweep, String scenario, List<Point> points, Estimate difference) {

    /**
     * One window.
     *
     * @param meanWait in seconds
     * @param rounds mean number of rounds
     * @param lapses mean number of those that lapsed
     */
    public record Point(Window window, Estimate meanWait, double rounds, double lapses) {}

    public WindowPrice {
        points = List.copyOf(points);
    }
}
