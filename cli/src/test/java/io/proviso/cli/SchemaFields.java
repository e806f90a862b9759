package io.proviso.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The fields that files may have, as the schemas list them: {@code agreement.first-refusal.window} is the key {@code window} of the
 * object {@code first-refusal} of the schema of agreements. A key that only holds other objects is there through their keys.
 */
final class SchemaFields {
    static final List<String> KINDS = List.of(
            "portfolio",
            "vocabulary",
            "agreement",
            "pins",
            "record",
            "calendar",
            "cases",
            "needs",
            "questions",
            "scenario");

    private static final Path SCHEMAS =
            Path.of(System.getProperty("proviso.root", ".")).resolve("schemas");

    /** What stands under several keys and is another field under each: {@code agreement.first-refusal.window.recorded}. */
    private static final Set<String> OF_THEIR_KEY = Set.of("stated", "source", "tolerance", "delay");

    private final Map<String, Map<?, ?>> files = new HashMap<>();
    private final SortedSet<String> all = new TreeSet<>();

    /** A part of a schema, by the name of the object that it describes or of the key under which it stands. */
    private record Shape(String name, String file, Map<?, ?> schema) {
        Map<?, ?> properties() {
            return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        }

        boolean knows(String key) {
            return properties().get(key) instanceof Map<?, ?>;
        }

        boolean isObject() {
            return properties().values().stream().anyMatch(Map.class::isInstance);
        }

        boolean isMapping() {
            return schema.get("additionalProperties") instanceof Map<?, ?>;
        }

        boolean takes(MappingNode mapping) {
            return mapping.getValue().stream().map(SchemaFields::key).allMatch(key -> knows(key) || isMapping());
        }

        /** A word, a number or a text; that it is undisclosed is no value. */
        boolean isScalar() {
            return schema.containsKey("enum")
                    || schema.containsKey("pattern")
                    || (schema.containsKey("const") && !"undisclosed".equals(schema.get("const")))
                    || "integer".equals(schema.get("type"))
                    || "number".equals(schema.get("type"));
        }

        /** What each item of a list is, or each value of a mapping. */
        Stream<Shape> under(String keyword) {
            return schema.get(keyword) instanceof Map<?, ?> each ? Stream.of(at(each)) : Stream.empty();
        }

        Shape at(Object part) {
            return new Shape(name, file, (Map<?, ?>) part);
        }

        Shape property(String key) {
            return new Shape(field(key), file, (Map<?, ?>)
                    Objects.requireNonNull(properties().get(key)));
        }

        /** The value beside the day on which a parameter became known is the parameter itself. */
        String field(String key) {
            return key.equals("value") && properties().keySet().equals(Set.of("value", "recorded"))
                    ? name
                    : name + "." + key;
        }
    }

    SchemaFields() throws IOException {
        for (var kind : Stream.concat(KINDS.stream(), Stream.of("common")).toList()) {
            files.put(kind, Yaml.mapping(Files.readString(SCHEMAS.resolve(kind + ".schema.json"))));
        }
        for (var kind : KINDS) {
            collect(root(kind), new HashSet<>());
        }
    }

    SortedSet<String> all() {
        return all;
    }

    private Shape root(String kind) {
        return new Shape(kind, kind, Objects.requireNonNull(files.get(kind)));
    }

    private void collect(Shape shape, Set<String> within) {
        if (!within.add(shape.name())) {
            return;
        }
        for (var object : plain(shape).filter(Shape::isObject).toList()) {
            object.properties().forEach((key, part) -> {
                if (part instanceof Map<?, ?>) {
                    collect(object, String.valueOf(key), within);
                }
            });
        }
    }

    private void collect(Shape owner, String key, Set<String> within) {
        var name = owner.field(key);
        if (name.equals(owner.name())) {
            return;
        }
        var parts = contents(owner.property(key)).toList();
        var objects = parts.stream().filter(Shape::isObject).toList();
        boolean holdsItself = objects.stream().anyMatch(object -> object.name().equals(owner.name()));
        if (objects.isEmpty() || holdsItself || parts.stream().anyMatch(Shape::isScalar)) {
            all.add(name);
        }
        objects.forEach(object -> collect(object, within));
    }

    /** What a part may be, through lists and names too. */
    private Stream<Shape> contents(Shape shape) {
        return plain(shape)
                .flatMap(part -> Stream.concat(
                        Stream.of(part),
                        Stream.concat(part.under("items"), part.under("additionalProperties"))
                                .flatMap(this::contents)));
    }

    /** What a part may be, behind references and choices. */
    private Stream<Shape> plain(Shape shape) {
        var parts = new ArrayList<Shape>();
        parts.add(shape);
        if (shape.schema().get("$ref") instanceof String reference) {
            plain(referred(shape, reference)).forEach(parts::add);
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            if (shape.schema().get(choice) instanceof List<?> choices) {
                choices.forEach(one -> plain(shape.at(one)).forEach(parts::add));
            }
        }
        for (var branch : List.of("then", "else")) {
            if (shape.schema().get(branch) instanceof Map<?, ?> one) {
                plain(shape.at(one)).forEach(parts::add);
            }
        }
        return parts.stream();
    }

    private Shape referred(Shape from, String reference) {
        int hash = reference.indexOf('#');
        var file = hash == 0 ? from.file() : reference.substring(0, reference.indexOf('.'));
        Object part = Objects.requireNonNull(files.get(file));
        for (var step : reference.substring(hash + 2).split("/", -1)) {
            part = Objects.requireNonNull(((Map<?, ?>) part).get(step), reference);
        }
        var last = reference.substring(reference.lastIndexOf('/') + 1);
        boolean named = reference.endsWith("#/$defs/" + last) && !OF_THEIR_KEY.contains(last);
        var target = new Shape(named ? file + "." + last : from.name(), file, (Map<?, ?>) part);
        return target.isObject() ? target : new Shape(from.name(), file, target.schema());
    }

    /** The field whose value stands in that line of a file, where it is short enough to stand beside its key; null where there is none. */
    @Nullable
    String at(String kind, Node document, int line) {
        return at(document, plain(root(kind)).toList(), kind, line);
    }

    private @Nullable String at(Node node, List<Shape> shapes, String within, int line) {
        return switch (node) {
            case MappingNode mapping -> {
                for (var entry : mapping.getValue()) {
                    var found = at(entry, mapping, shapes, within, line);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
            case SequenceNode sequence -> {
                var items = shapes.stream()
                        .flatMap(list -> list.under("items"))
                        .flatMap(this::plain)
                        .toList();
                for (var item : sequence.getValue()) {
                    var found = at(item, items, within, line);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
            default -> line(node) == line ? within : null;
        };
    }

    private @Nullable String at(NodeTuple entry, MappingNode mapping, List<Shape> shapes, String within, int line) {
        var key = key(entry);
        var owners = shapes.stream().filter(shape -> shape.knows(key)).toList();
        var owner = owners.stream()
                .filter(shape -> shape.takes(mapping))
                .findFirst()
                .orElse(owners.isEmpty() ? null : owners.getFirst());
        var name = owner == null ? within : owner.field(key);
        var value = entry.getValueNode();
        var parts = owner == null
                ? shapes.stream().flatMap(shape -> shape.under("additionalProperties"))
                : owners.stream()
                        .map(shape -> new Shape(
                                name, shape.file(), shape.property(key).schema()));
        boolean here = line(entry.getKeyNode()) == line && line(value) == line;
        return here && all.contains(name)
                ? name
                : at(value, parts.flatMap(this::plain).toList(), name, line);
    }

    private static int line(Node node) {
        return node.getStartMark().orElseThrow().getLine();
    }

    static String key(NodeTuple entry) {
        return ((ScalarNode) entry.getKeyNode()).getValue();
    }
}
