package io.proviso.cli;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Pin;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A portfolio in which each clause is for some eyes only, with a mark of whose in all that its versions say in words. */
final class Marked {
    private static final List<Disclosure> LEVELS = List.of(Disclosure.values());

    private final Random random;
    private final Map<ClauseName, Disclosure> levels = new HashMap<>();
    private final Map<ClauseName, Map<String, String>> renamed = new HashMap<>();

    private Marked(Random random) {
        this.random = random;
    }

    static Portfolio of(Portfolio portfolio, long seed) {
        return new Marked(new Random(seed)).mark(portfolio);
    }

    /** What an audience reads in a text though it is kept from it. */
    static Set<String> readBy(Disclosure audience, String text) {
        var read = new TreeSet<String>();
        for (var level : LEVELS) {
            if (!audience.mayRead(level) && text.contains(mark(level))) {
                read.add(mark(level));
            }
        }
        return read;
    }

    static String mark(Disclosure level) {
        return "kept-" + level.name().toLowerCase(Locale.ROOT);
    }

    private Portfolio mark(Portfolio portfolio) {
        return new Portfolio(
                portfolio.name(),
                portfolio.digest(),
                portfolio.zone(),
                portfolio.vocabulary(),
                portfolio.silence(),
                portfolio.agreements().stream().map(this::mark).toList(),
                portfolio.calendars(),
                portfolio.pins().stream().map(this::mark).toList(),
                portfolio.record(),
                portfolio.draws());
    }

    private Agreement mark(Agreement agreement) {
        return new Agreement(
                agreement.name(),
                agreement.basis(),
                agreement.clock(),
                agreement.parties(),
                agreement.silence(),
                agreement.instruments().stream()
                        .map(paper -> mark(agreement.name(), paper))
                        .toList());
    }

    private Instrument mark(String agreement, Instrument paper) {
        var changes = new ArrayList<Change>();
        for (var change : paper.changes()) {
            changes.add(
                    switch (change) {
                        case Change.Adds(Clause clause) -> new Change.Adds(mark(agreement, clause));
                        case Change.Restates(Clause clause, List<String> keeps) ->
                            new Change.Restates(mark(agreement, clause), keeps);
                        case Change.Ends(String clause, List<Reading> readings) ->
                            new Change.Ends(clause, mark(new ClauseName(agreement, clause), readings));
                        case Change.Interprets(String clause, Reading reading) ->
                            new Change.Interprets(
                                    clause,
                                    mark(new ClauseName(agreement, clause), List.of(reading))
                                            .getFirst());
                        case Change.Revokes _, Change.Terminates _ -> change;
                    });
        }
        return paper.doing(changes);
    }

    private Clause mark(String agreement, Clause clause) {
        var name = new ClauseName(agreement, clause.name());
        var level = level(name);
        var old = clause.provenance();
        return new Clause(
                clause.name(),
                marked(clause.words(), level),
                clause.until(),
                clause.statedOverrides(),
                mark(name, clause.readings()),
                new Provenance(
                        new Source(
                                mark(level) + " " + old.source().title(),
                                old.source().url() == null ? null : old.source().url() + "#" + mark(level),
                                old.source().confidence()),
                        old.recorded(),
                        old.assumed(),
                        old.reported()),
                level);
    }

    private List<Reading> mark(ClauseName clause, List<Reading> readings) {
        var names = renamed.computeIfAbsent(clause, _ -> new HashMap<>());
        var level = level(clause);
        return readings.stream()
                .map(reading -> {
                    var name =
                            reading.name().equals(Reading.PLAIN) ? Reading.PLAIN : reading.name() + "-" + mark(level);
                    names.put(reading.name(), name);
                    var words = reading.words() == null ? null : marked(reading.words(), level);
                    return new Reading(name, words, reading.body(), reading.recorded());
                })
                .toList();
    }

    private Pin mark(Pin pin) {
        var names = renamed.getOrDefault(pin.clause(), Map.of());
        var mark = mark(level(pin.clause())) + " ";
        return new Pin(
                pin.clause(),
                pin.readings().stream()
                        .map(reading -> Objects.requireNonNull(names.get(reading)))
                        .toList(),
                mark + pin.who(),
                mark + pin.why(),
                pin.made());
    }

    private Disclosure level(ClauseName clause) {
        return levels.computeIfAbsent(clause, _ -> LEVELS.get(random.nextInt(LEVELS.size())));
    }

    private static Words marked(Words words, Disclosure level) {
        return new Words(mark(level) + " " + words.says(), words.kind());
    }
}
