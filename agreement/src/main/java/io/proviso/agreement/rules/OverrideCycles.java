package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Recorded;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Periods;
import io.proviso.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether clauses in force together override each other in a circle: as everything is known, and as it was known on any earlier
 * day, because a ruling may be asked for as known then.
 */
final class OverrideCycles {
    private final Agreement agreement;
    private final @Nullable BusinessCalendar calendar;
    private final ProblemLog problems;
    /** Where a circle was told of: it is told of once, as known latest. */
    private final Set<String> told = new HashSet<>();

    OverrideCycles(Agreement agreement, @Nullable BusinessCalendar calendar, ProblemLog problems) {
        this.agreement = agreement;
        this.calendar = calendar;
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
        private final Chain chain;

        History(String path, Instant knownAt, String known) {
            this.path = path;
            this.knownAt = knownAt;
            this.known = known;
            this.chain = new Chain(knownAt, Periods.asKnown(agreement.clock(), calendar, knownAt));
        }

        void replay() {
            for (var instrument : Chain.binding(agreement, knownAt)) {
                instrument.changes().stream()
                        .filter(change -> !isTaken(change))
                        .forEach(change -> chain.apply(instrument, change));
                instrument.changes().forEach(change -> inspect(instrument, change));
            }
        }

        /** A second clause of one name is told of as that, and changes nothing here. */
        private boolean isTaken(Change change) {
            return change instanceof Change.Adds(Clause clause) && chain.find(clause.name()) != null;
        }

        private void inspect(Instrument instrument, Change change) {
            var written = change.written();
            if (written != null) {
                inspect(instrument, path + instrument.name() + change.path() + "/overrides", written.name());
            }
        }

        private void inspect(Instrument instrument, String at, String clause) {
            var way = new ArrayList<>(List.of(clause));
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
            var link = chain.find(clause);
            return link == null || link.span().isOver(asOf)
                    ? List.of()
                    : link.clause().overrides();
        }
    }
}
