package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Instant START = Instant.parse("2025-01-21T08:00:00Z");
    private static final Instant END = Instant.parse("2025-10-28T07:00:00Z");

    @Test
    void theStartIsInsideAndTheEndIsNot() {
        Interval interval = new Interval(START, END);
        assertTrue(interval.contains(START));
        assertTrue(interval.contains(END.minusNanos(1)));
        assertFalse(interval.contains(END));
        assertFalse(interval.contains(START.minusNanos(1)));
    }

    @Test
    void anIntervalWithoutAKnownEndHoldsEveryLaterInstant() {
        assertTrue(Interval.from(START).contains(Instant.MAX));
        assertFalse(Interval.from(START).contains(START.minusNanos(1)));
    }

    @Test
    void anEmptyOrReversedIntervalIsRefusedWithBothEnds() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Interval(END, START))
                .getMessage();
        assertEquals(
                "interval: the end (2025-01-21T08:00:00Z) must be after the start (2025-10-28T07:00:00Z)", message);
        assertThrows(IllegalArgumentException.class, () -> new Interval(START, START));
    }
}
