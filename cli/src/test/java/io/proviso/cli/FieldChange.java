package io.proviso.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/**
 * Another value for one field of one file, as a comment behind its line says: {@code window: 5 days # -> 6 days}. With
 * {@code # refused: 6 days} the files no longer fit together; with {@code # line: cutoff: 12:00} the whole line is another one.
 */
record FieldChange(String file, int line, String field, String before, String after, boolean isRefused) {
    private static final Pattern LINE = Pattern.compile(
            "(?<start>\\s*(?:- )*)(?<key>(?:[\\w-]+: )?)(?<before>.*?)\\s+# (?<what>->|refused:|line:|refused line:) (?<after>.+)");

    /** All of a directory and what lies below it, in the order of files and lines. */
    static List<FieldChange> in(Path directory, SchemaFields fields) throws IOException {
        var changes = new ArrayList<FieldChange>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                of(directory, file, fields, changes);
            }
        }
        return changes;
    }

    private static void of(Path directory, Path file, SchemaFields fields, List<FieldChange> changes)
            throws IOException {
        var name = directory.relativize(file).toString().replace('\\', '/');
        var text = Files.readString(file);
        var document =
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = LINE.matcher(lines[i]);
            if (line.matches()) {
                var field = fields.at(kind(name), document, i);
                if (field == null) {
                    throw new AssertionError(name + ":" + (i + 1) + ": no field has its value here: " + lines[i]);
                }
                changes.add(new FieldChange(
                        name,
                        i,
                        field,
                        line.group("before"),
                        line.group("after"),
                        line.group("what").startsWith("refused")));
            }
        }
    }

    private static String kind(String file) {
        for (var kind : List.of("agreement", "calendar", "scenario")) {
            if (("/" + file).contains("/" + kind + "s/")) {
                return kind;
            }
        }
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    /** The text of the file with it. */
    String in(String text) {
        var lines = text.split("\n", -1);
        var line = LINE.matcher(lines[this.line]);
        if (!line.matches()) {
            throw new AssertionError(this + " is not in " + text);
        }
        lines[this.line] =
                line.group("start") + (line.group("what").endsWith("line:") ? "" : line.group("key")) + after;
        return String.join("\n", lines);
    }

    /** A text without the words of either value: what is left differs only if something was made of them. */
    String withoutEcho(String text) {
        var left = Golden.withoutIdentity(text).replaceAll("(?<=\\d),(?=\\d{3})", "");
        for (var literal :
                Stream.of(before, after).flatMap(FieldChange::literals).toList()) {
            left = left.replaceAll(
                    "(?<![\\w-])" + Pattern.quote(literal) + "(?![\\w-])", Matcher.quoteReplacement("…"));
        }
        return left.replaceAll("\\s+", " ");
    }

    /** The whole, and what it lists. */
    private static Stream<String> literals(String value) {
        var plain = value.replace("\"", "");
        return plain.startsWith("[") || plain.startsWith("{")
                ? Stream.of(plain.split("[\\[\\]{}]|, |: ", -1)).filter(word -> !word.isBlank())
                : Stream.of(plain);
    }

    @Override
    public String toString() {
        return file + ":" + (line + 1) + ": " + field + ": " + before + " -> " + after;
    }
}
