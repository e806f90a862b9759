package io.proviso.counsel.english;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aLineOfOneHundredCharactersIsNotBroken() {
        var ninety = "x".repeat(90);
        assertEquals("  " + ninety + " 1234567\n", wrapped(2, ninety + " 1234567"));
        assertEquals("  " + ninety + "\n    12345678\n", wrapped(2, ninety + " 12345678"));
    }

    @Test
    void aWordThatIsLongerThanALineStandsOnItsOwn() {
        var long1 = "x".repeat(120);
        assertEquals(long1 + "\n  " + long1 + "\n  end\n", wrapped(0, long1 + " " + long1 + " end"));
    }

    @Test
    void noLineEndsWithASpace() {
        assertEquals("a\n\nb\n", new Lines().line("a  ").blank().line("b").toString());
    }

    private static String wrapped(int indent, String paragraph) {
        return new Lines().wrap(indent, paragraph).toString();
    }
}
