package io.proviso.reader.yaml;

import java.util.List;

/** One file as its author sees it: the name by which a diagnostic calls it, and its lines. */
public record SourceText(String name, List<String> lines) {
    public SourceText {
        lines = List.copyOf(lines);
    }

    public static SourceText of(String name, String text) {
        return new SourceText(name, text.lines().toList());
    }

    /** The line with that number, counted from 1; empty beyond the end, where some parsers point. */
    public String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The file as a whole. */
    public Place whole() {
        return new Place(this, 0, 0, 0);
    }
}
