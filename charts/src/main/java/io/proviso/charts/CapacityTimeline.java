package io.proviso.charts;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.TimeScale;
import io.proviso.charts.scale.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What providers supply, stacked, against a demand; where this is above the capacity, it is hatched.
 *
 * @param supply from the bottom of the stack upwards
 * @param unit in the plural, as in GPUs
 * @param above what the hatched surface is called
 */
public record CapacityTimeline(
        Caption caption, Unit unit, ChartSpan span, List<Steps> supply, Steps demand, String above) implements Chart {
    private static final int MOST_ROWS = 40;

    public CapacityTimeline {
        supply = List.copyOf(supply);
    }

    /** Every change where there are few; otherwise means over equal periods of the calendar. What is above is in units times hours. */
    @Override
    public DataTable table() {
        var levels = new Levels(span, supply, demand, List.of());
        if (levels.count() <= MOST_ROWS) {
            var rows = new ArrayList<List<Cell>>();
            for (int stretch = 0; stretch < levels.count(); stretch++) {
                rows.add(row(levels, stretch, stretch + 1));
            }
            return new DataTable("Capacity and demand from each change on", columns(), rows);
        }
        var cuts = new TimeScale(span, 0, 1).cuts(MOST_ROWS - 1);
        var begins = new HashSet<>(cuts);
        var cut = new Levels(span, supply, demand, cuts);
        var rows = new ArrayList<List<Cell>>();
        int begin = 0;
        for (int stretch = 1; stretch <= cut.count(); stretch++) {
            if (stretch == cut.count() || begins.contains(cut.from(stretch))) {
                rows.add(row(cut, begin, stretch));
                begin = stretch;
            }
        }
        return new DataTable("Capacity and demand, means over the period that begins", columns(), rows);
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("from"));
        supply.forEach(one -> columns.add(new Column(one.name(), unit)));
        columns.add(new Column(demand.name(), unit));
        columns.add(new Column(above, Unit.count(unit.symbol().replaceFirst("s$", "") + "-hours")));
        return columns;
    }

    private List<Cell> row(Levels levels, int begin, int end) {
        var sums = new double[supply.size() + 1];
        double hours = 0;
        double beyond = 0;
        for (int stretch = begin; stretch < end; stretch++) {
            double length = levels.hours(stretch);
            for (int layer = 0; layer < supply.size(); layer++) {
                sums[layer] += levels.supply(layer, stretch) * length;
            }
            sums[supply.size()] += levels.demand(stretch) * length;
            beyond += levels.above(stretch) * length;
            hours += length;
        }
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(span.text(levels.from(begin))));
        for (double sum : sums) {
            cells.add(Cell.of(sum / hours));
        }
        cells.add(Cell.of(beyond));
        return cells;
    }
}
