package io.proviso.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as its text has it, before anybody knows its Java type: what an {@link Upcast} changes. */
public sealed interface Node {
    Node NULL = new Word("null");

    /** A record by its simple name. */
    record Fields(String type, Map<String, Node> components) implements Node {
        public Fields {
            components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        }
    }

    /** A list, or a set in the order of its texts. */
    record Items(List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order of the texts of its keys. */
    record Entries(Map<Node, Node> entries) implements Node {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** Anything that needs no quotes: a number, an instant, a constant of an enum, {@code null}. */
    record Word(String text) implements Node {}

    /** A string, or the text of a value that is not a {@link Word}. */
    record Quoted(String text) implements Node {}
}
