package io.proviso.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** A closed day beside the weekend; {@code recorded} is when the closure became known, not when it took place. */
public record Holiday(LocalDate date, Instant recorded, String source) {
    public Holiday {
        if (source.isBlank()) {
            throw new IllegalArgumentException("holiday " + date + ": the source must not be blank.\n"
                    + "Name the statute, order or publication that closes the day.");
        }
    }
}
