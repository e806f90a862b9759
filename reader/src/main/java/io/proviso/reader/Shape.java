package io.proviso.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys of one kind of mapping; the JSON Schema of the same name must list exactly these.
 *
 * @param unread keys that somebody may expect, though nothing reads them
 */
record Shape(String name, List<String> required, List<String> optional, Map<String, Unread> unread) {
    /**
     * A key that nothing reads.
     *
     * @param when any more, or yet
     */
    record Unread(String when, String advice) {}

    Shape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        unread = Map.copyOf(unread);
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
                unread);
    }

    /** The same shape, where a key that files had once is refused with what to write now. */
    Shape instead(String key, String advice) {
        return without(key, new Unread("any more", advice));
    }

    /** The same shape, where a key that would decide nothing today is refused with what to do until then. */
    Shape notYet(String key, String advice) {
        return without(key, new Unread("yet", advice));
    }

    private Shape without(String key, Unread why) {
        var more = new HashMap<>(unread);
        more.put(key, why);
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
