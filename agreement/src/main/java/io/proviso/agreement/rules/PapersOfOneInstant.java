package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the papers of an agreement that take effect at one instant come to the same in whatever order. Where they do not, each is
 * told of the other: which of them comes last nobody says, and the lines of a file must not.
 */
final class PapersOfOneInstant {
    private record Done(Instrument paper, Change change) {}

    private final Agreement agreement;
    private final ProblemLog problems;
    private final Set<Instant> checked = new HashSet<>();
    private final Map<Done, Set<String>> against = new LinkedHashMap<>();

    PapersOfOneInstant(Agreement agreement, ProblemLog problems) {
        this.agreement = agreement;
        this.problems = problems;
    }

    /** Checks the papers of an instant once, against the clauses as they were before. */
    void check(Instant effective, Chain before) {
        if (!checked.add(effective)) {
            return;
        }
        var papers = agreement.instruments().stream()
                .filter(paper -> paper.effective().equals(effective) && paper.type() != Instrument.Type.MOU)
                .toList();
        if (papers.size() > 1 && papers.stream().noneMatch(Instrument::terminates)) {
            compare(papers, before);
        }
    }

    private void compare(List<Instrument> papers, Chain before) {
        against.clear();
        var byClause = new LinkedHashMap<String, List<Done>>();
        for (var paper : papers) {
            for (var change : paper.changes()) {
                var name = change.about();
                if (name != null) {
                    byClause.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Done(paper, change));
                }
            }
        }
        byClause.values().forEach(this::sameClause);
        for (var touched : byClause.values()) {
            for (var grant : touched) {
                pierced(grant, before).stream()
                        .flatMap(name -> byClause.getOrDefault(name, List.of()).stream())
                        .filter(striking -> strikes(striking.change(), grant))
                        .forEach(striking -> contradict(striking, grant));
            }
        }
        against.forEach(this::tell);
    }

    private void sameClause(List<Done> changes) {
        for (int i = 0; i < changes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!commute(changes.get(i).change(), changes.get(j).change())) {
                    contradict(changes.get(i), changes.get(j));
                }
            }
        }
    }

    /** A clause may be read in several more ways, and taken back, in whatever order. */
    private static boolean commute(Change one, Change other) {
        return one instanceof Change.Interprets
                ? other instanceof Change.Interprets || other instanceof Change.Revokes
                : one instanceof Change.Revokes && other instanceof Change.Interprets;
    }

    /** The clauses that a consent or waiver is for, before a paper speaks of it or after. */
    private static Set<String> pierced(Done done, Chain before) {
        var pierced = new LinkedHashSet<String>();
        var written = done.change().written();
        if (written != null && done.paper().isGrant()) {
            pierced.addAll(written.overrides());
        }
        var old = before.find(String.valueOf(done.change().about()));
        if (old != null && old.grant() != null) {
            pierced.addAll(old.clause().overrides());
        }
        return pierced;
    }

    /** Whether a consent that another paper speaks of dies by the change of the clause it pierces, and speaking of it matters. */
    private static boolean strikes(Change change, Done grant) {
        boolean endsToo = grant.change() instanceof Change.Ends(String _, List<Reading> readings) && readings.isEmpty();
        return !endsToo
                && switch (change) {
                    case Change.Restates(Clause _, List<String> keeps) ->
                        !keeps.contains(grant.change().about());
                    case Change.Ends(String _, List<Reading> readings) -> readings.isEmpty();
                    case Change.Adds _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> false;
                };
    }

    private void contradict(Done one, Done other) {
        if (!one.paper().name().equals(other.paper().name())) {
            against.computeIfAbsent(one, _ -> new TreeSet<>()).add(other.paper().name());
            against.computeIfAbsent(other, _ -> new TreeSet<>()).add(one.paper().name());
        }
    }

    private void tell(Done done, Set<String> others) {
        problems.add(
                "agreements/" + agreement.name() + "/instruments/"
                        + done.paper().name() + done.change().path(),
                "'" + String.join("', '", others) + "' takes effect at the same instant, "
                        + done.paper().effective() + ", and what becomes of '"
                        + done.change().about() + "' depends on which of them comes last, which nothing says",
                "Write both changes in one instrument, or give the one that comes last a later instant.");
    }
}
