package io.proviso.replay;

import java.time.Instant;

/** Which instant of the virtual calendar a second of the trace is; the first submission is the start of the scenario. */
record VirtualClock(Instant start, long zero) {
    Instant instant(long second) {
        return start.plusSeconds(second - zero);
    }

    /** The first whole second that is not before the instant. */
    long second(Instant instant) {
        var later = instant.getNano() > 0 ? 1 : 0;
        return Math.addExact(instant.getEpochSecond() - start.getEpochSecond(), zero + later);
    }
}
