package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.yaml.BadFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two names that look alike must be alike, and nobody reads what a character hides: such are refused by their own names. */
class UnseenCharactersTest {
    private static final PortfolioFixture COMPLETE = PortfolioFixture.of("complete");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        200B | ZERO WIDTH SPACE
        200D | ZERO WIDTH JOINER
        202E | RIGHT-TO-LEFT OVERRIDE
        2066 | LEFT-TO-RIGHT ISOLATE
        200E | LEFT-TO-RIGHT MARK
        2028 | LINE SEPARATOR
        2029 | PARAGRAPH SEPARATOR
        FEFF | ZERO WIDTH NO-BREAK SPACE
        00AD | SOFT HYPHEN
        0007 | BEL
        001B | ESCAPE
        0085 | NEXT LINE (NEL)
        009B | CONTROL SEQUENCE INTRODUCER
        007F | DELETE
        2060 | WORD JOINER
        3164 | HANGUL FILLER
        """)
    void aNameWithOneIsRefusedWithItsPlaceAndTheNameOfTheCharacter(String point, String name) {
        var spoilt = COMPLETE.replacing(
                "agreements/supply.yaml", "agreement: supply", "agreement: \"sup\\u" + point + "ply\"");
        var bad = assertThrows(BadFiles.class, spoilt::read);
        assertTrue(bad.text().contains("the word holds U+" + point + " " + name + ", which is not seen"), bad.text());
        assertEquals(
                12,
                bad.diagnostics().stream()
                        .filter(problem -> problem.place().source().name().endsWith("supply.yaml"))
                        .findFirst()
                        .orElseThrow()
                        .place()
                        .column());
    }

    /** A name of each kind, in the file that gives it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        portfolio.yaml         | portfolio: complete
        agreements/supply.yaml | instrument: master
        agreements/supply.yaml | clause: offer-first
        agreements/supply.yaml | holder: northern
        agreements/supply.yaml | calendar: harbour
        vocabulary.yaml        | default: north
        pins.yaml              | agreement: supply
        pins.yaml              | clause: reach
        pins.yaml              | reading: narrow
        calendars/city.yaml    | name: city
        record.yaml            | fact: agi
        record.yaml            | value: declared
        """)
    void aNameOfAnyKindWithOneIsRefused(String file, String entry) {
        String spoilt = entry.replaceFirst(": (.)(.*)", ": \"$1\\\\u200B$2\"");
        var bad = assertThrows(BadFiles.class, COMPLETE.replacing(file, entry, spoilt)::read);
        assertTrue(bad.text().contains("U+200B ZERO WIDTH SPACE"), bad.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u001B[2J",
                "a\\u0085b",
                "\\u009B2J",
                "a\\u202Eb",
                "a\\u2066b",
                "a\\u200Fb",
                "a\\u061Cb",
                "a\\u2028b",
                "\\a",
                "\\0",
                "a\\rb"
            })
    void wordsOfAClauseHoldNothingThatMovesTheCursorOrTurnsTheDirection(String words) {
        var bad = assertThrows(BadFiles.class, saying(words)::read);
        assertTrue(bad.text().contains("the text holds U+"), bad.text());
        assertTrue(
                bad.text()
                        .codePoints()
                        .allMatch(c -> c == '\n' || io.proviso.units.Printable.isPlain(Character.toString(c))),
                bad.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\\nlines",
                "a\\ttab",
                "caf\u00E9",
                "\u5951\u7D04",
                "a\\u00ADb",
                "a\\u200Cb",
                "\u05D7\u05D5\u05D6\u05D4",
                "\uD83D\uDE00"
            })
    void otherwiseTheyMayBeInAnyScript(String words) {
        saying(words).read();
    }

    private static PortfolioFixture saying(String words) {
        return PortfolioFixture.of("small")
                .replacing("agreements/supply.yaml", "says: South may train", "says: \"" + words + "\"");
    }
}
