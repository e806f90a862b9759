package io.proviso.agreement;

import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether the instruments of an agreement do what instruments of their type may, to clauses that exist when they take effect. */
final class AgreementRules {
    private final Vocabulary vocabulary;
    private final Set<String> calendars;
    private final Agreement agreement;
    private final Problems problems;
    /** Clauses by name as they are when the instrument under check takes effect. */
    private final Map<String, Clause> standing = new LinkedHashMap<>();

    private final Set<String> everNamed = new LinkedHashSet<>();
    private final GrantRules grants;

    AgreementRules(Vocabulary vocabulary, Set<String> calendars, Agreement agreement, Problems problems) {
        this.vocabulary = vocabulary;
        this.calendars = calendars;
        this.agreement = agreement;
        this.problems = problems;
        this.grants = new GrantRules(agreement, problems);
    }

    /** All readings a clause ever has, by clause. */
    static Map<String, List<Reading>> readings(Agreement agreement) {
        var readings = new LinkedHashMap<String, List<Reading>>();
        for (var instrument : agreement.instruments()) {
            for (var change : instrument.changes()) {
                switch (change) {
                    case Change.Adds(Clause clause) -> add(readings, clause.name(), clause.readings());
                    case Change.Restates(Clause clause, List<String> _) ->
                        add(readings, clause.name(), clause.readings());
                    case Change.Ends(String clause, List<Reading> more) -> add(readings, clause, more);
                    case Change.Interprets(String clause, Reading reading) -> add(readings, clause, List.of(reading));
                    case Change.Revokes _, Change.Terminates _ -> {}
                }
            }
        }
        return readings;
    }

    private static void add(Map<String, List<Reading>> readings, String clause, List<Reading> more) {
        readings.computeIfAbsent(clause, _ -> new ArrayList<>()).addAll(more);
    }

    void check() {
        var path = "agreements/" + agreement.name();
        if (agreement.clock().calendar() != null) {
            problems.known(path + "/calendar", "calendar", agreement.clock().calendar(), calendars);
        }
        roles(path);
        everNamed.addAll(readings(agreement).keySet());
        var names = new ArrayList<String>();
        for (var instrument : agreement.instruments()) {
            if (names.contains(instrument.name())) {
                problems.add(
                        path + "/instruments/" + instrument.name(),
                        "there are two instruments named '" + instrument.name() + "'",
                        "Rename one of them.");
            }
            names.add(instrument.name());
        }
        agreement.instruments().stream()
                .sorted(Comparator.comparing(Instrument::effective))
                .forEach(instrument -> instrument(path + "/instruments/" + instrument.name(), instrument));
    }

    private void roles(String path) {
        if (vocabulary.facets().get("provider") instanceof Facet.Choice providers) {
            agreement
                    .parties()
                    .forEach((party, roles) -> roles.forEach(role -> {
                        if (role.of() != null) {
                            problems.known(path + "/parties/" + party, "provider", role.of(), providers.values());
                        }
                    }));
        }
    }

    private void instrument(String path, Instrument instrument) {
        if (instrument.by() != null) {
            party(path + "/by", instrument.by());
        }
        instrument.changes().forEach(change -> change(path, instrument, change));
        if (instrument.type() != Instrument.Type.MOU) {
            overrideCycles(path, instrument);
        }
    }

    private void change(String path, Instrument instrument, Change change) {
        allowed(path, instrument, change);
        switch (change) {
            case Change.Adds(Clause clause) -> {
                var at = path + "/clauses/" + clause.name();
                if (standing.putIfAbsent(clause.name(), clause) != null) {
                    problems.add(
                            at,
                            "there are two clauses named '" + clause.name() + "'",
                            "Put it under restates: if it replaces the other, or rename it.");
                }
                clause(at, instrument, clause);
            }
            case Change.Restates(Clause clause, List<String> keeps) -> {
                var at = path + "/restates/" + clause.name();
                if (problems.known(at, "clause", clause.name(), standing.keySet())) {
                    standing.computeIfPresent(clause.name(), (_, old) -> clause.inheriting(old));
                }
                keeps.forEach(kept -> problems.known(path + "/keeps/" + kept, "clause", kept, standing.keySet()));
                clause(at, instrument, clause);
            }
            case Change.Ends(String name, List<Reading> readings) -> {
                var at = path + "/ends/" + name;
                if (problems.known(at, "clause", name, standing.keySet()) && readings.isEmpty()) {
                    standing.remove(name);
                }
                readings.forEach(reading -> body(at + "/readings/" + reading.name(), reading));
            }
            case Change.Interprets(String name, Reading reading) -> {
                var at = path + "/interprets/" + name;
                problems.known(at, "clause", name, standing.keySet());
                body(at, reading);
                standing.computeIfPresent(name, (_, clause) -> clause.alsoRead(List.of(reading)));
            }
            case Change.Revokes(String name) -> {
                var at = path + "/revokes/" + name;
                if (problems.known(at, "clause", name, standing.keySet())) {
                    grants.revoked(at, instrument, Objects.requireNonNull(standing.get(name)));
                }
            }
            case Change.Terminates() -> standing.clear();
        }
    }

    private void allowed(String path, Instrument instrument, Change change) {
        var type = instrument.type();
        var onlyReadings = type == Instrument.Type.INTERPRETIVE && !(change instanceof Change.Interprets);
        if (onlyReadings) {
            problems.add(
                    path,
                    "an interpretive statement may only add a reading to a clause",
                    "Put what it says under interprets:, or give the instrument the type amendment if it changes the agreement.");
        }
        if (change instanceof Change.Interprets && type != Instrument.Type.INTERPRETIVE) {
            problems.add(
                    path,
                    "only an interpretive statement interprets a clause",
                    "Restate the clause with its readings instead.");
        }
    }

    private void clause(String path, Instrument instrument, Clause clause) {
        clause.overrides().forEach(other -> problems.known(path + "/overrides/" + other, "clause", other, everNamed));
        var plain = clause.readings().getFirst().name().equals(Reading.PLAIN);
        clause.readings().forEach(reading -> body(plain ? path : path + "/readings/" + reading.name(), reading));
        until(path + "/until", clause.until());
        new GivenByHolder(agreement, standing, everNamed, problems).check(path, instrument, clause);
        grants.written(path, instrument, clause);
    }

    private void body(String path, Reading reading) {
        if (reading.body() != null) {
            new ClauseRules(vocabulary, calendars, agreement, problems)
                    .check(path + "/" + reading.body().kind(), reading.body());
        }
    }

    private void until(String path, End end) {
        switch (end) {
            case End.Never(), End.At _ -> {}
            case End.OnMilestone(String fact, List<String> values) -> {
                if (problems.known(path, "fact", fact, vocabulary.facets().keySet())) {
                    var at = path + "/milestone/" + fact;
                    new ConditionRules(vocabulary, problems).match(at, vocabulary.facet(fact), new Match.AnyOf(values));
                }
            }
            case End.EarlierOf(List<End> ends) -> ends.forEach(one -> until(path, one));
            case End.LaterOf(List<End> ends) -> ends.forEach(one -> until(path, one));
        }
    }

    private void party(String path, Party party) {
        problems.known(
                path,
                "party",
                party.name(),
                agreement.parties().keySet().stream().map(Party::name).toList());
    }

    private void overrideCycles(String path, Instrument instrument) {
        for (var change : instrument.changes()) {
            var clause = switch (change) {
                case Change.Adds(Clause added) -> added;
                case Change.Restates(Clause restated, List<String> _) -> restated;
                case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> null;
            };
            if (clause != null) {
                var cycle = cycleFrom(clause.name());
                if (!cycle.isEmpty()) {
                    var under = change instanceof Change.Adds ? "/clauses/" : "/restates/";
                    problems.add(
                            path + under + clause.name() + "/overrides",
                            "the clauses override each other in a circle: " + String.join(" > ", cycle),
                            "Decide which of them prevails and take the other override away.");
                }
            }
        }
    }

    /** The clauses from this one along overrides back to itself; empty if there is no way back. */
    private List<String> cycleFrom(String start) {
        var way = new ArrayList<String>(List.of(start));
        return leadsBack(start, start, way, new LinkedHashSet<>()) ? way : List.of();
    }

    private boolean leadsBack(String from, String start, List<String> way, Set<String> visited) {
        var clause = standing.get(from);
        if (clause == null) {
            return false;
        }
        for (var next : clause.overrides()) {
            way.add(next);
            if (next.equals(start) || (visited.add(next) && leadsBack(next, start, way, visited))) {
                return true;
            }
            way.removeLast();
        }
        return false;
    }
}
