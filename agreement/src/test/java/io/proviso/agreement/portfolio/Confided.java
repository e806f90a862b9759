package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Pin;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.ruling.RulingPropertiesTest;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A drawn portfolio whose clauses are each for some eyes only, with a mark of whose in every word and number that a version of a
 * clause says: in what it says and where that is from, its readings, windows, limits and bounds, and the pins on it.
 */
public final class Confided {
    private final Random random;
    /** What versions of a clause may be read by whoever may read the least confided of them. */
    private final Map<ClauseName, Disclosure> least = new HashMap<>();
    /** By clause the names that its readings had. */
    private final Map<ClauseName, Map<String, String>> renamed = new HashMap<>();

    private final IdentityHashMap<Clause, Disclosure> levels = new IdentityHashMap<>();
    private int named;

    private Confided(Random random) {
        this.random = random;
    }

    public static Portfolio of(Portfolio drawn, Random random) {
        return new Confided(random).confide(drawn);
    }

    /** What whoever reads as little as that may see nowhere: words that are marked, or numbers of marked terms. */
    public static Pattern keptFrom(Disclosure audience) {
        return keptFrom(audience, true);
    }

    /**
     * What must not stand in an answer to that audience.
     *
     * @param numbered whether a number was asked: where none was, an answer says for which it comes out how
     */
    public static Pattern keptFrom(Disclosure audience, boolean numbered) {
        var kept = new ArrayList<String>();
        for (var level : Disclosure.values()) {
            if (!audience.mayRead(level)) {
                kept.add(word(level));
                kept.add("\\b" + window(level) + " business day");
                kept.add("n=" + window(level));
                if (numbered) {
                    kept.add("\\b" + thousands(level) + ",?\\d{3}\\b");
                }
            }
        }
        return Pattern.compile(String.join("|", kept));
    }

    private static String word(Disclosure level) {
        return "kept-" + level.name().toLowerCase(Locale.ROOT);
    }

    private static int window(Disclosure level) {
        return switch (level) {
            case PUBLIC -> 601;
            case PARTIES -> 602;
            case INTERNAL -> 603;
        };
    }

    private static long thousands(Disclosure level) {
        return switch (level) {
            case PUBLIC -> 67;
            case PARTIES -> 68;
            case INTERNAL -> 69;
        };
    }

    private String mark(Disclosure level) {
        return word(level) + "-" + named++;
    }

    private Portfolio confide(Portfolio drawn) {
        for (var agreement : drawn.agreements()) {
            agreement.instruments().stream()
                    .flatMap(paper -> paper.changes().stream())
                    .flatMap(change -> Stream.ofNullable(change.written()))
                    .forEach(clause -> level(new ClauseName(agreement.name(), clause.name()), clause));
        }
        return new Portfolio(
                drawn.name(),
                drawn.digest(),
                drawn.zone(),
                drawn.vocabulary(),
                drawn.silence(),
                drawn.agreements().stream().map(this::confide).toList(),
                drawn.calendars(),
                drawn.pins().stream().map(this::confide).toList(),
                drawn.record(),
                drawn.draws());
    }

    private void level(ClauseName name, Clause clause) {
        var level = random.nextInt(100) < 40
                ? Disclosure.PUBLIC
                : random.nextBoolean() ? Disclosure.PARTIES : Disclosure.INTERNAL;
        levels.put(clause, level);
        least.merge(name, level, (one, other) -> one.mayRead(other) ? other : one);
    }

    private Agreement confide(Agreement agreement) {
        return RulingPropertiesTest.with(
                agreement,
                agreement.instruments().stream()
                        .map(paper -> confide(agreement.name(), paper))
                        .toList());
    }

    private Instrument confide(String agreement, Instrument paper) {
        return paper.doing(paper.changes().stream()
                .map(change -> confide(agreement, change))
                .toList());
    }

    private Change confide(String agreement, Change change) {
        return switch (change) {
            case Change.Adds(Clause clause) -> new Change.Adds(confide(agreement, clause));
            case Change.Restates(Clause clause, List<String> keeps) ->
                new Change.Restates(confide(agreement, clause), keeps);
            case Change.Ends(String clause, List<Reading> readings) ->
                new Change.Ends(clause, brought(new ClauseName(agreement, clause), readings));
            case Change.Interprets(String clause, Reading reading) ->
                new Change.Interprets(
                        clause,
                        brought(new ClauseName(agreement, clause), List.of(reading))
                                .getFirst());
            case Change.Revokes _, Change.Terminates _ -> change;
        };
    }

    /** What a later paper brings is read by whoever may read the version that it is brought to, whichever that is. */
    private List<Reading> brought(ClauseName clause, List<Reading> readings) {
        var level = least.getOrDefault(clause, Disclosure.PUBLIC);
        return readings.stream().map(reading -> confide(clause, reading, level)).toList();
    }

    private Clause confide(String agreement, Clause clause) {
        var level = levels.getOrDefault(clause, Disclosure.PUBLIC);
        var name = new ClauseName(agreement, clause.name());
        var source = new Source(
                mark(level),
                "https://example.org/" + mark(level),
                clause.provenance().source().confidence());
        return new Clause(
                clause.name(),
                new Words(mark(level), random.nextBoolean() ? Words.Kind.QUOTE : Words.Kind.PARAPHRASE),
                clause.until(),
                clause.statedOverrides(),
                clause.readings().stream()
                        .map(reading -> confide(name, reading, level))
                        .toList(),
                new Provenance(source, clause.provenance().recorded(), Set.of(mark(level)), Set.of(mark(level))),
                level);
    }

    private Reading confide(ClauseName clause, Reading reading, Disclosure level) {
        var name = reading.name().equals(Reading.PLAIN) ? Reading.PLAIN : mark(level);
        renamed.computeIfAbsent(clause, _ -> new LinkedHashMap<>()).put(reading.name(), name);
        var words = name.equals(Reading.PLAIN) ? null : new Words(mark(level), Words.Kind.PARAPHRASE);
        return new Reading(
                name, words, reading.body() == null ? null : confide(reading.body(), level), reading.recorded());
    }

    private ClauseBody confide(ClauseBody body, Disclosure level) {
        return switch (body) {
            case FirstRefusal right ->
                new FirstRefusal(
                        right.holder(),
                        confide(right.scope(), level),
                        new FirstRefusal.Answering(
                                Stated.of(new Window.BusinessDays(window(level))),
                                List.of(),
                                right.answering().calendar(),
                                right.answering().days()),
                        right.onLapse(),
                        right.partial(),
                        right.belowGang(),
                        right.preemption());
            case Exclusivity(var beneficiary, Scope outside) -> new Exclusivity(beneficiary, confide(outside, level));
            case Permission permission ->
                new Permission(
                        confide(permission.scope(), level),
                        permission.upTo()
                                        instanceof Limit(String facet, Stated.Known<Long>(Long limit, Instant recorded))
                                ? new Limit(facet, new Stated.Known<>(number(level, limit), recorded))
                                : permission.upTo(),
                        permission.revocable(),
                        permission.signed());
            case Prohibition(var beneficiary, Scope scope, var consent) ->
                new Prohibition(beneficiary, confide(scope, level), consent);
            case FirstAvailability(var beneficiary, Scope scope, List<Condition> lifted) ->
                new FirstAvailability(
                        beneficiary,
                        confide(scope, level),
                        lifted.stream().map(one -> confide(one, level)).toList());
            case Licence _, Commitment _, RevenueShare _, Covenant _, Milestone _ -> body;
        };
    }

    private Scope confide(Scope scope, Disclosure level) {
        return new Scope(scope.cases().stream()
                .map(one -> new Scope.Case(one.acts(), confide(one.condition(), level)))
                .toList());
    }

    private Condition confide(Condition condition, Disclosure level) {
        var facets = new LinkedHashMap<>(condition.facets());
        facets.replaceAll((_, match) -> match instanceof Match.Between(long atLeast, long below, Currency _)
                ? new Match.Between(number(level, atLeast), number(level, below))
                : match);
        return new Condition(facets);
    }

    private static long number(Disclosure level, long number) {
        return thousands(level) * 1_000 + number;
    }

    private Pin confide(Pin pin) {
        var level = least.getOrDefault(pin.clause(), Disclosure.PUBLIC);
        var names = renamed.getOrDefault(pin.clause(), Map.of());
        return new Pin(
                pin.clause(),
                pin.readings().stream()
                        .map(reading -> names.getOrDefault(reading, reading))
                        .toList(),
                mark(level),
                mark(level),
                pin.made());
    }
}
