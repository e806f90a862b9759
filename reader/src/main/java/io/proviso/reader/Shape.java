package io.proviso.reader;

import java.util.List;
import java.util.stream.Stream;

/** The keys of one kind of mapping; the JSON Schema of the same name must list exactly these. */
record Shape(String name, List<String> required, List<String> optional) {
    Shape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    static Shape of(String name, String... required) {
        return new Shape(name, List.of(required), List.of());
    }

    /** The same shape with keys that may be left out. */
    Shape or(String... more) {
        return new Shape(
                name,
                required,
                Stream.concat(optional.stream(), Stream.of(more)).toList());
    }

    List<String> keys() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** With its article, for messages: "an act". */
    String title() {
        return ("aeio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
