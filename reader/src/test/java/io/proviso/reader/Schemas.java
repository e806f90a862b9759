package io.proviso.reader;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the repository, as an editor uses them. */
final class Schemas {
    static final Path ROOT = Path.of(System.getProperty("proviso.root"));
    static final String BASE = "https://proviso.invalid/schemas/";
    static final Map<String, String> TEXTS = texts();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(TEXTS)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(Schemas::expression)
                            .build()));

    private Schemas() {}

    /** In ECMAScript, and so in a schema, a dollar is the very end; in Java a line break may follow. */
    private static com.networknt.schema.regex.RegularExpression expression(String regex) {
        Pattern pattern = Pattern.compile(regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
        return value -> pattern.matcher(value).find();
    }

    /** What the schema of that kind finds wrong. */
    static List<String> errors(String kind, JsonNode document) {
        var schema = REGISTRY.getSchema(SchemaLocation.of(BASE + kind + ".schema.json"));
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    /** What the schema of one key of an object finds wrong with a value. */
    static List<String> errors(Described object, String key, JsonNode value) {
        var schema = REGISTRY.getSchema(SchemaLocation.of(object.at() + "/properties/" + key));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    /** A schema of a mapping, and where it stands. */
    record Described(String at, JsonNode schema) {
        /** The keys that it names; one that it names to forbid it is none. */
        Stream<String> keys() {
            return schema.path("properties").properties().stream()
                    .filter(property -> property.getValue().isObject())
                    .map(Map.Entry::getKey);
        }
    }

    /** The schemas of all mappings, by the name of their definition or file. */
    static Map<String, Described> objects() {
        Map<String, Described> objects = new TreeMap<>();
        TEXTS.forEach((iri, text) -> {
            JsonNode schema = JsonMapper.shared().readTree(text);
            objects.put(iri.substring(BASE.length()).replace(".schema.json", ""), new Described(iri + "#", schema));
            schema.path("$defs")
                    .properties()
                    .forEach(one ->
                            objects.put(one.getKey(), new Described(iri + "#/$defs/" + one.getKey(), one.getValue())));
        });
        return objects;
    }

    /** The kind of a file of a portfolio, by its path. */
    static String kind(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/') - 1) : name.substring(0, name.indexOf('.'));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("schemas"))) {
            for (Path file : files.toList()) {
                texts.put(BASE + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
