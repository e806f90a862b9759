package io.proviso.reader.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys of one kind of mapping; the JSON Schema of the same name must list exactly these.
 *
 * @param unread keys that somebody may expect, though nothing reads them
 */
public record Shape(String name, List<String> required, List<String> optional, Map<String, Unread> unread) {
    /**
     * A key that nothing reads.
     *
     * @param when any more, or yet
     */
    record Unread(String when, String advice) {}

    public Shape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        unread = Map.copyOf(unread);
    }

    public static Shape of(String name, String... required) {
        return new Shape(name, List.of(required), List.of(), Map.of());
    }

    /** The same shape with keys that may be left out. */
    public Shape or(String... more) {
        return new Shape(
                name,
                required,
                Stream.concat(optional.stream(), Stream.of(more)).toList(),
                unread);
    }

    /** The same shape, where a key that files had once is refused with what to write now. */
    public Shape instead(String key, String advice) {
        return without(key, new Unread("any more", advice));
    }

    /** The same shape, where a key that would decide nothing today is refused with what to do until then. */
    public Shape notYet(String key, String advice) {
        return without(key, new Unread("yet", advice));
    }

    private Shape without(String key, Unread why) {
        var more = new HashMap<>(unread);
        more.put(key, why);
        return new Shape(name, required, optional, more);
    }

    public List<String> keys() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** With its article, for messages: "an act". */
    public String title() {
        return ("aeio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
