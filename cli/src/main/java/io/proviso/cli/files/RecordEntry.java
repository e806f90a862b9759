package io.proviso.cli.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entry of a record, as somebody would write it; each line knows the option by which it was said. */
public final class RecordEntry {
    private final List<Line> lines = new ArrayList<>();

    /** @param under what stands in the braces of a line, null if it has none */
    private record Line(
            String key,
            String value,
            String option,
            @Nullable RecordEntry under) {
        String text() {
            return key + ": " + value;
        }
    }

    /** Words as they are typed; what YAML would take for something else is put in quotes. */
    public RecordEntry say(String key, String value, String option) {
        return add(key, plain(value), option, null);
    }

    public RecordEntry number(String key, long value, String option) {
        return add(key, Long.toString(value), option, null);
    }

    /** Prose, in quotes. */
    public RecordEntry quote(String key, String value, String option) {
        return add(key, quoted(value), option, null);
    }

    public RecordEntry quotes(String key, List<String> values, String option) {
        return add(
                key,
                values.stream().map(RecordEntry::quoted).collect(Collectors.joining(", ", "[", "]")),
                option,
                null);
    }

    public RecordEntry nested(String key, RecordEntry under, String option) {
        return add(
                key, under.lines.stream().map(Line::text).collect(Collectors.joining(", ", "{", "}")), option, under);
    }

    private RecordEntry add(String key, String value, String option, @Nullable RecordEntry under) {
        lines.add(new Line(key, value, option, under));
        return this;
    }

    /** As an item of a list. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining("  ", "- ", ""));
    }

    /**
     * The option by which was said what stands there.
     *
     * @param line of the text, from 0
     * @param column of the text, from 0
     */
    String option(int line, int column) {
        var at = lines.get(Math.clamp(line, 0, lines.size() - 1));
        if (at.under() == null) {
            return at.option();
        }
        int end = 2 + at.key().length() + 2 + 1;
        for (var one : at.under().lines) {
            end += one.text().length() + 2;
            if (column < end) {
                return column < 2 + at.key().length() ? at.option() : one.option();
            }
        }
        return at.option();
    }

    private static String plain(String value) {
        if (value.contains(",")) {
            return List.of(value.split(",", -1)).stream()
                    .map(String::strip)
                    .map(RecordEntry::plain)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.matches("[A-Za-z0-9][A-Za-z0-9._:/ +-]*") && !value.contains(": ") ? value : quoted(value);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
