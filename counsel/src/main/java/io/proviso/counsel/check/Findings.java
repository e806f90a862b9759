package io.proviso.counsel.check;

import io.proviso.counsel.Witness;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects findings era by era; what is found again right after is one finding that lasts. */
final class Findings {
    private record Key(Check check, List<Finding.Place> clauses, String message) {}

    private final Map<Key, List<Finding>> found = new LinkedHashMap<>();
    private final List<Finding> alone = new ArrayList<>();

    /** A single event: however alike another one is, both are told. */
    void addAlone(Finding finding) {
        alone.add(finding);
    }

    /** What holds throughout an era; eras come in order of time. */
    void add(Check check, Interval span, List<Finding.Place> clauses, String message, List<Witness> witnesses) {
        var same = found.computeIfAbsent(new Key(check, clauses, message), _ -> new ArrayList<>());
        var last = same.isEmpty() ? null : same.getLast();
        if (last == null || endsBefore(last.span(), span.from())) {
            same.add(new Finding(check, clauses, span, message, witnesses));
        } else {
            var whole = new Interval(last.span().from(), span.to());
            same.set(same.size() - 1, new Finding(check, clauses, whole, message, last.witnesses()));
        }
    }

    private static boolean endsBefore(Interval span, Instant instant) {
        return span.to() != null && span.to().isBefore(instant);
    }

    List<Finding> all() {
        return Stream.concat(found.values().stream().flatMap(List::stream), alone.stream())
                .sorted(Comparator.comparing(Finding::check)
                        .thenComparing(finding -> finding.span().from()))
                .toList();
    }
}
