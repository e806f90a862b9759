package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** The schemas in ajv, which most editors and continuous builds run: in its strict mode, and with the same answers as ours. */
class AjvTest {
    private static final List<String> PACKAGES =
            List.of("ajv", "fast-deep-equal", "json-schema-traverse", "require-from-string", "uri-js", "punycode");
    private static final String INSIDE = "META-INF/resources/webjars/";
    private static final int FILES = 400;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void unpack() throws IOException {
        boolean node = starts();
        if (!node) {
            System.err.println(
                    "AjvTest IS SKIPPED: there is no node on this machine, so the schemas are not tried in ajv.");
        }
        assumeTrue(node, "there is no node on this machine");
        for (String name : PACKAGES) {
            unpack(name);
        }
        Files.writeString(directory.resolve("ajv.cjs"), SCRIPT);
    }

    private static final String SCRIPT = """
        const fs = require('fs'), path = require('path');
        const Ajv = require('ajv/dist/2020').default;
        const [schemas, documents] = process.argv.slice(2);
        const base = 'https://proviso.invalid/schemas/';
        const ajv = new Ajv({strict: true, strictTypes: true, strictTuples: true, strictRequired: true, allErrors: true});
        const files = fs.readdirSync(schemas);
        for (const file of files) ajv.addSchema(JSON.parse(fs.readFileSync(path.join(schemas, file), 'utf8')), base + file);
        for (const file of files) {
          try { ajv.getSchema(base + file); } catch (error) { console.log(file + ': ' + error.message); }
        }
        for (const {kind, said, valid, document} of documents ? JSON.parse(fs.readFileSync(documents, 'utf8')) : []) {
          const validate = ajv.getSchema(base + kind + '.schema.json');
          if (validate(document) !== valid) console.log(kind + ': ' + said + ': ' + ajv.errorsText(validate.errors));
        }
        """;

    @Test
    void allSchemasHoldUnderItsStrictMode() throws Exception {
        assertEquals("", node());
    }

    @Test
    void itAcceptsAndRefusesTheSameFiles() throws Exception {
        var documents = JsonNodeFactory.instance.arrayNode();
        List<SampleFiles.Sample> samples = SampleFiles.all().samples();
        for (SampleFiles.Sample sample : samples) {
            documents.add(document(sample.kind(), sample.name(), sample.tree()));
        }
        for (int seed = 1; seed <= FILES; seed++) {
            var random = new SplittableRandom(seed);
            SampleFiles.Sample sample = samples.get(random.nextInt(samples.size()));
            Mutations.Mutated mutated = Mutations.of(sample.tree(), random);
            documents.add(
                    document(sample.kind(), sample.name() + ", seed " + seed + ", " + mutated.said(), mutated.tree()));
        }
        Path file = directory.resolve("documents.json");
        Files.writeString(file, documents.toString());
        assertEquals("", node(file.toString()));
    }

    private static tools.jackson.databind.JsonNode document(String kind, String said, Tree tree) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("said", said)
                .put("valid", Schemas.errors(kind, tree.json()).isEmpty())
                .set("document", tree.json());
    }

    /** What the script has to say; nothing if all is well. */
    private static String node(String... arguments) throws IOException, InterruptedException {
        String schemas = Schemas.ROOT.resolve("schemas").toString();
        List<String> command = Stream.concat(Stream.of("node", "ajv.cjs", schemas), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static boolean starts() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** From its jar on the class path to where node looks for it. */
    private static void unpack(String name) throws IOException {
        URL found = AjvTest.class.getClassLoader().getResource(INSIDE + name);
        URI jar = URI.create(Objects.requireNonNull(found, name).toString().replaceFirst("!.*", ""));
        Path to = directory.resolve("node_modules").resolve(name);
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path version;
            try (Stream<Path> versions = Files.list(files.getPath(INSIDE, name))) {
                version = versions.findFirst().orElseThrow();
            }
            try (Stream<Path> all = Files.walk(version)) {
                for (Path from : all.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(version.relativize(from).toString());
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(from, target);
                }
            }
        }
    }
}
