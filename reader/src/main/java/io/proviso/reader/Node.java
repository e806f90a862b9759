package io.proviso.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a YAML file with its place; scalars stay the text that was written, a decoder decides what it means. */
sealed interface Node {
    Place place();

    /** What it is, in the words of a message. */
    default String kind() {
        return switch (this) {
            case Text _ -> "a single value";
            case Items _ -> "a list";
            case Fields _ -> "a mapping";
        };
    }

    /** A scalar, plain or quoted. */
    record Text(String value, Place place) implements Node {}

    /** A sequence. */
    record Items(List<Node> items, Place place) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping in the order of the file, each key once. */
    record Fields(Map<String, Field> fields, Place place) implements Node {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        boolean has(String key) {
            return fields.containsKey(key);
        }

        @Nullable
        Node value(String key) {
            Field field = fields.get(key);
            return field == null ? null : field.value;
        }

        /** The text under that key; null if there is none or it is not a scalar. */
        @Nullable
        Text text(String key) {
            return value(key) instanceof Text text ? text : null;
        }
    }

    /** A key with its value. */
    record Field(Text key, Node value) {}
}
