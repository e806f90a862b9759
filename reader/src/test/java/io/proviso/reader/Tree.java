package io.proviso.reader;

import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A file as an editor sees it: maps, lists, strings, numbers, truth values and null, to be changed and written again. */
record Tree(@Nullable Object root) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Tree of(Node node) {
        return new Tree(value(node));
    }

    private static @Nullable Object value(Node node) {
        return switch (node) {
            case Text(String value, Node.Sort sort, Place _) ->
                switch (sort) {
                    case WORD -> value;
                    case NUMBER -> Objects.requireNonNull(Node.Sort.value(value));
                    case NO_WORD -> null;
                };
            case Items(List<Node> items, Place _) -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.forEach(item -> list.add(value(item)));
                yield list;
            }
            case Fields(Map<String, Node.Field> fields, Place _) -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                fields.forEach((key, field) -> map.put(key, value(field.value())));
                yield map;
            }
        };
    }

    JsonNode json() {
        return json(root);
    }

    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Map<?, ?> map -> {
                var object = JSON.objectNode();
                map.forEach((key, entry) -> object.set((String) key, json(entry)));
                yield object;
            }
            case List<?> list -> {
                var array = JSON.arrayNode();
                list.forEach(item -> array.add(json(item)));
                yield array;
            }
            case BigDecimal number when number.scale() <= 0 -> JSON.numberNode(number.toBigIntegerExact());
            case BigDecimal number -> JSON.numberNode(number);
            case Boolean truth -> JSON.booleanNode(truth);
            default -> JSON.stringNode((String) value);
        };
    }

    /** As YAML, in which strings stand in quotes. */
    String yaml() {
        var text = new StringBuilder();
        write(root, text);
        return text.append('\n').toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> {
                text.append('{');
                map.forEach((key, entry) -> {
                    quote((String) key, text);
                    text.append(": ");
                    write(entry, text);
                    text.append(",\n");
                });
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                list.forEach(item -> {
                    write(item, text);
                    text.append(",\n");
                });
                text.append(']');
            }
            case BigDecimal number -> text.append(number.toPlainString());
            case Boolean truth -> text.append(truth);
            default -> quote((String) value, text);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c > '~') {
                text.append("\\U%08X".formatted(c));
            } else {
                text.appendCodePoint(c);
            }
        });
        text.append('"');
    }
}
