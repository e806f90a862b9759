package io.proviso.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An entry of a record, as somebody would write it. */
final class RecordEntry {
    private final Map<String, String> lines = new LinkedHashMap<>();

    /** Words as they are typed; what YAML would take for something else is put in quotes. */
    RecordEntry say(String key, String value) {
        lines.put(key, plain(value));
        return this;
    }

    RecordEntry number(String key, long value) {
        lines.put(key, Long.toString(value));
        return this;
    }

    /** Prose, in quotes. */
    RecordEntry quote(String key, String value) {
        lines.put(key, quoted(value));
        return this;
    }

    RecordEntry quotes(String key, List<String> values) {
        lines.put(key, values.stream().map(RecordEntry::quoted).collect(Collectors.joining(", ", "[", "]")));
        return this;
    }

    RecordEntry nested(String key, RecordEntry under) {
        lines.put(key, under.braces());
        return this;
    }

    private String braces() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** As an item of a list. */
    String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining("  ", "- ", ""));
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
