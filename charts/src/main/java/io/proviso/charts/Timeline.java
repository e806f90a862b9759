package io.proviso.charts;

import io.proviso.charts.DataTable.Cell;
import io.proviso.charts.DataTable.Column;
import io.proviso.charts.scale.ChartSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ran, or was in force, from when to when: rounds with their windows and endings, clauses cut by instruments.
 *
 * @param marks instants that matter to every row
 */
public record Timeline(Caption caption, ChartSpan span, List<Row> rows, List<Mark> marks) implements Chart {
    /** A row without bars is drawn: that a thing never was in force is a finding. */
    public record Row(String name, List<Bar> bars) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A stretch of a row.
     *
     * @param deadline until when it might have lasted; drawn as an outline where it is later than the end
     */
    public record Bar(
            Instant start,
            Instant end,
            String text,
            Look look,
            Ending ending,
            @Nullable Instant deadline) {
        public Bar {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException(
                        "bar '" + text + "': the end " + end + " is before the start " + start + ".");
            }
        }

        public static Bar of(Instant start, Instant end, String text, Hue hue) {
            return new Bar(start, end, text, new Look(hue, false), Ending.NONE, null);
        }

        public Bar ended(Ending how) {
            return new Bar(start, end, text, look, how, deadline);
        }

        public Bar until(Instant window) {
            return new Bar(start, end, text, look, ending, window);
        }

        /** The same bar, hatched. */
        public Bar open() {
            return new Bar(start, end, text, new Look(look.hue(), true), ending, deadline);
        }
    }

    /** The colour of a bar, and whether it is hatched: a reading is open, or an estimate stands for a fact. */
    public record Look(Hue hue, boolean open) {}

    public record Mark(Instant at, String name) {}

    public Timeline {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    @Override
    public DataTable table() {
        var columns = List.of(
                Column.text("row"),
                Column.text("what"),
                Column.text("from"),
                Column.text("to"),
                Column.text("deadline"),
                Column.text("ending"),
                Column.text("open"));
        var table = new ArrayList<List<Cell>>();
        for (var row : rows) {
            for (var bar : row.bars()) {
                table.add(cells(
                        row.name(),
                        bar.text(),
                        span.text(bar.start()),
                        span.text(bar.end()),
                        bar.deadline() == null ? "" : span.text(bar.deadline()),
                        bar.ending().word(),
                        bar.look().open() ? "open" : ""));
            }
            if (row.bars().isEmpty()) {
                table.add(cells(row.name(), "nothing", "", "", "", "", ""));
            }
        }
        for (var mark : marks) {
            table.add(cells("all", mark.name(), span.text(mark.at()), "", "", "", ""));
        }
        return new DataTable("Rows of the timeline, times in " + span.zone().getId(), columns, table);
    }

    private static List<Cell> cells(String... texts) {
        return List.of(texts).stream().map(Cell::of).toList();
    }
}
