package io.proviso.charts;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.scale.Unit;
import java.util.ArrayList;
import java.util.List;

/** Amounts of a few things side by side, lying down so that their names can be read. */
public record BarChart(
        Caption caption, Unit unit, Arrangement arrangement, List<String> categories, List<Series> series)
        implements Chart {
    public enum Arrangement {
        /** One bar for each series within a category. */
        GROUPED,
        /** One bar for each category, as long as the sum of its series. */
        STACKED,
        /** One bar for each category, all of one length: who has which share. */
        SHARES
    }

    /** One value for each category, in their order; not a number is unknown, which is not zero. */
    public record Series(String name, Hue hue, List<Double> values) {
        public Series {
            values = List.copyOf(values);
            for (double value : values) {
                if (value < 0 || Double.isInfinite(value)) {
                    throw new IllegalArgumentException("series '" + name + "': " + value
                            + " cannot be the length of a bar.\nGive zero or more, or NaN for unknown.");
                }
            }
        }
    }

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (var one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("series '" + one.name() + "': "
                        + one.values().size() + " values for " + categories.size() + " categories " + categories + ".");
            }
        }
    }

    /** The known part of a category. */
    double total(int category) {
        return series.stream()
                .mapToDouble(one -> one.values().get(category))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    @Override
    public DataTable table() {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("what"));
        series.forEach(one -> columns.add(new Column(one.name(), unit)));
        if (arrangement == Arrangement.SHARES) {
            series.forEach(one -> columns.add(new Column("share of " + one.name(), Unit.share())));
        }
        var rows = new ArrayList<List<Cell>>();
        for (int category = 0; category < categories.size(); category++) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(categories.get(category)));
            for (var one : series) {
                row.add(Cell.of(one.values().get(category)));
            }
            if (arrangement == Arrangement.SHARES) {
                double total = total(category);
                for (var one : series) {
                    row.add(Cell.of(total == 0 ? Double.NaN : one.values().get(category) / total));
                }
            }
            rows.add(row);
        }
        return new DataTable("Amounts in " + unit.symbol(), columns, rows);
    }
}
