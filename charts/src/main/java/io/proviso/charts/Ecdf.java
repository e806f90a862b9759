package io.proviso.charts;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.scale.Unit;
import java.util.List;

/**
 * Which share of the values is at most x: the whole distribution, where a mean would hide its tail.
 *
 * @param measure what was measured, for the axis: "wait"
 */
public record Ecdf(Caption caption, String measure, Unit unit, List<Distribution> series) implements Chart {
    public Ecdf {
        series = List.copyOf(series);
    }

    @Override
    public DataTable table() {
        var columns = List.of(
                Column.text("series"),
                new Column("values", Unit.count("values")),
                new Column("at zero", Unit.share()),
                new Column("mean", unit),
                new Column("median", unit),
                new Column("p90", unit),
                new Column("p99", unit),
                new Column("longest", unit));
        var rows = series.stream()
                .map(one -> List.of(
                        Cell.of(one.name()),
                        Cell.of(one.size()),
                        Cell.of(one.shareOfZeros()),
                        Cell.of(one.mean()),
                        Cell.of(one.quantile(0.5)),
                        Cell.of(one.quantile(0.9)),
                        Cell.of(one.quantile(0.99)),
                        Cell.of(one.quantile(1))))
                .toList();
        return new DataTable("Distribution of the " + measure, columns, rows);
    }
}
