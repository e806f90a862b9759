package io.proviso.testkit;

import io.proviso.testkit.Node.Entries;
import io.proviso.testkit.Node.Fields;
import io.proviso.testkit.Node.Items;
import io.proviso.testkit.Node.Quoted;
import io.proviso.testkit.Node.Word;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Nodes as text: {@code Quoted(at=2025-01-15T17:00:00Z, lot=Lot(minimum=1, gpus=10000), tags=["a"], prices={"x"=1.50})}.
 * Equal nodes have equal texts, and no text of a line breaks it.
 */
public final class Notation {
    private static final int WIDTH = 110;
    private static final String INDENT = "  ";

    private Notation() {}

    /** Reads a line or a sheet. */
    public static Node parse(String text) {
        return new NotationReader(text).all();
    }

    /** All in one line. */
    public static String line(Node node) {
        return switch (node) {
            case Fields(String type, Map<String, Node> components) -> type + joined("(", fields(components), ")");
            case Items(List<Node> items) ->
                joined("[", items.stream().map(Notation::line).toList(), "]");
            case Entries(Map<Node, Node> entries) ->
                joined(
                        "{",
                        entries.entrySet().stream()
                                .map(entry -> line(entry.getKey()) + "=" + line(entry.getValue()))
                                .toList(),
                        "}");
            case Word(String text) -> text;
            case Quoted(String text) -> quoted(text);
        };
    }

    /** Indented, for a person to read and for a diff: what fits in a line stays in one. */
    public static String sheet(Node node) {
        return sheet(node, "");
    }

    private static String sheet(Node node, String indent) {
        var line = line(node);
        if (indent.length() + line.length() <= WIDTH) {
            return line;
        }
        var deeper = indent + INDENT;
        return switch (node) {
            case Fields(String type, Map<String, Node> components) ->
                components.entrySet().stream()
                        .map(field -> deeper + field.getKey() + "=" + sheet(field.getValue(), deeper))
                        .collect(Collectors.joining(",\n", type + "(\n", ")"));
            case Items(List<Node> items) ->
                items.stream().map(item -> deeper + sheet(item, deeper)).collect(Collectors.joining(",\n", "[\n", "]"));
            case Entries(Map<Node, Node> entries) ->
                entries.entrySet().stream()
                        .map(entry -> deeper + line(entry.getKey()) + "=" + sheet(entry.getValue(), deeper))
                        .collect(Collectors.joining(",\n", "{\n", "}"));
            case Word _, Quoted _ -> line;
        };
    }

    private static List<String> fields(Map<String, Node> components) {
        return components.entrySet().stream()
                .map(field -> field.getKey() + "=" + line(field.getValue()))
                .toList();
    }

    private static String joined(String open, List<String> parts, String close) {
        return parts.stream().collect(Collectors.joining(", ", open, close));
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(Notation::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        return breaks(c) ? "\\u%04x".formatted(c) : Character.toString((char) c);
    }

    private static boolean breaks(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
