package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether clauses in force together override each other in a circle: as everything is known, and as it was known on any earlier
 * day, because a ruling may be asked for as known then.
 */
final class OverrideCycles {
    private record Standing(Clause clause, boolean isGrant) {
        boolean pierces(String other) {
            return isGrant && clause.overrides().contains(other);
        }
    }

    private final Agreement agreement;
    private final Problems problems;
    /** Where a circle was told of: it is told of once, as known latest. */
    private final Set<String> told = new HashSet<>();

    OverrideCycles(Agreement agreement, Problems problems) {
        this.agreement = agreement;
        this.problems = problems;
    }

    void check(String path) {
        var recorded = Recorded.in(agreement)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (var knownAt : recorded) {
            var known = knownAt.equals(recorded.getFirst()) ? "" : ", as was known on " + knownAt;
            new History(path + "/instruments/", knownAt, known).replay();
        }
    }

    /** What stands, instrument after instrument, as known at one instant. */
    private final class History {
        private final String path;
        private final Instant knownAt;
        private final String known;
        private final Map<String, Standing> clauses = new LinkedHashMap<>();

        History(String path, Instant knownAt, String known) {
            this.path = path;
            this.knownAt = knownAt;
            this.known = known;
        }

        void replay() {
            for (var instrument : AgreementInForce.binding(agreement, knownAt)) {
                if (instrument.changes().contains(new Change.Terminates())) {
                    return;
                }
                instrument.changes().forEach(change -> apply(instrument, change));
                instrument.changes().forEach(change -> inspect(instrument, change));
            }
        }

        private void apply(Instrument instrument, Change change) {
            switch (change) {
                // A second clause of one name is told of as that, and changes nothing here.
                case Change.Adds(Clause clause) when clauses.containsKey(clause.name()) -> {}
                case Change.Adds(Clause clause) -> put(instrument, clause);
                case Change.Restates(Clause clause, List<String> keeps) -> {
                    if (isKnown(clause)) {
                        var old = clauses.get(clause.name());
                        put(instrument, old == null ? clause : clause.inheriting(old.clause()));
                        remove(other -> other.pierces(clause.name())
                                && !keeps.contains(other.clause().name()));
                    }
                }
                case Change.Ends(String name, List<Reading> readings) -> {
                    if (readings.isEmpty() && clauses.containsKey(name)) {
                        remove(other -> other.clause().name().equals(name) || other.pierces(name));
                    }
                }
                case Change.Interprets _, Change.Revokes _, Change.Terminates _ -> {}
            }
        }

        private boolean isKnown(Clause clause) {
            return !clause.provenance().recorded().isAfter(knownAt);
        }

        private void put(Instrument instrument, Clause clause) {
            if (isKnown(clause)) {
                clauses.put(clause.name(), new Standing(clause, instrument.isGrant()));
            }
        }

        private void remove(Predicate<Standing> gone) {
            clauses.values().removeIf(gone);
        }

        private void inspect(Instrument instrument, Change change) {
            switch (change) {
                case Change.Adds(Clause clause) -> inspect(instrument, "/clauses/", clause.name());
                case Change.Restates(Clause clause, List<String> _) -> inspect(instrument, "/restates/", clause.name());
                case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> {}
            }
        }

        private void inspect(Instrument instrument, String under, String clause) {
            var way = new ArrayList<>(List.of(clause));
            var at = path + instrument.name() + under + clause + "/overrides";
            if (leadsBack(clause, instrument.effective(), way, new LinkedHashSet<>()) && told.add(at)) {
                problems.add(
                        at,
                        "the clauses override each other in a circle" + known + ": " + String.join(" > ", way),
                        "Decide which of them prevails and take the other override away.");
            }
        }

        /** Whether the overrides of a clause lead back to the start of the way. */
        private boolean leadsBack(String from, Instant asOf, List<String> way, Set<String> visited) {
            for (var next : overridden(from, asOf)) {
                way.add(next);
                if (next.equals(way.getFirst()) || (visited.add(next) && leadsBack(next, asOf, way, visited))) {
                    return true;
                }
                way.removeLast();
            }
            return false;
        }

        private List<String> overridden(String clause, Instant asOf) {
            var standing = clauses.get(clause);
            return standing == null || standing.clause().until().hasCome(asOf)
                    ? List.of()
                    : standing.clause().overrides();
        }
    }
}
