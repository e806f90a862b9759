package io.proviso.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys of one kind of mapping; the JSON Schema of the same name must list exactly these.
 *
 * @param former what to write instead of a key that files had once
 */
record Shape(String name, List<String> required, List<String> optional, Map<String, String> former) {
    Shape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        former = Map.copyOf(former);
    }

    static Shape of(String name, String... required) {
        return new Shape(name, List.of(required), List.of(), Map.of());
    }

    /** The same shape with keys that may be left out. */
    Shape or(String... more) {
        return new Shape(
                name,
                required,
                Stream.concat(optional.stream(), Stream.of(more)).toList(),
                former);
    }

    /** The same shape, where a key is refused with what to write now. */
    Shape instead(String key, String advice) {
        var more = new HashMap<>(former);
        more.put(key, advice);
        return new Shape(name, required, optional, more);
    }

    List<String> keys() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** With its article, for messages: "an act". */
    String title() {
        return ("aeio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
