package io.proviso.units.planted;

import java.io.File;
import java.time.Instant;

/** Reads the machine and the clock, and remembers. */
public final class Impure {
    private static Instant last = Instant.EPOCH;

    private Impure() {}

    public static String read() {
        last = Instant.now();
        return new File(".").getName() + last;
    }
}
