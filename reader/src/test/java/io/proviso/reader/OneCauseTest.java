package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing is told once and first, and what follows from it under it. */
class OneCauseTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("proviso.root"), "examples");

    @TempDir
    private Path directory;

    @BeforeEach
    void copy() throws IOException {
        copy("microsoft-openai");
    }

    @Test
    void anAgreementThatIsGoneIsToldOnceWithAllThatSpeaksOfIt() throws IOException {
        Files.delete(directory.resolve("agreements/microsoft-openai.yaml"));
        assertEquals("""
            pins.yaml:5:14: unknown agreement 'microsoft-openai'
                5 | - agreement: microsoft-openai
                  |              ^^^^^^^^^^^^^^^^
            No file of agreements/ says it. Known: openai-aws, openai-coreweave, openai-google, openai-oracle, stargate.
            The same at pins.yaml:13:14, pins.yaml:21:14, pins.yaml:29:14.

            1 problem in 4 places; nothing was read.\
            """, text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        agreements/microsoft-openai.yaml | agreement: microsoft-openai | agreement: microsoft-openia | agreement 'microsoft-openai' | 4
        agreements/microsoft-openai.yaml | agreement: microsoft-openai | agreement: Microsoft-OpenAI | agreement 'microsoft-openai' | 4
        calendars/us-federal.yaml        | name: us-federal            | name: us-feral              | calendar 'us-federal'        | 1
        vocabulary.yaml                  | azure, oracle, coreweave    | azure, coreweave            | provider 'oracle'            | 6
        vocabulary.yaml                  | oracle, coreweave, aws      | orcale, coreweave, aws      | provider 'oracle'            | 6
        """)
    void aNameThatWasChangedIsToldOnce(String file, String from, String to, String what, int places)
            throws IOException {
        replace(file, from, to);
        assertTrue(text().contains(": unknown " + what + "\n"), text());
        assertEquals(1, Stream.of(text().split("unknown ", -1)).count() - 1, text());
        assertTrue(
                text().endsWith(
                                places == 1
                                        ? "\n1 problem; nothing was read."
                                        : "\n1 problem in " + places + " places; nothing was read."),
                text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"consents", "microsoft-openai"})
    void whereNoAgreementIsLeftNothingElseIsTold(String portfolio) throws IOException {
        copy(portfolio);
        try (var files = Files.list(directory.resolve("agreements"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        assertTrue(text().startsWith("agreements: there is no agreement"), text());
        assertTrue(text().endsWith("\n1 problem; nothing was read."), text());
    }

    @ParameterizedTest
    @CsvSource({
        "2019-07-22, 2025-13-41",
        "2020-09-22, 2025-13-41",
        "2021-12-31, 2025-02-30",
        "2023-01-23, yesterday",
        "2024-06-11, 2025-13-41",
        "2025-01-21, 2025-13-41",
        "2025-09-11, 11.9.2025",
        "2025-10-28, 2025-10-32"
    })
    void ofADayThatCannotBeReadNothingElseIsTold(String from, String to) throws IOException {
        replace("agreements/microsoft-openai.yaml", "\n  effective: " + from, "\n  effective: " + to);
        assertTrue(text().contains("'" + to + "' is not a date or an instant"), text());
        assertTrue(text().endsWith("\n1 problem; nothing was read."), text());
    }

    @Test
    void besideADayThatCannotBeReadUnknownWordsAreStillTold() throws IOException {
        replace("agreements/microsoft-openai.yaml", "\n  effective: 2024-06-11", "\n  effective: 2024-06-31");
        replace("agreements/microsoft-openai.yaml", "provider: oracle", "provider: orcale");
        assertTrue(text().contains("'2024-06-31' is not a date or an instant"), text());
        assertTrue(text().contains("unknown provider 'orcale'"), text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio.yaml", "vocabulary.yaml"})
    void aFileThatIsMissingComesFirst(String file) throws IOException {
        Files.delete(directory.resolve(file));
        replace("agreements/openai-aws.yaml", "type: ", "typ: ");
        assertTrue(text().startsWith(file + ": there is no such file\n"), text());
        assertTrue(text().contains("agreements/openai-aws.yaml:"), text());
    }

    @Test
    void moreThanTenPlacesAreCounted() throws IOException {
        var pins = Files.readString(directory.resolve("pins.yaml"));
        Files.writeString(
                directory.resolve("pins.yaml"),
                pins.replaceAll("agreement: microsoft-openai", "agreement: nobody")
                        + pins.substring(pins.indexOf("- agreement"))
                                .replace("microsoft-openai", "nobody")
                                .repeat(3));
        assertTrue(text().contains("\nThe same at pins.yaml:13:14, "), text());
        assertTrue(text().contains(" and 5 more places.\n"), text());
        assertTrue(text().endsWith("\n1 problem in 16 places; nothing was read."), text());
    }

    @Test
    void mistakesOfTheirOwnPlaceAreEachShown() throws IOException {
        replace("agreements/openai-aws.yaml", "type: definitive", "type: ''");
        replace("agreements/openai-oracle.yaml", "type: definitive", "type: ''");
        assertEquals(2, text().split("the value is empty", -1).length - 1, text());
    }

    private String text() {
        return assertThrows(BadFiles.class, () -> PortfolioReader.read(directory))
                .text();
    }

    private void replace(String file, String from, String to) throws IOException {
        var path = directory.resolve(file);
        var text = Files.readString(path);
        assertTrue(text.contains(from), () -> file + " does not hold: " + from);
        Files.writeString(path, text.replace(from, to));
    }

    private void copy(String portfolio) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        var from = EXAMPLES.resolve(portfolio);
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = directory.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
