package io.proviso.agreement.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "QUOTE | shall offer it first | “shall offer it first”",
                "QUOTE | AGI is \"excluded from licences\" | AGI is \"excluded from licences\"",
                "QUOTE | \"independent of progress\", up to a cap | \"independent of progress\", up to a cap",
                "PARAPHRASE | it is offered first | it is offered first",
                "PARAPHRASE | it is \"offered\" first | it is \"offered\" first"
            })
    void onlyWhatIsQuotedStandsBetweenQuotationMarks(Words.Kind kind, String says, String told) {
        assertEquals(told, new Words(says, kind).quoted());
    }
}
