package io.proviso.charts;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.scale.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * A quantity over two others, each cell with its number; the shade only guides the eye.
 *
 * @param cells row by row, from the top; not a number is unknown, which is not zero
 */
public record HeatMap(Caption caption, Unit unit, Side across, Side down, List<List<Double>> cells) implements Chart {
    /** What varies along one side, and its values as text. */
    public record Side(String name, List<String> values) {
        public Side {
            values = List.copyOf(values);
        }
    }

    public HeatMap {
        cells = cells.stream().map(List::copyOf).toList();
        int wide = across.values().size();
        if (cells.size() != down.values().size() || cells.stream().anyMatch(row -> row.size() != wide)) {
            throw new IllegalArgumentException("heat map " + caption.id() + ": the cells are not "
                    + down.values().size() + " rows of " + wide + ", as the names of its sides say.");
        }
        if (cells.stream().flatMap(List::stream).anyMatch(value -> value.isInfinite())) {
            throw new IllegalArgumentException(
                    "heat map " + caption.id() + ": a cell is infinite.\nGive NaN for what is unknown.");
        }
    }

    @Override
    public DataTable table() {
        var columns = new ArrayList<Column>();
        columns.add(Column.text(down.name() + " \\ " + across.name()));
        across.values().forEach(value -> columns.add(new Column(value, unit)));
        var rows = new ArrayList<List<Cell>>();
        for (int row = 0; row < cells.size(); row++) {
            var line = new ArrayList<Cell>();
            line.add(Cell.of(down.values().get(row)));
            cells.get(row).forEach(value -> line.add(Cell.of(value)));
            rows.add(line);
        }
        return new DataTable(down.name() + " down, " + across.name() + " across", columns, rows);
    }
}
