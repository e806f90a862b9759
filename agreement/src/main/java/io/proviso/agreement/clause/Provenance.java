package io.proviso.agreement.clause;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a clause comes from, since when it is on record, which of its parameters nobody published (assumed) or only the press
 * reports, and by which defaults it goes because it does not say.
 */
public record Provenance(
        Source source, Instant recorded, Set<String> assumed, Set<String> reported, Set<Default> defaults) {
    public Provenance {
        assumed = Collections.unmodifiableSet(new LinkedHashSet<>(assumed));
        reported = Collections.unmodifiableSet(new LinkedHashSet<>(reported));
        defaults = Collections.unmodifiableSet(new TreeSet<>(defaults));
    }

    /** Of a clause that says all that matters. */
    public Provenance(Source source, Instant recorded, Set<String> assumed, Set<String> reported) {
        this(source, recorded, assumed, reported, Set.of());
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
