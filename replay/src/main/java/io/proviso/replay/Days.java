package io.proviso.replay;

import java.time.Duration;

/** Lengths of time in days of 24 hours, with their fraction. */
public final class Days {
    private static final double SECONDS = Duration.ofDays(1).toSeconds();

    private Days() {}

    public static double in(Duration time) {
        return time.toSeconds() / SECONDS;
    }
}
