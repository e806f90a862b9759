package io.proviso.testkit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What once happened, as a file: a line or more that say what it shows, then each event with the schema it was written in, an
 * empty line, and the state that the events lead to.
 *
 * @param state as {@link Notation#sheet} shows it
 */
public record History(String about, List<Line> lines, String state) {
    /** One event as it was written. */
    public record Line(int schema, Node event) {
        static Line parse(String text) {
            var parts = text.split(" ", 2);
            if (parts.length < 2 || !parts[0].matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException("history: '" + text.substring(0, Math.min(40, text.length()))
                        + "' is no event with its schema.\nBegin the line with the number of the schema.");
            }
            return new Line(Integer.parseInt(parts[0]), Notation.parse(parts[1]));
        }
    }

    public History {
        lines = List.copyOf(lines);
    }

    public static History parse(String text) {
        var parts = text.split("\n\n", 2);
        var lines = parts[0].lines().toList();
        var about = lines.stream().takeWhile(line -> line.startsWith("# ")).map(line -> line.substring(2));
        return new History(
                about.collect(Collectors.joining("\n")),
                lines.stream()
                        .dropWhile(line -> line.startsWith("# "))
                        .map(Line::parse)
                        .toList(),
                parts.length < 2 ? "" : parts[1].strip());
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return about.lines().map(line -> "# " + line + "\n").collect(Collectors.joining())
                + lines.stream()
                        .map(line -> line.schema() + " " + Notation.line(line.event()) + "\n")
                        .collect(Collectors.joining())
                + "\n" + state + "\n";
    }
}
