package io.proviso.replay.study;

import io.proviso.replay.scenario.AcceptanceSweep;
import java.util.List;
import java.util.function.Function;

/**
 * What a right comes to as its window and its holder's share of acceptances vary: one scenario, the same seeds in every cell.
 *
 * @param scenario the one whose window and holder were varied
 * @param rows one for each window, with a cell for each share
 */
public record AcceptanceGrid(AcceptanceSweep sweep, String scenario, List<List<SweepPoint>> rows) {
    public AcceptanceGrid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** How many seeds each cell is the mean of. */
    public int seeds() {
        return rows.getFirst().getFirst().waits().size();
    }

    /** A figure of the last window less that of the first, seed by seed, where the holder accepts the share of that column. */
    public Estimate lastLessFirst(int column, Function<SweepPoint, List<Double>> figure) {
        return Estimate.ofDifferences(
                figure.apply(rows.getLast().get(column)),
                figure.apply(rows.getFirst().get(column)));
    }
}
