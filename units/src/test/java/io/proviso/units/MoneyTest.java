package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Money CENT = Money.of("0.01", "USD");

    @Test
    void amountsAreEqualWhateverTheirTrailingZeros() {
        assertEquals(Money.of("1.5", "USD"), Money.of("1.500", "USD"));
        assertEquals(Money.of("1.5", "USD").hashCode(), Money.of("1.500", "USD").hashCode());
        assertEquals(
                Money.zero(Currency.getInstance("USD")).hashCode(),
                Money.of("0.00", "USD").hashCode());
        assertNotEquals(Money.of("1.5", "USD"), Money.of("1.5", "EUR"));
        assertNotEquals(Money.of("1.5", "USD"), Money.of("1.51", "USD"));
    }

    @Test
    void nothingIsLostBelowTheCentOrAboveALong() {
        Money perHour = Money.of("2.123456789", "USD");
        assertEquals(Money.of("2123456789.000", "USD"), perHour.times(1_000_000_000L));
        Money commitment = Money.of("250000000000", "USD");
        assertEquals(Money.of("62500000000000000000000", "USD"), commitment.times(250_000_000_000L));
        assertEquals(Money.of("250000000000.01", "USD"), commitment.plus(CENT));
        assertEquals(commitment, commitment.plus(CENT).minus(CENT));
    }

    @Test
    void roundingIsHalfEvenToTheMinorUnitOfTheCurrency() {
        assertEquals("0.12 USD", Money.of("0.125", "USD").rounded().toString());
        assertEquals("0.14 USD", Money.of("0.135", "USD").rounded().toString());
        assertEquals("0.13 USD", Money.of("0.1250001", "USD").rounded().toString());
        assertEquals("-0.12 USD", Money.of("-0.125", "USD").rounded().toString());
        assertEquals("2 JPY", Money.of("2.5", "JPY").rounded().toString());
        assertEquals("2 XAU", Money.of("2.5", "XAU").rounded().toString());
    }

    @Test
    void aShareIsAnExactProduct() {
        assertEquals(Money.of("0.002", "USD"), CENT.times(new BigDecimal("0.2")));
    }

    @Test
    void orderIsByAmount() {
        assertTrue(CENT.compareTo(Money.of("0.009", "USD")) > 0);
        assertEquals(0, CENT.compareTo(Money.of("0.010", "USD")));
    }

    @Test
    void twoCurrenciesAreNeitherAddedNorSubtractedNorCompared() {
        Money euro = Money.of("1", "EUR");
        String message = assertThrows(IllegalArgumentException.class, () -> CENT.plus(euro))
                .getMessage();
        assertEquals(
                "money: 1 EUR cannot be combined with 0.01 USD, the currencies differ.\n"
                        + "Convert one of them at a stated rate first.",
                message);
        assertThrows(IllegalArgumentException.class, () -> CENT.minus(euro));
        assertThrows(IllegalArgumentException.class, () -> CENT.compareTo(euro));
    }

    @Test
    void largeAmountsArePrintedInFull() {
        assertEquals("250000000000 USD", Money.of("2.5E+11", "USD").toString());
    }
}
