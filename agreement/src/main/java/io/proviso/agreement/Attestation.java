package io.proviso.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An entry of the record: from {@code at} on a supplied facet has this value, for questions within {@code scope}. */
public record Attestation(String facet, String value, Condition scope, Instant at, Instant recorded, Source source) {

    /** The latest entry on a fact that had happened and was on record, among those whose scope holds; null if there is none. */
    public static @Nullable Attestation latest(
            List<Attestation> record, String fact, Instant asOf, Instant knownAt, Predicate<Condition> holds) {
        return record.stream()
                .filter(entry -> entry.facet().equals(fact))
                .filter(entry -> !entry.at().isAfter(asOf) && !entry.recorded().isAfter(knownAt))
                .filter(entry -> holds.test(entry.scope()))
                .max(Comparator.comparing(Attestation::at).thenComparing(Attestation::recorded))
                .orElse(null);
    }
}
