package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.reader.Schemas.Described;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code docs/language.md} says of every key what the schemas know, and which type reads it. */
class LanguageTest {
    private static final Pattern HEADING = Pattern.compile("#### (.+)");
    private static final Pattern LINE = Pattern.compile("\\| `([^`]+)` \\| (.+) \\| (.+) \\| `(.+)` \\| `(\\w+)` \\|");
    private static final String HEAD = "| key | means | left out | example | read by |";

    private final List<Line> lines;
    private final Map<String, Described> objects = new TreeMap<>();

    /** What the page says of a key, of each object of its heading. */
    private record Line(List<String> objects, String key, String leftOut, String example, String readBy) {
        Stream<String> fields() {
            return objects.stream().map(object -> object + "." + key);
        }
    }

    LanguageTest() throws IOException {
        lines = lines();
        Schemas.objects().forEach((name, object) -> {
            boolean isOfScenarios = object.at().contains("/scenario.schema.json");
            if (!isOfScenarios && object.keys().findAny().isPresent()) {
                objects.put(name, object);
            }
        });
    }

    @Test
    void everyKeyOfTheSchemasHasOneLineAndEveryLineIsAKey() {
        var told = lines.stream().flatMap(Line::fields).toList();
        assertEquals(Set.copyOf(told).size(), told.size(), "a key is told twice");
        assertSame(fields(Described::keys), told.stream());
    }

    @Test
    void whatIsRequiredIsToldSo() {
        assertSame(
                fields(LanguageTest::required),
                lines.stream()
                        .filter(line -> line.leftOut().equals("**required**"))
                        .flatMap(Line::fields));
    }

    @Test
    void everyExampleIsAValueThatTheSchemaTakes() {
        var refused = new ArrayList<String>();
        for (var line : lines) {
            for (var object : line.objects()) {
                Schemas.errors(Objects.requireNonNull(objects.get(object)), line.key(), value(line.example()))
                        .forEach(error -> refused.add(object + "." + line.key() + ": " + error));
            }
        }
        assertEquals(List.of(), refused);
    }

    @Test
    void everyTypeThatReadsAKeyIsThere() throws IOException {
        Set<String> types;
        try (var files = Files.walk(Schemas.ROOT)) {
            types = files.map(Path::toString)
                    .filter(file -> file.contains("/src/main/java/"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
        }
        assertEquals(
                List.of(),
                lines.stream()
                        .map(Line::readBy)
                        .distinct()
                        .filter(type -> !types.contains(type + ".java"))
                        .toList());
    }

    private static List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        List<String> objects = List.of();
        boolean inTable = false;
        for (var text : Files.readAllLines(Schemas.ROOT.resolve("docs/language.md"))) {
            var heading = HEADING.matcher(text);
            if (heading.matches()) {
                objects = List.of(heading.group(1).split(", "));
            }
            inTable = text.equals(HEAD) || (inTable && text.startsWith("|"));
            if (inTable && text.startsWith("| `")) {
                var line = LINE.matcher(text);
                if (!line.matches()) {
                    throw new AssertionError("not a line of a table: " + text);
                }
                lines.add(new Line(objects, line.group(1), line.group(3), line.group(4), line.group(5)));
            }
        }
        return lines;
    }

    private static Stream<String> required(Described object) {
        var required = new TreeSet<String>();
        object.schema().path("required").forEach(key -> required.add(key.stringValue()));
        return required.stream();
    }

    private static JsonNode value(String yaml) {
        Fields fields =
                YamlFile.parse("example", ("value: " + yaml + "\n").getBytes(StandardCharsets.UTF_8), new Problems());
        return Tree.of(Objects.requireNonNull(fields, yaml)).json().path("value");
    }

    private Stream<String> fields(Function<Described, Stream<String>> keys) {
        return objects.entrySet().stream()
                .flatMap(object -> keys.apply(object.getValue()).map(key -> object.getKey() + "." + key));
    }

    /** Tells only what differs. */
    private static void assertSame(Stream<String> known, Stream<String> told) {
        var missing = known.collect(Collectors.toCollection(TreeSet::new));
        var strange = told.filter(field -> !missing.remove(field)).toList();
        assertEquals("not told: [], no keys: []", "not told: " + missing + ", no keys: " + strange);
    }
}
