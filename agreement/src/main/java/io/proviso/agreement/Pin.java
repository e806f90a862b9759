package io.proviso.agreement;

import io.proviso.agreement.clause.ClauseName;
import java.time.Instant;
import java.util.List;

/** A choice among the readings of a clause: who chose, why and when; from then on the other readings no longer count. */
public record Pin(ClauseName clause, List<String> readings, String who, String why, Instant made) {
    public Pin {
        readings = List.copyOf(readings);
        if (readings.isEmpty() || who.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("pin on " + clause + ": it must name a reading, who chose it and why");
        }
    }
}
