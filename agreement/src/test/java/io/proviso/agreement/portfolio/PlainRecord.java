package io.proviso.agreement.portfolio;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.clause.Completed;
import io.proviso.agreement.ruling.Naive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the record says of milestones as design.md says it, time by time: for {@link Naive}, which must not share the engine's view. */
public record PlainRecord(Portfolio portfolio, Instant asOf, Instant knownAt) {
    /** Whether the record has given a fact one of these values at any time since a clause was written. */
    public boolean hasCome(String fact, List<String> values, Instant written, Completed completed) {
        var times = new ArrayList<Instant>(List.of(written));
        portfolio.record().forEach(entry -> times.add(entry.at()));
        for (var time : times) {
            var value = time.isBefore(written) || time.isAfter(asOf) ? null : onRecord(fact, time, completed);
            if (value != null && values.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** When the record gave a fact one of these values: since a clause was written, or before and without a break until then. */
    public List<Instant> came(String fact, List<String> values, Instant written, Completed completed) {
        var times = portfolio.record().stream()
                .filter(entry -> entry.facet().equals(fact) && !entry.recorded().isAfter(knownAt))
                .map(Attestation::at)
                .filter(at -> !at.isAfter(asOf))
                .toList();
        return times.stream()
                .filter(time -> Stream.concat(
                                Stream.of(time),
                                times.stream().filter(other -> other.isAfter(time) && !other.isAfter(written)))
                        .allMatch(other -> {
                            var value = onRecord(fact, other, completed);
                            return value != null && values.contains(value);
                        }))
                .toList();
    }

    /** What the record, as known, says of a fact at a time: the latest entry of what had happened by then. */
    private @Nullable String onRecord(String fact, Instant time, Completed completed) {
        Attestation latest = null;
        for (var entry : portfolio.record()) {
            boolean counts = entry.facet().equals(fact)
                    && !entry.recorded().isAfter(knownAt)
                    && !entry.at().isAfter(time)
                    && completed
                            .values()
                            .keySet()
                            .containsAll(entry.scope().facets().keySet())
                    && new PlainConditions().hold(portfolio.vocabulary(), "", entry.scope(), completed);
            boolean later = latest == null
                    || entry.at().isAfter(latest.at())
                    || (entry.at().equals(latest.at()) && entry.recorded().isAfter(latest.recorded()));
            latest = counts && later ? entry : latest;
        }
        return latest == null ? null : latest.value();
    }
}
