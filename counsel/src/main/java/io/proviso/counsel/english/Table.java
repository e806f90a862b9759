package io.proviso.counsel.english;

import io.proviso.charts.Xml;
import io.proviso.units.Csv;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows under named columns, in each form in which somebody may want them.
 *
 * @param figures the columns that are set to the right
 */
public record Table(List<String> columns, Set<String> figures, List<List<String>> rows) implements Page.Block {
    public Table {
        columns = List.copyOf(columns);
        figures = Set.copyOf(figures);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    public Table(List<String> columns, List<List<String>> rows) {
        this(columns, Set.of(), rows);
    }

    /** With the names of the columns in the first row. */
    public String csv() {
        return Csv.row(columns) + rows.stream().map(Csv::row).collect(Collectors.joining());
    }

    @Override
    public String markdown() {
        var rule = columns.stream()
                .map(column -> figures.contains(column) ? "--:" : "---")
                .collect(Collectors.joining("|", "|", "|\n"));
        return line(columns) + rule + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    @Override
    public String html() {
        return "<div class=\"scroll\"><table>\n<thead><tr>" + cells("th", columns)
                + "</tr></thead>\n<tbody>\n"
                + rows.stream()
                        .map(row -> "<tr>" + cells("td", row) + "</tr>\n")
                        .collect(Collectors.joining())
                + "</tbody>\n</table></div>\n";
    }

    private String cells(String element, List<String> cells) {
        var html = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            html.append('<').append(element);
            html.append(figures.contains(columns.get(i)) ? " class=\"figure\">" : ">");
            html.append(Xml.escape(cells.get(i))).append("</").append(element).append('>');
        }
        return html.toString();
    }
}
