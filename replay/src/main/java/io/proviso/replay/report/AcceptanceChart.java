package io.proviso.replay.report;

import io.proviso.charts.Caption;
import io.proviso.charts.HeatMap;
import io.proviso.charts.scale.Unit;
import io.proviso.replay.study.AcceptanceGrid;
import io.proviso.replay.study.SweepPoint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Heat maps over the response window and the share of offers that the holder would accept. */
final class AcceptanceChart {
    private final AcceptanceGrid grid;
    private final Unit money;

    AcceptanceChart(AcceptanceGrid grid, Unit money) {
        this.grid = grid;
        this.money = money;
    }

    HeatMap waits() {
        return of(
                new Caption("acceptance-wait", WindowWords.acceptedWaits(grid), says("Mean wait")),
                Unit.seconds(),
                cell -> cell.meanWait().mean());
    }

    HeatMap costs() {
        return of(
                new Caption(
                        "acceptance-cost",
                        WindowWords.acceptedCosts(grid, money),
                        says("Cost of capacity until the last submission")),
                money,
                cell -> cell.cost().mean());
    }

    private static String says(String figure) {
        return figure + " by response window, down, and by the share of offers that the holder would accept, across.";
    }

    private HeatMap of(Caption caption, Unit unit, ToDoubleFunction<SweepPoint> value) {
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
                caption,
                unit,
                new HeatMap.Side("share that the holder would accept", shares),
                new HeatMap.Side("response window", windows),
                cells);
    }
}
