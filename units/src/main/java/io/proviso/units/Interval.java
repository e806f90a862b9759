package io.proviso.units;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time from an instant (included) to another (excluded), or without a known end. */
public record Interval(Instant from, @Nullable Instant to) {
    public Interval {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("interval: the end (" + to + ") must be after the start (" + from + ")");
        }
    }

    public static Interval from(Instant from) {
        return new Interval(from, null);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }
}
