package io.proviso.agreement;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a clause comes from, since when it is on record, and which of its parameters nobody published (assumed) or only the press reports. */
public record Provenance(Source source, Instant recorded, Set<String> assumed, Set<String> reported) {
    public Provenance {
        assumed = Collections.unmodifiableSet(new LinkedHashSet<>(assumed));
        reported = Collections.unmodifiableSet(new LinkedHashSet<>(reported));
    }

    public static Provenance of(Source source, Instant recorded) {
        return new Provenance(source, recorded, Set.copyOf(List.of()), Set.copyOf(List.of()));
    }

    /** The weakest support any part of the clause has. */
    public Confidence weakest() {
        if (!assumed.isEmpty()) {
            return Confidence.ASSUMED;
        }
        var reportedAtBest = !reported.isEmpty() && source.confidence().compareTo(Confidence.REPORTED) < 0;
        return reportedAtBest ? Confidence.REPORTED : source.confidence();
    }
}
