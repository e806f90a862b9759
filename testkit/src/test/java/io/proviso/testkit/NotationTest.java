package io.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {
    @ParameterizedTest
    @ValueSource(strings = {"null", "A()", "A(b=1, c=[])", "[[], {}]", "{\"a\"=1, B(c=2)=3}", "\"\\u000a\\\\\\\"\""})
    void aLineIsWrittenAsItWasRead(String line) {
        assertEquals(line, Notation.line(Notation.parse(line)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A(b=1          | line 1, column 6 has the end, not ')'
            A(b 1)         | line 1, column 5 has '1', not '='
            A(b=1) c       | line 1, column 8 has 'c', not the end
            [1, ]          | line 1, column 5 has ']', not a value
            "a             | line 1, column 3 has the end, not '"'
            "\\n"          | line 1, column 2 has '\\', not an escape: \\", \\\\, or \\u and four hexadecimal digits
            A(b=1, b=2)    | A.b is there twice
            {1=2, 1=3}     | 1 is there twice
            """)
    void whatIsNotWellFormedIsAnErrorWithItsPlace(String text, String problem) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Notation.parse(text));
        assertEquals("text: " + problem, refused.getMessage());
    }
}
