package io.proviso.charts;

import io.proviso.charts.scale.Numbers;
import io.proviso.charts.scale.Unit;
import io.proviso.units.Csv;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a chart: for a page with units and rounding, for a file as plain numbers in the unit of the header. */
public record DataTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    /** A column of text where there is no unit. */
    public record Column(String name, @Nullable Unit unit) {
        public static Column text(String name) {
            return new Column(name, null);
        }

        private String heading() {
            return unit == null ? name : unit.named(name);
        }
    }

    public sealed interface Cell {
        record Text(String text) implements Cell {}

        /** Not a number stands for unknown. */
        record Figure(double value) implements Cell {}

        static Cell of(String text) {
            return new Text(text);
        }

        static Cell of(double value) {
            return new Figure(value);
        }
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("table '" + caption + "': the row " + row + " has " + row.size()
                        + " cells, the header " + columns.size() + ".");
            }
        }
    }

    public String html() {
        var html = new StringBuilder("<table>\n<caption>" + Xml.escape(caption) + "</caption>\n<thead><tr>");
        for (var column : columns) {
            html.append("<th scope=\"col\"").append(column.unit() == null ? ">" : " class=\"number\">");
            html.append(Xml.escape(column.heading())).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                var shown = Xml.escape(shown(columns.get(i), row.get(i)));
                if (i == 0) {
                    html.append("<th scope=\"row\">").append(shown).append("</th>");
                } else {
                    html.append(row.get(i) instanceof Cell.Figure ? "<td class=\"number\">" : "<td>");
                    html.append(shown).append("</td>");
                }
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    /** Unknown is an empty field. */
    public String csv() {
        var csv = new StringBuilder(columns.stream()
                        .map(column -> Csv.cell(
                                column.unit() == null
                                        ? column.name()
                                        : column.unit().inPlain(column.name())))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                csv.append(i == 0 ? "" : ",").append(field(columns.get(i), row.get(i)));
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    /** The table folded away, with itself as a file to keep. */
    String details(String id) {
        var encoded = Base64.getEncoder().encodeToString(csv().getBytes(StandardCharsets.UTF_8));
        return "<details><summary>Show the table</summary>\n<div class=\"scroll\">" + html() + "</div><a download=\""
                + id + ".csv\" href=\"data:text/csv;charset=utf-8;base64," + encoded
                + "\">Save as CSV</a>\n</details>\n";
    }

    private static String shown(Column column, Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.text();
            case Cell.Figure figure ->
                column.unit() == null
                        ? Numbers.grouped(figure.value())
                        : column.unit().exact(figure.value());
        };
    }

    private static String field(Column column, Cell cell) {
        return switch (cell) {
            case Cell.Text text -> Csv.cell(text.text());
            case Cell.Figure figure when Double.isNaN(figure.value()) -> "";
            case Cell.Figure figure ->
                column.unit() == null
                        ? Numbers.plain(figure.value())
                        : column.unit().plain(figure.value());
        };
    }
}
