package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @CsvSource({
        "NUL, 0000",
        "bell, 0007",
        "backspace, 0008",
        "vertical tab, 000B",
        "form feed, 000C",
        "carriage return, 000D",
        "shift out, 000E",
        "escape, 001B",
        "delete, 007F",
        "next line, 0085",
        "device control string, 0090",
        "control sequence introducer, 009B",
        "operating system command, 009D",
        "soft hyphen, 00AD",
        "grapheme joiner, 034F",
        "Arabic letter mark, 061C",
        "Hangul filler, 115F",
        "Mongolian vowel separator, 180E",
        "zero width space, 200B",
        "zero width non-joiner, 200C",
        "zero width joiner, 200D",
        "left-to-right mark, 200E",
        "right-to-left mark, 200F",
        "line separator, 2028",
        "paragraph separator, 2029",
        "left-to-right embedding, 202A",
        "pop directional formatting, 202C",
        "right-to-left override, 202E",
        "word joiner, 2060",
        "invisible times, 2062",
        "left-to-right isolate, 2066",
        "first strong isolate, 2068",
        "pop directional isolate, 2069",
        "variation selector, FE0F",
        "byte order mark, FEFF",
        "interlinear annotation, FFF9",
        "no character, FFFE",
        "half of a pair, D83D",
        "other half of a pair, DE00",
        "language tag, E0001",
        "tag of a letter, E0061",
        "cancel tag, E007F",
        "variation selector 17, E0100",
    })
    void whatIsNotSeenOrMovesTheCursorIsShownByItsNumber(String name, String number) {
        var unseen = Character.toString(Integer.parseInt(number, 16));
        assertEquals("azure\\u{" + number + "}eastus", Printable.escaped("azure" + unseen + "eastus"), name);
        assertFalse(Printable.isPlain("azure" + unseen), name);
        assertFalse(Printable.isPlain(unseen + "azure"), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "azure",
                "“quoted” — dash … §3.1",
                "Zürich, Ærø, Łódź",
                "日本の供給者",
                "مايكروسوفت",
                "מיקרוסופט",
                "हिन्दी",
                "한국어",
                "▕███░░▏",
                "😀 🚢",
                "e\u0301",
                "\u00A0",
                "\\u{202E}",
                "$ % ^ & * ~ ` ' \""
            })
    void whatIsSeenStaysAsItIs(String text) {
        assertSame(text, Printable.escaped(text));
        assertTrue(Printable.isPlain(text));
    }

    @Test
    void linesAndColumnsStayButAreNotPlain() {
        assertEquals("a\tb\nc\r\nd", Printable.escaped("a\tb\nc\r\nd"));
        assertFalse(Printable.isPlain("a\tb"));
        assertFalse(Printable.isPlain("a\nb"));
        assertFalse(Printable.isPlain("a\r\nb"));
    }

    @Test
    void aCarriageReturnThatEndsNoLineWouldHideWhatStandsBeforeIt() {
        assertEquals("FORBIDDEN\\u{000D}PERMITTED", Printable.escaped("FORBIDDEN\rPERMITTED"));
        assertEquals("a\\u{000D}\r\n", Printable.escaped("a\r\r\n"));
        assertEquals("a\\u{000D}", Printable.escaped("a\r"));
    }

    @Test
    void neighboursAreEachShown() {
        assertEquals(
                "\\u{001B}[2J\\u{202E}\\u{2066}x\\u{E0041}", Printable.escaped("\u001B[2J\u202E\u2066x\uDB40\uDC41"));
    }

    @Test
    void anEscapedTextIsEscapedOnce() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            var once = Printable.escaped("a" + Character.toString(point) + "b");
            assertSame(once, Printable.escaped(once));
        }
    }

    @Test
    void noCharacterThatTheJdkCallsControlFormatOrSeparatorPassesUnlessPeopleSeeIt() {
        // The signs that stand around numbers in Arabic, Syriac and Kaithi, and joiners of hieroglyphs: drawn, and in
        // one direction.
        var drawn = "\u0600\u0601\u0602\u0603\u0604\u0605\u06DD\u070F\u0890\u0891\u08E2\uD804\uDCBD\uD804\uDCCD";
        var passing = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                })
                .filter(point -> Printable.isPlain(Character.toString(point)))
                .filter(point -> drawn.indexOf(point) < 0)
                .filter(point -> Character.UnicodeScript.of(point) != Character.UnicodeScript.EGYPTIAN_HIEROGLYPHS)
                .mapToObj(Integer::toHexString)
                .toList();
        assertEquals(List.of(), passing);
    }

    @Test
    void inJsonTheSameIsSaidInTheWayOfJson() {
        assertEquals(
                "{\"a\": \"\\u202E\\u009B\\uDB40\\uDC41 é\"}\n",
                Printable.escapedJson("{\"a\": \"\u202E\u009B\uDB40\uDC41 é\"}\n"));
        var plain = "{\n  \"a\": \"– é 😀\"\n}\n";
        assertSame(plain, Printable.escapedJson(plain));
    }
}
