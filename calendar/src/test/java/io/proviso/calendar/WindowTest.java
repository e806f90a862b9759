package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0 business days", "1 business day", "10 business days", "1 day", "3 days", "1 hour", "72 hours"
            })
    void theWordsOfAWindowReadBackAsTheyWereWritten(String words) {
        assertEquals(words, Window.parse(words).toString());
    }

    @Test
    void eachUnitIsAWindowOfItsOwnKind() {
        assertEquals(new Window.BusinessDays(10), Window.parse(" 10  business days "));
        assertEquals(new Window.Days(3), Window.parse("3 days"));
        assertEquals(new Window.Hours(72), Window.parse("72 hours"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "ten days",
                "1.5 days",
                "10 business",
                "10 business hours",
                "2 fortnights",
                "5days",
                "99999999999 days"
            })
    void whatIsNotAWindowIsRefusedWithTheFormsThatAre(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Window.parse(text))
                .getMessage();
        assertEquals(
                "window: '" + text + "' is not a window.\n"
                        + "Write a whole number and a unit: '10 business days', '1 business day', '3 days',"
                        + " '6 months' or '72 hours'.",
                message);
    }

    @Test
    void aNegativeWindowIsRefusedByNameAndRange() {
        String message = assertThrows(IllegalArgumentException.class, () -> Window.parse("-1 business days"))
                .getMessage();
        assertEquals(
                "window: -1 business days is out of range, it must be 0 to 36525 business days.\n"
                        + "A right that never lapses has no window: state it without one.",
                message);
    }

    @Test
    void aCenturyIsTheLongestWindowInEveryUnit() {
        assertEquals(36_525, new Window.BusinessDays(36_525).n());
        assertThrows(IllegalArgumentException.class, () -> new Window.BusinessDays(36_526));
        assertThrows(IllegalArgumentException.class, () -> new Window.Days(100_000));
        assertEquals(876_600, new Window.Hours(876_600).n());
        assertThrows(IllegalArgumentException.class, () -> new Window.Hours(Integer.MAX_VALUE));
    }
}
