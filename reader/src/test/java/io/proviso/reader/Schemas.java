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
