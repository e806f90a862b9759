package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.portfolio.CalendarReader;
import io.proviso.reader.scenario.ScenarioReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A character that YAML has no place for is told with its own: line, column, name. */
class UnprintableTest {
    private static final PortfolioFixture SMALL = PortfolioFixture.of("small");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        0000 | NULL                          | a: b\\n\\nc: x§ | 3:5
        0000 | NULL                          | §a: b         | 1:1
        0000 | NULL                          | a: b\\n§       | 2:1
        0000 | NULL                          | a: b\\r\\n§ c  | 2:1
        0001 | START OF HEADING              | a: "b§c"      | 1:6
        0007 | BEL                           | a: b§         | 1:5
        0008 | BACKSPACE                     | # note §      | 1:8
        000B | LINE TABULATION               | a:§b          | 1:3
        000C | FORM FEED (FF)                | a: b\\n§\\nc: d | 2:1
        001B | ESCAPE                        | a: 'x§[2J'    | 1:6
        001F | INFORMATION SEPARATOR ONE     | a: >\\n  b §   | 2:5
        007F | DELETE                        | a: 日本§      | 1:6
        0080 | PADDING CHARACTER             | 😀: §         | 1:4
        009B | CONTROL SEQUENCE INTRODUCER   | a: [b, §]     | 1:8
        FFFE | null                          | a: {b: §}     | 1:8
        FFFF | null                          | {a: b§}       | 1:6
        """)
    void itIsNamedWithItsPlace(String point, String name, String written, String place) {
        var character = Character.toString(Integer.parseInt(point, 16));
        var text = written.replace("\\n", "\n").replace("\\r", "\r").replace("§", character);
        var bad = assertThrows(BadFiles.class, SMALL.with("pins.yaml", text)::read);
        var first = bad.diagnostics().getFirst();
        assertEquals("pins.yaml:" + place, first.place().toString());
        assertTrue(first.message().startsWith("U+" + point + " "), first.message());
        assertTrue(first.message().endsWith(" may not stand in a file of YAML"), first.message());
        assertTrue(name.equals("null") || first.message().contains(name.split(" ", 2)[0]), first.message());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 100_000})
    void ofManyTheFirstIsShownAndTheOthersAreCounted(int count) {
        var bad = assertThrows(BadFiles.class, SMALL.with("pins.yaml", "a: " + "\u0000".repeat(count) + "\n")::read);
        assertEquals("pins.yaml:1:4", bad.diagnostics().getFirst().place().toString());
        assertTrue(bad.text().contains(", nor may " + (count - 1) + " more of its kind after it\n"));
        assertTrue(bad.text().length() < 1000);
    }

    @Test
    void eachFileIsToldByItself() {
        var bad = assertThrows(
                BadFiles.class,
                SMALL.with("pins.yaml", "a: \u0001").with("agreements/supply.yaml", "b:\n- \u0002")::read);
        assertEquals(
                List.of("agreements/supply.yaml:2:3", "pins.yaml:1:4"),
                bad.diagnostics().stream().map(each -> each.place().toString()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio.yaml", "vocabulary.yaml", "agreements/supply.yaml", "pins.yaml"})
    void everyFileOfAPortfolioIsReadSo(String name) {
        var text = new String(SMALL.bytes(name), StandardCharsets.UTF_8);
        int line = (int) text.lines().count() + 1;
        var bad = assertThrows(BadFiles.class, SMALL.with(name, text + "#\u0000\n")::read);
        assertEquals(
                name + ":" + line + ":2", bad.diagnostics().getFirst().place().toString());
    }

    @Test
    void aCalendarACaseFileAndAScenarioAreReadSoToo(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("odd.yaml"), "name: x\nday: \u0000\n");
        for (var bad : List.of(
                assertThrows(BadFiles.class, () -> CalendarReader.read(file)),
                assertThrows(BadFiles.class, () -> CasesReader.read(file, directory)),
                assertThrows(BadFiles.class, () -> ScenarioReader.read(file)))) {
            assertTrue(bad.text().contains("odd.yaml:2:6: U+0000 NULL may not stand in a file of YAML"), bad.text());
        }
    }
}
