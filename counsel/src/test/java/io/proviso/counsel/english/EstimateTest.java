package io.proviso.counsel.english;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.units.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @ParameterizedTest
    @CsvSource({
        "876808760.27, about 877 million USD",
        "0, less than 1 USD",
        "0.4, less than 1 USD",
        "0.51, about 1 USD",
        "1, about 1 USD",
        "1.49, about 1 USD",
        "999.5, 'about 1,000 USD'",
        "1000, 'about 1,000 USD'",
        "123456, 'about 123,456 USD'",
        "999999.49, 'about 999,999 USD'",
        "999999.5, about 1 million USD",
        "1000000, about 1 million USD",
        "1234567, about 1.23 million USD",
        "1235000, about 1.24 million USD",
        "12345678, about 12.3 million USD",
        "99950000, about 100 million USD",
        "999499999, about 999 million USD",
        "999500000, about 1 billion USD",
        "1000000000, about 1 billion USD",
        "1500000000, about 1.5 billion USD",
        "22400000000, about 22.4 billion USD",
        "250000000000, about 250 billion USD",
        "1400000000000, 'about 1,400 billion USD'"
    })
    void anEstimateIsSaidInThreeDigits(String amount, String told) {
        assertEquals(told, English.about(Money.of(amount, "USD")));
    }
}
