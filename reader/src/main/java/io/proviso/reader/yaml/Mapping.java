package io.proviso.reader.yaml;

import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Node.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys were checked against its shape, read key by key. Every key is found again under its path in the
 * model, so that what the model has to say of it can be said at the right place.
 */
public final class Mapping {
    private final Fields fields;
    private final String path;
    private final Problems problems;
    private final Scalars scalars;

    private Mapping(Fields fields, String path, Problems problems) {
        this.fields = fields;
        this.path = path;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The mapping at that place; null, with a problem added, if it is something else. Bad keys are problems, no more. */
    public static @Nullable Mapping of(Node node, Shape shape, String path, Problems problems) {
        if (!(node instanceof Fields fields)) {
            problems.add(
                    node.place(),
                    shape.title() + " is expected here, not " + node.kind(),
                    "Its keys: " + String.join(", ", shape.keys()) + ".");
            return null;
        }
        var mapping = new Mapping(fields, path, problems);
        mapping.check(shape);
        return mapping;
    }

    private void check(Shape shape) {
        fields.fields().forEach((name, field) -> {
            Shape.Unread unread = shape.unread().get(name);
            if (unread != null) {
                problems.add(
                        field.key().place(),
                        shape.title() + " has no key '" + name + "' " + unread.when(),
                        unread.advice());
            } else if (!shape.keys().contains(name)) {
                problems.addUnknown(field.key().place(), "key in " + shape.title() + ":", name, shape.keys());
            }
            problems.locate(
                    pathOf(name),
                    field.value() instanceof Text text
                            ? text.place()
                            : field.key().place());
        });
        for (String key : shape.required()) {
            if (!fields.has(key)) {
                problems.add(
                        fields.place(),
                        "the key '" + key + "' is missing from this " + shape.name(),
                        "It needs: " + String.join(", ", shape.required()) + ".");
            }
        }
    }

    public boolean has(String key) {
        return fields.has(key);
    }

    @Nullable
    public Node node(String key) {
        return fields.value(key);
    }

    public String path() {
        return path;
    }

    public String pathOf(String key) {
        return path.isEmpty() ? key : path + "/" + key;
    }

    /** Where the key is written, or the mapping begins if it is not. */
    public Place place(String key) {
        Field field = fields.fields().get(key);
        return field == null ? fields.place() : field.key().place();
    }

    /** What the decoder makes of that key; null if it is absent, or bad, which is then a problem already. */
    public <T> @Nullable T get(String key, Decoder<T> decoder) {
        Node node = fields.value(key);
        return node == null ? null : decoder.decode(node);
    }

    @Nullable
    public String prose(String key) {
        return get(key, scalars::prose);
    }

    @Nullable
    public String url(String key) {
        return get(key, scalars::url);
    }

    @Nullable
    public String name(String key) {
        return get(key, scalars::name);
    }

    public <T> @Nullable T word(String key, Choices<T> choices) {
        return get(key, node -> scalars.word(node, choices));
    }

    public boolean isYes(String key) {
        return Boolean.TRUE.equals(word(key, Choices.YES_OR_NO));
    }

    /** A list of names, or a single one; empty if the key is absent. */
    public List<String> names(String key) {
        Node node = fields.value(key);
        return node == null ? List.of() : scalars.names(node, pathOf(key));
    }

    /** A list of texts in people's words, or a single one; empty if the key is absent. */
    public List<String> proses(String key) {
        Node node = fields.value(key);
        List<Node> items = node == null ? List.of() : node instanceof Items ? items(key) : List.of(node);
        List<String> proses = new ArrayList<>();
        for (Node item : items) {
            String prose = scalars.prose(item);
            if (prose != null && proses.contains(prose)) {
                problems.add(item.place(), "this is listed twice", "Remove one of the two.");
            } else if (prose != null) {
                proses.add(prose);
            }
        }
        return proses;
    }

    /** The same, but not none at all. */
    public List<String> someNames(String key) {
        refuseEmpty(key);
        return names(key);
    }

    /** The mapping under that key. */
    @Nullable
    public Mapping mapping(String key, Shape shape) {
        return get(key, node -> of(node, shape, pathOf(key), problems));
    }

    /** A mapping with keys of its author's choosing; empty if absent. */
    public List<Field> entries(String key) {
        return entries(key, scalars::name);
    }

    /** The same with keys of another form. */
    public List<Field> entries(String key, Decoder<String> names) {
        Node node = fields.value(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Fields(Map<String, Field> entries, Place _))) {
            problems.add(node.place(), "a mapping is expected here, not " + node.kind(), "Write 'name: value'.");
            return List.of();
        }
        List<Field> named = new ArrayList<>();
        for (Field entry : entries.values()) {
            String name = names.decode(entry.key());
            if (name != null) {
                problems.locate(pathOf(key) + "/" + name, entry.key().place());
                named.add(entry);
            }
        }
        return named;
    }

    /** Such a mapping that must have some entries: without any it would say nothing, and nobody would see. */
    public List<Field> someEntries(String key) {
        if (fields.value(key) instanceof Fields(Map<String, Field> entries, Place place) && entries.isEmpty()) {
            problems.add(place, "the mapping is empty", "Name at least one.");
        }
        return entries(key);
    }

    /** Such a mapping where every value is one of a few words. */
    public <T> Map<String, T> words(String key, Choices<T> choices) {
        Map<String, T> words = new LinkedHashMap<>();
        for (Field entry : someEntries(key)) {
            T word = scalars.word(entry.value(), choices);
            if (word != null) {
                words.put(entry.key().value(), word);
            }
        }
        return words;
    }

    /** The elements of a list; empty if absent. */
    public List<Node> items(String key) {
        Node node = fields.value(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Items(List<Node> items, Place _))) {
            problems.add(node.place(), "a list is expected here, not " + node.kind(), "Write each entry after '- '.");
            return List.of();
        }
        return items;
    }

    /** Refuses an empty list under that key. */
    public void refuseEmpty(String key) {
        Node node = fields.value(key);
        if (node != null) {
            scalars.refuseEmpty(node);
        }
    }

    /** The elements of a list that must have some. */
    public List<Node> someItems(String key) {
        refuseEmpty(key);
        return items(key);
    }

    /** A list of mappings of one shape, each under its index. */
    public List<Mapping> mappings(String key, Shape shape) {
        List<Mapping> mappings = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String at = pathOf(key) + "/" + i;
            problems.locate(at, items.get(i).place());
            add(mappings, of(items.get(i), shape, at, problems));
        }
        return mappings;
    }

    /** The same, but not none at all. */
    public List<Mapping> someMappings(String key, Shape shape) {
        refuseEmpty(key);
        return mappings(key, shape);
    }

    /** A list of mappings of one shape, each under the name that it bears; one without a name is left out. */
    public List<Mapping> named(String key, Shape shape, String nameKey) {
        List<Mapping> mappings = new ArrayList<>();
        for (Node item : items(key)) {
            add(mappings, named(item, shape, nameKey, pathOf(key), problems));
        }
        return mappings;
    }

    /** A mapping under the name that it bears; null, with a problem added, if it has none. */
    public static @Nullable Mapping named(Node node, Shape shape, String nameKey, String parent, Problems problems) {
        Text name = node instanceof Fields fields ? fields.text(nameKey) : null;
        Mapping mapping = of(node, shape, parent + "/" + (name == null ? "" : name.value()), problems);
        if (mapping == null || mapping.name(nameKey) == null) {
            return null;
        }
        problems.locateNamed(mapping.path(), name == null ? node.place() : name.place());
        return mapping;
    }

    private static void add(List<Mapping> mappings, @Nullable Mapping mapping) {
        if (mapping != null) {
            mappings.add(mapping);
        }
    }
}
