package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.proviso.reader.portfolio.CalendarReader;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.scenario.ScenarioReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not there, or not a file, is told: a portfolio that lost an agreement would permit what that forbids. */
class MissingFilesTest {
    private static final PortfolioFixture SMALL = PortfolioFixture.of("small").without("pins.yaml");
    private static final String SUPPLY = "agreements/supply.yaml";
    private static final String NOTHING_FORBIDDEN = "there is no agreement, and without one nothing would be forbidden";

    @TempDir
    private Path directory;

    @Test
    void aPortfolioWithoutTheFolderOfAgreementsIsRefused() {
        SMALL.without(SUPPLY).writeTo(directory);
        assertEquals("agreements: " + NOTHING_FORBIDDEN, firstLine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreements/README.md",
                "agreements/.gitkeep",
                "agreements/.drafts/supply.yaml",
                "contracts/supply.yaml",
                "agreements/._supply.yaml",
                "agreements/.#supply.yaml",
                "agreements/notes.txt"
            })
    void anEmptyFolderOfAgreementsIsRefusedWhateverElseLiesThere(String file) {
        SMALL.without(SUPPLY).with(file, "x").writeTo(directory);
        assertEquals("agreements: " + NOTHING_FORBIDDEN, firstLine());
    }

    @Test
    void aPortfolioMaySayThatItHasNoAgreements() throws IOException {
        withoutAgreements("none").without(SUPPLY).writeTo(directory);
        assertTrue(PortfolioReader.read(directory).agreements().isEmpty());
        Files.createDirectories(directory.resolve("agreements"));
        assertTrue(PortfolioReader.read(directory).agreements().isEmpty());
    }

    @Test
    void aPortfolioThatSaysSoAndHasOneContradictsItself() {
        withoutAgreements("none").writeTo(directory);
        String text = problems().text();
        assertTrue(
                text.startsWith(
                        "portfolio.yaml:4:1: the portfolio is said to have no agreements, but there is " + SUPPLY),
                text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "[]", "{}", "None", "supply", "[none]", "''", "null", "~", ""})
    void noOtherWordSaysThatThereAreNone(String word) {
        withoutAgreements(word).without(SUPPLY).writeTo(directory);
        problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        agreements/.supply.yaml       | a hidden file is not read
        agreements/.other.yml         | a hidden file is not read
        calendars/.city.yaml          | a hidden file is not read
        .pins.yaml                    | a hidden file is not read
        .record.yaml                  | a hidden file is not read
        agreements/other.yaml.txt     | a portfolio has no such file
        agreements/other.yaml.bak     | a portfolio has no such file
        agreements/other.yaml~        | a portfolio has no such file
        agreements/#other.yaml#       | a portfolio has no such file
        calendars/city.yaml.disabled  | a portfolio has no such file
        pins.yaml.txt                 | a portfolio has no such file
        record.yaml~                  | a portfolio has no such file
        agreements/other.Yaml         | a portfolio has no such file
        agreements/other.Yml          | a portfolio has no such file
        pins.yml                      | a portfolio has no such file
        """)
    void aFileThatLooksLikeOneOfThePortfolioIsRefusedAndNotPassedOver(String file, String message) {
        SMALL.with(file, "x").writeTo(directory);
        assertEquals(file + ": " + message, firstLine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreements/supply.yaml~",
                "agreements/supply.yaml.bak",
                "agreements/#supply.yaml#",
                "vocabulary.yaml.orig",
                "portfolio.yaml~",
                ".pre-commit-config.yaml",
                "README.md",
                "notes/agreements.txt"
            })
    void aBackupBesideItsOriginalAndForeignFilesAreNobodysContent(String file) {
        SMALL.with(file, "x").writeTo(directory);
        assertEquals(SMALL.read().digest(), PortfolioReader.read(directory).digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SUPPLY, "portfolio.yaml", "vocabulary.yaml", "pins.yaml", "record.yaml", "calendars/city.yaml"})
    void aNamedPipeAmongTheFilesIsRefusedAndNotWaitedFor(String file) throws Exception {
        SMALL.without(file).writeTo(directory);
        Path pipe = directory.resolve(file);
        Files.createDirectories(pipe.getParent());
        assumeTrue(makesPipe(pipe), "this system has no mkfifo");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertEquals(file + ": " + NO_FILE, firstLine()));
    }

    private static final String NO_FILE = "this is a pipe, a socket or a device, not a file";

    @Test
    void aPipeAsAFileOfItsOwnIsRefusedToo() throws Exception {
        Path pipe = directory.resolve("city.yaml");
        assumeTrue(makesPipe(pipe), "this system has no mkfifo");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertTrue(assertThrows(BadFiles.class, () -> CalendarReader.read(pipe))
                    .text()
                    .contains(NO_FILE));
            assertTrue(assertThrows(BadFiles.class, () -> CasesReader.read(pipe, null))
                    .text()
                    .contains(NO_FILE));
            assertTrue(assertThrows(BadFiles.class, () -> ScenarioReader.read(pipe))
                    .text()
                    .contains(NO_FILE));
            assertTrue(assertThrows(BadFiles.class, () -> ScenarioReader.read(directory))
                    .text()
                    .contains(NO_FILE));
        });
    }

    private static boolean makesPipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSocketAmongTheFilesIsRefused() throws IOException {
        SMALL.writeTo(directory);
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(directory.resolve("pins.yaml")));
            assertEquals("pins.yaml: " + NO_FILE, firstLine());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null"})
    void aLinkToADeviceIsRefused(String device) throws IOException {
        assumeTrue(Files.exists(Path.of(device)), "this system has no such device");
        SMALL.writeTo(directory);
        Files.createSymbolicLink(directory.resolve("agreements/other.yaml"), Path.of(device));
        assertEquals("agreements/other.yaml: " + NO_FILE, firstLine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pins.yaml/x", "agreements/other.yaml/x", "portfolio.yaml/x", "calendars/city.yaml/x"})
    void aDirectoryWithTheNameOfAFileIsRefused(String inside) {
        SMALL.without("portfolio.yaml").with(inside, "x").writeTo(directory);
        String text = problems().text();
        assertTrue(text.contains("this is a directory, not a file") || text.contains("are not looked into"), text);
    }

    @Test
    void aLinkIsFollowedAndOneThatLeadsNowhereRefused(@TempDir Path elsewhere) throws IOException {
        SMALL.without(SUPPLY).writeTo(directory);
        Path target = elsewhere.resolve("supply.yaml");
        Files.createDirectories(directory.resolve("agreements"));
        Files.createSymbolicLink(directory.resolve(SUPPLY), target);
        assertEquals(SUPPLY + ": this link leads to no file", firstLine());
        Files.write(target, SMALL.bytes(SUPPLY));
        assertEquals(SMALL.read().digest(), PortfolioReader.read(directory).digest());
    }

    @Test
    void aLinkToAFolderIsFollowedAndOneThatLeadsNowhereRefused(@TempDir Path elsewhere) throws IOException {
        SMALL.without(SUPPLY).writeTo(directory);
        Files.createSymbolicLink(directory.resolve("agreements"), elsewhere.resolve("agreements"));
        assertTrue(firstLine().startsWith("agreements: a portfolio has no such directory"), firstLine());
        Files.createDirectories(elsewhere.resolve("agreements"));
        assertEquals("agreements: " + NOTHING_FORBIDDEN, firstLine());
        Files.write(elsewhere.resolve(SUPPLY), SMALL.bytes(SUPPLY));
        assertEquals(SMALL.read().digest(), PortfolioReader.read(directory).digest());
    }

    @Test
    void aLinkInACircleIsRefused() throws IOException {
        SMALL.writeTo(directory);
        Path link = directory.resolve("pins.yaml");
        Files.createSymbolicLink(link, link);
        assertEquals("pins.yaml: this link leads to no file", firstLine());
    }

    @Test
    void namesBeyondAsciiAreRead() {
        SMALL.without(SUPPLY)
                .with("agreements/fournées-合意.yaml", SMALL.bytes(SUPPLY))
                .writeTo(directory);
        assertEquals(1, PortfolioReader.read(directory).agreements().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void aFileInUtf16IsRefused(String encoding) {
        String text = new String(SMALL.bytes(SUPPLY), StandardCharsets.UTF_8);
        SMALL.with(SUPPLY, ("\uFEFF" + text).getBytes(Charset.forName(encoding)))
                .writeTo(directory);
        assertEquals(SUPPLY + ": the file is UTF-16, not UTF-8", firstLine());
    }

    private static PortfolioFixture withoutAgreements(String word) {
        return SMALL.with(
                "portfolio.yaml",
                new String(SMALL.bytes("portfolio.yaml"), StandardCharsets.UTF_8) + "agreements: " + word + "\n");
    }

    private BadFiles problems() {
        return assertThrows(BadFiles.class, () -> PortfolioReader.read(directory));
    }

    private String firstLine() {
        return problems().text().lines().findFirst().orElseThrow();
    }
}
