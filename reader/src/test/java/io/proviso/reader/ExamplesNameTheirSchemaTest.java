package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An editor finds the schema of each example in its first line. */
class ExamplesNameTheirSchemaTest {
    private static final String MODELINE = "# yaml-language-server: $schema=";

    @Test
    void everyExampleNamesTheSchemaOfItsKindInItsFirstLine() throws IOException {
        var files = examples();
        assertTrue(files.size() > 30, files::toString);
        for (var file : files) {
            var first = Files.readAllLines(file).getFirst();
            assertTrue(first.startsWith(MODELINE), file + ": " + first);
            var schema = file.resolveSibling(first.substring(MODELINE.length())).normalize();
            assertEquals(
                    Schemas.ROOT
                            .resolve("schemas")
                            .resolve(kind(file) + ".schema.json")
                            .normalize(),
                    schema);
            assertTrue(Files.isRegularFile(schema), schema::toString);
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Schemas.ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String kind(Path file) {
        var words = file.toString().replace('\\', '/').split("/", -1);
        return switch (words[words.length - 2]) {
            case "agreements" -> "agreement";
            case "calendars" -> "calendar";
            case "scenarios", "rights" -> "scenario";
            default -> words[words.length - 1].replace(".yaml", "");
        };
    }
}
