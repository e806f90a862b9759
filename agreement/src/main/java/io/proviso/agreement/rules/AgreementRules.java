package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Change;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Periods;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Span;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the instruments of an agreement do what instruments of their type may, to clauses that exist when they take effect. */
final class AgreementRules {
    private final Vocabulary vocabulary;
    private final Map<String, BusinessCalendar> calendars;
    private final Agreement agreement;
    private final ProblemLog problems;
    /** The clauses as they are when the instrument under check takes effect, as all is known. */
    private final Chain chain;

    private final Set<String> everNamed;
    /** The names of the readings that each clause had so far. */
    private final Map<String, Set<String>> read = new HashMap<>();

    private final GrantRules grants;

    AgreementRules(
            Vocabulary vocabulary, Map<String, BusinessCalendar> calendars, Agreement agreement, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.calendars = calendars;
        this.agreement = agreement;
        this.problems = problems;
        this.chain = new Chain(Instant.MAX, new Periods(agreement.clock(), calendar()));
        this.everNamed = new LinkedHashSet<>(agreement.readings().keySet());
        this.grants = new GrantRules(agreement, problems);
    }

    /** The rules for a paper that binds nobody: what it does to clauses is checked, and then it did not happen. */
    private AgreementRules(AgreementRules binding, Instrument mou) {
        this.vocabulary = binding.vocabulary;
        this.calendars = binding.calendars;
        this.agreement = binding.agreement;
        this.problems = binding.problems;
        this.chain = new Chain(binding.chain);
        this.everNamed = new LinkedHashSet<>(binding.everNamed);
        this.everNamed.addAll(Agreement.readings(List.of(mou)).keySet());
        binding.read.forEach((clause, names) -> read.put(clause, new HashSet<>(names)));
        this.grants = binding.grants;
    }

    private @Nullable BusinessCalendar calendar() {
        var name = agreement.clock().calendar();
        return name == null ? null : calendars.get(name);
    }

    void check() {
        var path = "agreements/" + agreement.name();
        if (agreement.clock().calendar() != null) {
            problems.known(path + "/calendar", "calendar", agreement.clock().calendar(), calendars.keySet());
        }
        roles(path);
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
        var papers = new PapersOfOneInstant(agreement, problems);
        for (var instrument : agreement.instruments()) {
            papers.check(instrument.effective(), chain);
            instrument(path + "/instruments/" + instrument.name(), instrument);
        }
        new OverrideCycles(agreement, calendar(), problems).check(path);
    }

    /** Roles are free words; where one is the name of a facet, what it is of is a value of it. */
    private void roles(String path) {
        agreement
                .parties()
                .forEach((party, roles) -> roles.forEach(role -> {
                    if (role.of() != null && vocabulary.facets().get(role.word()) instanceof Facet.Choice choice) {
                        problems.known(path + "/parties/" + party, choice.name(), role.of(), choice.values());
                    }
                }));
    }

    private void instrument(String path, Instrument instrument) {
        if (instrument.by() != null) {
            party(path + "/by", instrument.by());
        }
        if (instrument.type() == Instrument.Type.MOU) {
            new AgreementRules(this, instrument).changes(path, instrument);
        } else if (chain.terminatedBy() == null) {
            changes(path, instrument);
        } else {
            problems.add(
                    path,
                    "'" + instrument.name() + "' takes effect " + instrument.effective() + ", but '"
                            + chain.terminatedBy().name() + "' terminates the whole agreement "
                            + chain.terminatedBy().effective() + ": nothing is left that it could change",
                    "Correct one of the two instants, or write what the parties agreed afterwards as an agreement of"
                            + " its own.");
        }
    }

    private void changes(String path, Instrument instrument) {
        new OnePaper(path, instrument, problems).check();
        for (var change : instrument.changes()) {
            allowed(path, instrument, change);
            if (chain.terminatedBy() == null) {
                change(path + change.path(), path, instrument, change);
            }
        }
    }

    private void change(String at, String path, Instrument instrument, Change change) {
        switch (change) {
            case Change.Adds(Clause clause) -> {
                if (chain.find(clause.name()) != null) {
                    problems.add(
                            at,
                            "there are two clauses named '" + clause.name() + "'",
                            "Put it under restates: if it replaces the other, or rename it.");
                }
                chain.apply(instrument, change);
                clause(at, instrument, clause);
            }
            case Change.Restates(Clause clause, List<String> keeps) -> {
                known(at, clause.name());
                deadConsent(at, instrument, clause);
                keeps.stream()
                        .filter(kept -> !isWritten(kept, instrument.effective()))
                        .forEach(kept -> known(path + "/keeps/" + kept, kept));
                chain.apply(instrument, change);
                clause(at, instrument, clause);
            }
            case Change.Ends(String name, List<Reading> readings) -> {
                known(at, name);
                chain.apply(instrument, change);
                if (!readings.isEmpty()) {
                    readings.forEach(reading -> body(at + "/readings/" + reading.name(), reading));
                    readings(at, name, readings, instrument.recorded());
                }
            }
            case Change.Interprets(String name, Reading reading) -> {
                known(at, name);
                body(at, reading);
                chain.apply(instrument, change);
                if (!read.computeIfAbsent(name, _ -> new HashSet<>()).add(reading.name())) {
                    sameName(at, name, reading);
                }
            }
            case Change.Revokes(String name) -> {
                var link = chain.find(name);
                if (known(at, name) && link != null) {
                    grants.revoked(at, instrument, link);
                }
                chain.apply(instrument, change);
            }
            case Change.Terminates() -> chain.apply(instrument, change);
        }
    }

    /** Whether a clause of that name stands, or was a consent that died with its clause, of which a paper may still speak. */
    private boolean known(String at, String name) {
        return chain.diedWithItsClause(name)
                || problems.known(at, "clause", name, chain.links().keySet());
    }

    /** Whether some paper writes it that takes effect then. */
    private boolean isWritten(String name, Instant effective) {
        return agreement.instruments().stream()
                .filter(paper -> paper.effective().equals(effective) && paper.type() != Instrument.Type.MOU)
                .anyMatch(paper -> paper.writes(name));
    }

    /** Nothing is left of a dead consent that a restatement could keep; who gave it may give it anew. */
    private void deadConsent(String at, Instrument instrument, Clause clause) {
        boolean givenAnew = instrument.isGrant() && clause.statedOverrides() != null;
        if (chain.diedWithItsClause(clause.name()) && !givenAnew) {
            problems.add(
                    at,
                    "'" + clause.name() + "' died with the clause it was given for, so that nothing is left to restate",
                    "Let who gave it give it anew, naming under overrides: the clause it is given for.");
        }
    }

    private void allowed(String path, Instrument instrument, Change change) {
        var type = instrument.type();
        var onlyReadings = type == Instrument.Type.INTERPRETIVE && !(change instanceof Change.Interprets);
        if (onlyReadings) {
            problems.add(
                    path,
                    "an interpretive statement may only add a reading to a clause",
                    "Put what it says under interprets:, or give the instrument the type amendment if it changes the"
                            + " agreement.");
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
        readings(
                path,
                clause.name(),
                clause.readings(),
                latest(instrument.recorded(), clause.provenance().recorded()));
        end(path + "/until", clause.until(), clause.sleepsUntil());
        if (clause.sleepsUntil() != null) {
            end(path + "/from", clause.sleepsUntil(), null);
        }
        var effective = "agreements/" + agreement.name() + "/instruments/" + instrument.name() + "/effective";
        var span = Span.of(clause, instrument.effective(), new Periods(agreement.clock(), calendar()));
        var intervals = new ImpossibleIntervals(instrument.effective(), span, effective, problems);
        intervals.begins(path + "/from");
        intervals.ends(path + "/until", clause.name());
        clause.readings()
                .forEach(reading -> intervals.commitment(
                        path + "/until", plain ? path : path + "/readings/" + reading.name(), reading.body()));
        var link = chain.find(clause.name());
        if (link != null) {
            if (link.grant() != null) {
                new GivenByHolder(agreement, chain, everNamed, problems).check(path, link.grant(), link.clause());
            }
            grants.written(path, link);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A reading is chosen by its name; and a clause on record of which no reading was would forbid and permit nothing. */
    private void readings(String path, String clause, List<Reading> readings, Instant recorded) {
        var names = new HashSet<String>();
        readings.stream()
                .filter(reading -> !names.add(reading.name()))
                .forEach(reading -> sameName(path, clause, reading));
        read.computeIfAbsent(clause, _ -> new HashSet<>()).addAll(names);
        if (readings.stream()
                .allMatch(reading ->
                        reading.recorded() != null && reading.recorded().isAfter(recorded))) {
            problems.add(
                    path,
                    "'" + clause + "' is on record from " + recorded + ", but none of its readings is",
                    "At least one reading must be on record when the clause is: correct a recorded date.");
        }
    }

    private void sameName(String path, String clause, Reading reading) {
        problems.add(
                path + "/readings/" + reading.name(),
                "'" + clause + "' has another reading named '" + reading.name() + "'",
                "Rename one of them: a pin and a ruling tell readings apart by their names.");
    }

    private void body(String path, Reading reading) {
        if (reading.body() != null) {
            new ClauseRules(vocabulary, calendars.keySet(), agreement, problems)
                    .check(path + "/" + reading.body().kind(), reading.body());
        }
    }

    /** @param from what the clause sleeps until: a period may count from it where that is a day */
    private void end(String path, End end, @Nullable End from) {
        switch (end) {
            case End.Never(), End.At _ -> {}
            case End.After(Window period, End.Anchor anchor) -> {
                if (period instanceof Window.BusinessDays && agreement.clock().calendar() == null) {
                    problems.add(
                            path + "/after",
                            "a period of " + period + " has no business calendar",
                            "Name one for the whole agreement (calendar:), or count in days.");
                }
                switch (anchor) {
                    case End.Anchor.Day _ -> {}
                    case End.Anchor.Event(End.OnMilestone milestone) -> end(path + "/from", milestone, null);
                    case End.Anchor.Beginning() -> {
                        if (from != null && from.milestones().findAny().isPresent()) {
                            problems.add(
                                    path + "/from",
                                    "the clause begins with an event, on a day that its papers do not tell",
                                    "Let the period count from the event itself: {after: " + period
                                            + ", from: {milestone: …}}.");
                        }
                    }
                }
            }
            case End.OnMilestone(String fact, List<String> values) -> {
                if (problems.known(path, "fact", fact, vocabulary.facets().keySet())) {
                    var at = path + "/milestone/" + fact;
                    new ConditionRules(vocabulary, problems).match(at, vocabulary.facet(fact), new Match.AnyOf(values));
                }
            }
            case End.EarlierOf(List<End> ends) -> ends.forEach(one -> end(path, one, from));
            case End.LaterOf(List<End> ends) -> ends.forEach(one -> end(path, one, from));
        }
    }

    private void party(String path, Party party) {
        problems.known(
                path,
                "party",
                party.name(),
                agreement.parties().keySet().stream().map(Party::name).toList());
    }
}
