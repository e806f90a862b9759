package io.proviso.replay;

import io.proviso.calendar.Window;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What a right comes to as its window and its holder's share of acceptances vary: one scenario, the same seeds in every cell.
 *
 * @param scenario the one whose window and holder were varied
 * @param rows one for each window, with a cell for each share
 */
public record AcceptanceGrid(AcceptanceSweep sweep, String scenario, List<List<Cell>> rows) {

    /**
     * One window with one share, seed by seed.
     *
     * @param waits mean wait of the jobs, in seconds
     * @param costs of all capacity until the last submission, in the currency of the market
     */
    public record Cell(Window window, double accepts, List<Double> waits, List<Double> costs) {
        public Cell {
            waits = List.copyOf(waits);
            costs = List.copyOf(costs);
        }

        static Cell of(Window window, double accepts, List<ScenarioResult> results) {
            return new Cell(
                    window,
                    accepts,
                    each(results, result -> result.waiting().summary().waits().average()),
                    each(results, result -> result.account().cost().amount().doubleValue()));
        }

        private static List<Double> each(List<ScenarioResult> results, ToDoubleFunction<ScenarioResult> figure) {
            return results.stream().mapToDouble(figure).boxed().toList();
        }

        public Estimate meanWait() {
            return Estimate.of(values(waits));
        }

        public Estimate cost() {
            return Estimate.of(values(costs));
        }

        private static double[] values(List<Double> figures) {
            return figures.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    public AcceptanceGrid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** How many seeds each cell is the mean of. */
    public int seeds() {
        return rows.getFirst().getFirst().waits().size();
    }

    /** A figure of the last window less that of the first, seed by seed, where the holder accepts the share of that column. */
    public Estimate lastLessFirst(int column, Function<Cell, List<Double>> figure) {
        var first = figure.apply(rows.getFirst().get(column));
        var last = figure.apply(rows.getLast().get(column));
        var differences = new double[first.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = last.get(i) - first.get(i);
        }
        return Estimate.of(differences);
    }
}
