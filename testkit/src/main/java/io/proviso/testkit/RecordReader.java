package io.proviso.testkit;

import io.proviso.testkit.Node.Entries;
import io.proviso.testkit.Node.Fields;
import io.proviso.testkit.Node.Items;
import io.proviso.testkit.Node.Quoted;
import io.proviso.testkit.Node.Word;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values of declared types from nodes; {@code where} leads to the node, for the message. */
final class RecordReader {
    private RecordReader() {}

    static Object read(Shape shape, Node node, String where) {
        var type = shape.raw();
        var scalar = Scalars.reader(type);
        if (type.equals(String.class)) {
            return string(node, where);
        }
        if (type.isEnum()) {
            return constant(type, node, where);
        }
        if (scalar != null) {
            var text = node instanceof Quoted(String quoted) ? quoted : word(type, node, where);
            try {
                return scalar.apply(text);
            } catch (RuntimeException e) {
                throw wrong(where, text + " is no " + type.getSimpleName(), e);
            }
        }
        if (type.equals(List.class)) {
            return items(shape, node, where);
        }
        if (type.equals(Set.class)) {
            return new LinkedHashSet<>(items(shape, node, where));
        }
        if (type.equals(Map.class)) {
            return entries(shape, node, where);
        }
        return record(shape, node, where);
    }

    private static Object record(Shape shape, Node node, String where) {
        if (Records.isName(shape.raw())) {
            return make(shape.raw(), List.of(string(node, where)), where);
        }
        if (!(node instanceof Fields(String name, Map<String, Node> components))) {
            throw wrong(where, Notation.line(node) + " is no " + shape.raw().getSimpleName(), null);
        }
        var leaves = leaves(shape.raw())
                .filter(leaf -> leaf.getSimpleName().equals(name))
                .distinct()
                .toList();
        if (leaves.size() != 1) {
            var many = leaves.isEmpty() ? " is no " : " is more than one ";
            throw wrong(where, name + many + shape.raw().getSimpleName(), null);
        }
        var leaf = leaves.getFirst().equals(shape.raw()) ? shape : shape.permitted(leaves.getFirst());
        var expected = leaf.raw().getRecordComponents();
        requireComponents(expected, components.keySet(), where + ", " + name);
        var values = new ArrayList<@Nullable Object>();
        for (var component : expected) {
            var written = components.getOrDefault(component.getName(), Node.NULL);
            values.add(component(leaf, component, written, where + "." + component.getName()));
        }
        return make(leaf.raw(), values, where);
    }

    private static @Nullable Object component(Shape of, RecordComponent component, Node written, String where) {
        if (!written.equals(Node.NULL)) {
            return read(of.inside(component.getGenericType()), written, where);
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw wrong(where, "it must not be null", null);
        }
        return null;
    }

    private static void requireComponents(RecordComponent[] expected, Set<String> written, String where) {
        var names = Arrays.stream(expected).map(RecordComponent::getName).toList();
        var missing = names.stream().filter(name -> !written.contains(name)).toList();
        var unknown = written.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw wrong(where, "missing " + missing + ", unknown " + unknown, null);
        }
    }

    /** The records that a type is or permits; a type that is neither a record nor sealed has none. */
    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordReader::leaves)
                : type.isRecord() ? Stream.of(type) : Stream.empty();
    }

    private static Object make(Class<?> type, List<? extends @Nullable Object> values, String where) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw wrong(where, String.valueOf(e.getTargetException().getMessage()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("text: " + where + ": " + type + " could not be made", e);
        }
    }

    private static List<Object> items(Shape shape, Node node, String where) {
        if (!(node instanceof Items(List<Node> items))) {
            throw wrong(where, Notation.line(node) + " is no list", null);
        }
        var values = new ArrayList<>();
        for (var item : items) {
            values.add(read(shape.arguments().getFirst(), item, where + "[" + values.size() + "]"));
        }
        return values;
    }

    private static Map<Object, Object> entries(Shape shape, Node node, String where) {
        if (!(node instanceof Entries(Map<Node, Node> entries))) {
            throw wrong(where, Notation.line(node) + " is no map", null);
        }
        var values = new LinkedHashMap<>();
        entries.forEach((key, value) -> values.put(
                read(shape.arguments().getFirst(), key, where),
                read(shape.arguments().getLast(), value, where + "[" + Notation.line(key) + "]")));
        return values;
    }

    private static Object constant(Class<?> type, Node node, String where) {
        var name = word(type, node, where);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(where, name + " is no " + type.getSimpleName(), null));
    }

    private static String word(Class<?> type, Node node, String where) {
        if (node instanceof Word(String text)) {
            return text;
        }
        throw wrong(where, Notation.line(node) + " is no " + type.getSimpleName(), null);
    }

    private static String string(Node node, String where) {
        if (node instanceof Quoted(String text)) {
            return text;
        }
        throw wrong(where, Notation.line(node) + " is no string in quotes", null);
    }

    private static IllegalArgumentException wrong(String where, String problem, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "text: " + where + ": " + problem
                        + ".\nIf an older schema wrote it, its upcast must say what it means.",
                cause);
    }
}
