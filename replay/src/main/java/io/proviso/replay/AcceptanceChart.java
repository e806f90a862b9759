package io.proviso.replay;

import io.proviso.charts.Caption;
import io.proviso.charts.HeatMap;
import io.proviso.charts.Unit;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two heat maps over the response window and the share of offers that the holder accepts. */
final class AcceptanceChart {
    private AcceptanceChart() {}

    static HeatMap waits(AcceptanceGrid grid) {
        return of(
                new Caption(
                        "acceptance-wait",
                        Findings.acceptedWaits(grid),
                        "Mean wait in hours by response window, down, and by the share of offers that the holder accepts, across."),
                Unit.count("hours"),
                "mean wait in hours, by share of offers accepted",
                grid,
                cell -> cell.meanWait().mean() / 3600);
    }

    static HeatMap costs(AcceptanceGrid grid) {
        return of(
                new Caption(
                        "acceptance-cost",
                        Findings.acceptedCosts(grid),
                        "Cost of capacity until the last submission by response window, down, and by the share of offers that the holder accepts, across."),
                Unit.dollars(),
                "cost, by share of offers accepted",
                grid,
                cell -> cell.cost().mean());
    }

    private static HeatMap of(
            Caption caption,
            Unit unit,
            String across,
            AcceptanceGrid grid,
            ToDoubleFunction<AcceptanceGrid.Cell> value) {
        var shares = grid.rows().getFirst().stream()
                .map(cell -> Unit.share().label(cell.accepts()))
                .toList();
        var windows = grid.rows().stream()
                .map(row -> row.getFirst().window().toString())
                .toList();
        List<List<Double>> cells = grid.rows().stream()
                .map(row -> row.stream().mapToDouble(value).boxed().toList())
                .toList();
        return new HeatMap(
                caption, unit, new HeatMap.Side(across, shares), new HeatMap.Side("response window", windows), cells);
    }
}
