package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.reader.portfolio.Grammar;
import io.proviso.reader.portfolio.Kind;
import io.proviso.reader.portfolio.PortfolioFiles;
import io.proviso.reader.scenario.ScenarioGrammar;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Shape;
import io.proviso.reader.yaml.YamlFile;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Editors go by the schemas, the reader by its grammar: they must be the same language. */
class SchemaTest {
    private static final Path ROOT = Schemas.ROOT;

    @Test
    void everyKeyOfTheGrammarIsInASchemaAndTheReverse() {
        Map<String, Set<String>> required = new TreeMap<>();
        Map<String, Set<String>> keys = new TreeMap<>();
        for (Shape shape : Stream.of(Grammar.class, ScenarioGrammar.class, CasesGrammar.class, NeedsGrammar.class)
                .flatMap(grammar -> grammar(grammar).stream())
                .toList()) {
            required.put(shape.name(), new TreeSet<>(shape.required()));
            keys.put(shape.name(), new TreeSet<>(shape.keys()));
        }
        Map<String, Set<String>> requiredBySchema = new TreeMap<>();
        Map<String, Set<String>> keysBySchema = new TreeMap<>();
        objects().forEach((name, schema) -> {
            requiredBySchema.put(name, strings(schema.path("required")));
            keysBySchema.put(name, new TreeSet<>(schema.path("properties").propertyNames()));
        });
        // A file of scenarios may leave to another what a scenario needs.
        required.put("scenario", Set.of());
        assertEquals(keys, keysBySchema);
        assertEquals(required, requiredBySchema);
    }

    @Test
    void everyKindOfClauseOfTheModelCanBeWritten() {
        assertEquals(kinds(ClauseBody.class).count(), Kind.values().length);
        assertEquals(
                Kind.KEYS,
                Stream.of(Kind.values()).map(kind -> kind.shape().name()).toList());
    }

    @Test
    void theCompletePortfolioUsesEveryKeyOfTheGrammar() {
        Set<String> unused = grammar(Grammar.class).stream()
                .flatMap(shape -> shape.keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        PortfolioFixture.of("complete").files().forEach((name, bytes) -> unused.removeAll(keysIn(parsed(name, bytes))));
        // It has agreements, so it cannot say that it has none.
        assertEquals(Set.of("agreements"), unused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "small"})
    void thePortfoliosOfTheTestsAreValid(String portfolio) {
        PortfolioFixture.of(portfolio)
                .files()
                .forEach((name, bytes) -> assertEquals(List.of(), errors(name, bytes), name));
    }

    @Test
    void theExamplesAreValid() throws IOException {
        Path examples = ROOT.resolve("examples");
        assumeTrue(Files.isDirectory(examples), "there are no examples in this checkout");
        try (Stream<Path> directories = Files.list(examples)) {
            List<Path> portfolios = directories
                    .filter(directory -> Files.exists(directory.resolve(PortfolioFiles.PORTFOLIO)))
                    .toList();
            for (Path portfolio : portfolios) {
                PortfolioFiles.in(portfolio, new Problems())
                        .contents()
                        .forEach((name, bytes) -> assertEquals(List.of(), errors(name, bytes), name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compute", "lease", "licence", "pipeline"})
    void whatInitWritesIsValid(String kind) throws IOException {
        Path template =
                ROOT.resolve("cli/src/main/resources/io/proviso/cli/template").resolve(kind);
        PortfolioFiles.in(template, new Problems())
                .contents()
                .forEach((name, bytes) -> assertEquals(List.of(), errors(name, bytes), name));
        assertEquals(List.of(), errors("cases.yaml", Files.readAllBytes(template.resolve("cases.yaml"))));
    }

    @Test
    void theExampleCalendarsAreValid() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/calendars"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                assertEquals(List.of(), errors("calendars/" + file.getFileName(), Files.readAllBytes(file)));
            }
        }
    }

    @Test
    void whatLiesBesideTheExamplesIsValid() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            for (Path file : files.filter(file -> file.endsWith("needs.yaml") || file.endsWith("questions.yaml"))
                    .toList()) {
                assertEquals(
                        List.of(), errors(file.getFileName().toString(), Files.readAllBytes(file)), file.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/microsoft-openai", "examples/consents"})
    void theCasesAreValid(String directory) throws IOException {
        Path cases = ROOT.resolve(directory).resolve("cases.yaml");
        assertEquals(List.of(), errors("cases.yaml", Files.readAllBytes(cases)));
    }

    @Test
    void theReaderAndTheSchemasHoldTheSameExpressions() throws IllegalAccessException {
        String schemas = String.join("\n", Schemas.TEXTS.values());
        for (Field field : Forms.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getType() == Pattern.class) {
                String expression = JsonMapper.shared().writeValueAsString("^(?:" + field.get(null) + ")$");
                assertTrue(schemas.contains(expression), field.getName() + " in no schema: " + expression);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/scenarios", "examples/rights", "reader/src/test/resources/scenarios"})
    void theScenariosAreValid(String directory) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                assertEquals(List.of(), errors("scenario.yaml", Files.readAllBytes(file)), file.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        agreements/supply.yaml | overrides: [exclusive]      | overides: [exclusive]
        agreements/supply.yaml | until: 2030-12-31           | until: the end of 2030
        agreements/supply.yaml | until: 2030-12-31           | until: {through: 2030, milestone: {agi: verified}}
        agreements/supply.yaml | type: definitive            | type: definite
        agreements/supply.yaml | northern: provider of north | northern: provider, of
        agreements/supply.yaml | says: South may train       | say: South may train
        agreements/supply.yaml | permission: {on             | exclusivity: {on
        agreements/supply.yaml | ends: yes                   | ends: no
        agreements/supply.yaml | act: acquire, workload      | workload
        agreements/supply.yaml | confidence: primary         | confidence: certain
        vocabulary.yaml        | count: GPUs                 | counts: GPUs
        vocabulary.yaml        | values: [north, south]      | groups: {}
        portfolio.yaml         | permitted                   | allowed
        portfolio.yaml         | zone: UTC                   | clock: UTC
        pins.yaml              | why: the words are plain    | why: ""
        pins.yaml              | made: 2025-02-01            | made: yesterday
        pins.yaml              | reading: narrow             | readings: []
        agreements/supply.yaml | workload: [training]        | workload: []
        agreements/supply.yaml | act: acquire, provider      | act: [], provider
        agreements/supply.yaml | overrides: [exclusive]      | overrides: [exclusive, exclusive]
        """)
    void whatTheReaderRefusesTheSchemaRefuses(String file, String from, String to) {
        assertBothRefuse(PortfolioFixture.of("small").replacing(file, from, to), file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        agreements/supply.yaml | value: 20000                 | value: nonsense
        agreements/supply.yaml | value: 20000                 | value: 0
        agreements/supply.yaml | value: 10 business days      | value: 10
        agreements/supply.yaml | [{agi: verified}, {purpose: research}] | []
        agreements/supply.yaml | [{agi: verified}, {purpose: research}] | {}
        agreements/supply.yaml | [{agi: verified}, {purpose: research}] | [{agi: verified}, {}]
        agreements/supply.yaml | https://supply.example/master | javascript:alert(1)
        agreements/supply.yaml | not-before: {value: 2026-01-01 | not-before: {value: +12026-01-01T00:00Z
        record.yaml            | {gpus: 500}                  | {gpus: 0}
        record.yaml            | {gpus: 500}                  | {gpus: 1000000000000000000}
        """)
    void ofACompletePortfolioBothRefuse(String file, String from, String to) {
        assertBothRefuse(PortfolioFixture.of("complete").replacing(file, from, to), file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[{provider: north}, {}]"})
    void aCombinationThatCannotOccurMustNameSomething(String impossible) {
        var small = PortfolioFixture.of("small");
        var vocabulary = new String(small.bytes("vocabulary.yaml"), StandardCharsets.UTF_8);
        assertBothRefuse(
                small.with("vocabulary.yaml", vocabulary + "impossible: " + impossible + "\n"), "vocabulary.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        agreements/supply.yaml | value: 20000      | value: 999999999999999999
        agreements/supply.yaml | fee: undisclosed  | fee: {value: 5e6 USD, recorded: 2025-03-01}
        agreements/supply.yaml | value: 2026-01-01 | value: 2026-01-01T09:00:00.5+02:00
        record.yaml            | {gpus: 500}       | {gpus: 999999999999999999}
        """)
    void whatTheReaderReadsTheSchemaAccepts(String file, String from, String to) {
        var other = PortfolioFixture.of("complete").replacing(file, from, to);
        other.read();
        assertEquals(List.of(), errors(file, other.bytes(file)));
    }

    private static void assertBothRefuse(PortfolioFixture spoilt, String file) {
        assertFalse(errors(file, spoilt.bytes(file)).isEmpty(), "the schema takes it");
        var bad = assertThrows(BadFiles.class, spoilt::read);
        assertTrue(
                bad.diagnostics().stream()
                        .anyMatch(problem -> problem.place().source().name().equals(file)),
                bad.text());
    }

    private static List<String> errors(String name, byte[] bytes) {
        return Schemas.errors(Schemas.kind(name), Tree.of(parsed(name, bytes)).json());
    }

    private static Node parsed(String name, byte[] bytes) {
        Fields fields = YamlFile.parse(name, bytes, new Problems());
        if (fields == null) {
            throw new AssertionError(name + " is not YAML");
        }
        return fields;
    }

    private static Set<String> keysIn(Node node) {
        Set<String> keys = new TreeSet<>();
        switch (node) {
            case Text _ -> {}
            case Items(List<Node> items, Place _) -> items.forEach(item -> keys.addAll(keysIn(item)));
            case Fields(Map<String, Node.Field> fields, Place _) ->
                fields.forEach((key, field) -> {
                    keys.add(key);
                    keys.addAll(keysIn(field.value()));
                });
        }
        return keys;
    }

    private static Stream<Class<?>> kinds(Class<?> body) {
        return body.isSealed() ? Stream.of(body.getPermittedSubclasses()).flatMap(SchemaTest::kinds) : Stream.of(body);
    }

    private static List<Shape> grammar(Class<?> grammar) {
        return Arrays.stream(grammar.getDeclaredFields())
                .filter(field -> field.getType() == Shape.class)
                .map(SchemaTest::shape)
                .toList();
    }

    private static Shape shape(Field field) {
        field.setAccessible(true);
        try {
            return (Shape) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Every schema of a mapping with fixed keys: the files themselves, and what they define. */
    private static Map<String, JsonNode> objects() {
        Map<String, JsonNode> objects = new TreeMap<>();
        Schemas.objects().forEach((name, object) -> {
            if (object.schema().path("additionalProperties").isBoolean()) {
                objects.put(name, object.schema());
            }
        });
        return objects;
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new TreeSet<>();
        array.forEach(element -> strings.add(element.stringValue()));
        return strings;
    }
}
