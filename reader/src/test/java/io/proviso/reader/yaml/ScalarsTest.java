package io.proviso.reader.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.portfolio.Amounts;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    private final Problems problems = new Problems();
    private final Scalars scalars = new Scalars(problems);
    private final Amounts amounts = new Amounts(problems);

    @ParameterizedTest
    @CsvSource({"0, 0", "000, 0", "007, 7", "100, 100", "999999999999999999, 999999999999999999"})
    void aCountMayHaveLeadingZeros(String text, long count) {
        assertEquals(count, scalars.count(node(text)));
        assertTrue(problems.isEmpty());
    }

    @Test
    void aCountThatIsTooLargeIsSaidToBeSo() {
        assertNull(scalars.count(node("1000000000000000000")));
        assertEquals(
                "1000000000000000000 is larger than 999,999,999,999,999,999",
                problems.exception().diagnostics().getFirst().message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5 XAU", "1 XDR", "1 XTS", "1 ABC"})
    void whatHasNoSmallestUnitIsNoCurrency(String text) {
        assertNull(amounts.money(node(text)));
        assertTrue(problems.exception().text().contains("there is no currency " + text.substring(text.length() - 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 USD",
                "0.00 USD",
                "000 EUR",
                "0e9 USD",
                "0.0e12 USD",
                "0.009 USD",
                "0.000000001 USD",
                "0.5 JPY"
            })
    void nobodyCommitsToNothingNorToLessThanTheSmallestUnit(String text) {
        assertNull(amounts.someMoney(node(text)));
        assertEquals(1, problems.exception().diagnostics().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01 USD", "1 JPY", "250e9 USD", "0.001e1 USD", "00.10 EUR", "0.001 KWD"})
    void theSmallestUnitIsAnAmount(String text) {
        assertEquals(amounts.money(node(text)), amounts.someMoney(node(text)));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.com", "https://example.com/a b", "example.com"})
    void anAddressLeadsToTheWebOnly(String text) {
        assertNull(scalars.url(node(text)));
        assertEquals("https://example.com/a?b=(c|d)", scalars.url(node("https://example.com/a?b=(c|d)")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00Z",
                "-0001-01-01T00:00Z",
                "+10000-01-01",
                "2025-01-01t00:00z",
                "2025-01-01T00:00"
            })
    void aYearHasFourDigitsAndATimeAnOffset(String text) {
        assertNull(new Instants(scalars, ZoneOffset.UTC).instant(node(text)));
        assertEquals(1, problems.exception().diagnostics().size());
    }

    private static Node node(String text) {
        return Node.Text.plain(text, SourceText.of("a.yaml", text).whole());
    }
}
