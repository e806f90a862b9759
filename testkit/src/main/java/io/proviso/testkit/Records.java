package io.proviso.testkit;

import io.proviso.testkit.Node.Entries;
import io.proviso.testkit.Node.Fields;
import io.proviso.testkit.Node.Items;
import io.proviso.testkit.Node.Quoted;
import io.proviso.testkit.Node.Word;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as {@link Node}s and back: records by their components, members of a sealed interface by their simple names,
 * enums, strings, numbers, times, currencies, lists, sets and maps of these. A record that is nothing but a string, as a
 * name of a party is, is written as that string. Whatever else is met is an error.
 */
public final class Records {
    private Records() {}

    /** The value, written down. */
    public static Node node(@Nullable Object value) {
        return switch (value) {
            case null -> Node.NULL;
            case String text -> new Quoted(text);
            case Enum<?> constant -> new Word(constant.name());
            case Record one -> record(one);
            case List<?> list -> new Items(list.stream().map(Records::node).toList());
            case Set<?> set ->
                new Items(set.stream()
                        .map(Records::node)
                        .sorted(Comparator.comparing(Notation::line))
                        .toList());
            case Map<?, ?> map -> entries(map);
            case Object other when Scalars.isScalar(other) -> scalar(other.toString());
            default ->
                throw new IllegalArgumentException("text: " + value.getClass().getName() + " has no text.\n"
                        + "Make it a record, or give it a line among the scalars.");
        };
    }

    /**
     * The value of that type which was written down so.
     *
     * @throws IllegalArgumentException if the type has not exactly the components, names or constants of the text
     */
    public static <T> T value(Class<T> type, Node node) {
        return type.cast(RecordReader.read(new Shape(type, List.of()), node, type.getSimpleName()));
    }

    /** Whether records of that type are written as the one string they are. */
    static boolean isName(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getType().equals(String.class)
                && Arrays.stream(type.getInterfaces()).noneMatch(Class::isSealed);
    }

    private static Node scalar(String text) {
        return NotationReader.isWord(text) ? new Word(text) : new Quoted(text);
    }

    private static Node entries(Map<?, ?> map) {
        var entries = new LinkedHashMap<Node, Node>();
        map.entrySet().stream()
                .map(entry -> Map.entry(node(entry.getKey()), node(entry.getValue())))
                .sorted(Comparator.comparing(entry -> Notation.line(entry.getKey())))
                .forEach(entry -> {
                    if (entries.put(entry.getKey(), entry.getValue()) != null) {
                        throw new IllegalArgumentException("text: two keys of a map are both written as "
                                + Notation.line(entry.getKey()) + ".\nGive the map keys of one type.");
                    }
                });
        return new Entries(entries);
    }

    private static Node record(Record value) {
        var type = value.getClass();
        var components = new LinkedHashMap<String, Node>();
        for (var component : type.getRecordComponents()) {
            components.put(component.getName(), node(component(value, component)));
        }
        return isName(type)
                ? Objects.requireNonNull(components.firstEntry()).getValue()
                : new Fields(type.getSimpleName(), components);
    }

    private static @Nullable Object component(Record value, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("text: " + component + " could not be read", e);
        }
    }
}
