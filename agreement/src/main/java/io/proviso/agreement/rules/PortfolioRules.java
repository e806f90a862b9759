package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Round;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.calendar.BusinessCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a portfolio before anything is ruled on it: all its problems, in the order of the files. */
public final class PortfolioRules {
    private final Vocabulary vocabulary;
    private final ProblemLog problems = new ProblemLog();

    private PortfolioRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static List<Problem> problems(
            Vocabulary vocabulary,
            Map<String, Silence> silence,
            List<Agreement> agreements,
            Map<String, BusinessCalendar> calendars,
            List<Pin> pins,
            List<Attestation> record,
            List<Draw> draws,
            List<Round> rounds) {
        var rules = new PortfolioRules(vocabulary);
        new VocabularyRules(vocabulary, rules.problems).check();
        rules.silence("silence", silence);
        var names = new ArrayList<String>();
        for (var agreement : agreements) {
            var path = "agreements/" + agreement.name();
            if (names.contains(agreement.name())) {
                rules.problems.add(
                        path, "there are two agreements named '" + agreement.name() + "'", "Rename one of them.");
            }
            names.add(agreement.name());
            rules.silence(path + "/silence", agreement.silence());
            new AgreementRules(vocabulary, calendars, agreement, rules.problems).check();
        }
        for (int i = 0; i < pins.size(); i++) {
            rules.pin("pins/" + i, pins.get(i), agreements);
        }
        new PinsOfOneInstant(pins, agreements, rules.problems).check();
        for (int i = 0; i < record.size(); i++) {
            rules.attestation("record/" + i, record.get(i));
        }
        new FactsOfOneInstant(vocabulary, record, rules.problems).check();
        for (int i = 0; i < draws.size(); i++) {
            rules.draw("draws/" + i, draws.get(i), agreements);
        }
        new RoundRules(vocabulary, agreements, rounds, rules.problems).check();
        return rules.problems.all();
    }

    private void silence(String path, Map<String, Silence> silence) {
        silence.keySet()
                .forEach(act -> problems.known(
                        path + "/" + act, "act", act, vocabulary.acts().keySet()));
    }

    private void pin(String path, Pin pin, List<Agreement> agreements) {
        var agreement = agreement(path, pin.clause().agreement(), agreements);
        if (agreement == null) {
            return;
        }
        var readings = agreement.readings();
        if (problems.known(path + "/clause", "clause", pin.clause().clause(), readings.keySet())) {
            var known = Objects.requireNonNull(readings.get(pin.clause().clause())).stream()
                    .map(Reading::name)
                    .distinct()
                    .toList();
            pin.readings().forEach(reading -> problems.known(path + "/reading/" + reading, "reading", reading, known));
        }
    }

    private @Nullable Agreement agreement(String path, String name, List<Agreement> agreements) {
        problems.known(
                path + "/agreement",
                "agreement",
                name,
                agreements.stream().map(Agreement::name).toList());
        return agreements.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void draw(String path, Draw draw, List<Agreement> agreements) {
        var agreement = agreement(path, draw.clause().agreement(), agreements);
        if (agreement == null) {
            return;
        }
        var readings = agreement.readings();
        if (!problems.known(path + "/clause", "clause", draw.clause().clause(), readings.keySet())) {
            return;
        }
        var counted = Objects.requireNonNull(readings.get(draw.clause().clause())).stream()
                .map(Reading::body)
                .filter(Permission.class::isInstance)
                .flatMap(body -> Stream.ofNullable(((Permission) body).upTo()))
                .map(Limit::facet)
                .distinct()
                .toList();
        if (counted.isEmpty()) {
            problems.add(
                    path + "/clause",
                    "'" + draw.clause().clause() + "' has no limit that could be drawn down",
                    "Only a permission with up-to: is drawn down.");
        } else if (!counted.contains(draw.quantity().facet())) {
            problems.add(
                    path + "/quantity/" + draw.quantity().facet(),
                    "the limit of '" + draw.clause().clause() + "' does not count '"
                            + draw.quantity().facet() + "'",
                    "It counts " + String.join(", ", counted) + ".");
        }
    }

    private void attestation(String path, Attestation entry) {
        var fact = vocabulary.facets().get(entry.facet());
        if (fact != null && fact.suppliedBy() == Facet.SuppliedBy.DESK) {
            problems.add(
                    path + "/fact",
                    "what a holder said is on record as a round, of one right and with what was put to it",
                    "Write - round: with an id, right: AGREEMENT/CLAUSE, put:, notice: {sent, received} and, if it was"
                            + " answered, steps: [{answer: decline, at: …}].");
            return;
        }
        var facts = vocabulary.facets().values().stream()
                .filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.RECORD)
                .map(Facet::name)
                .toList();
        if (problems.known(path + "/fact", "fact", entry.facet(), facts)
                && vocabulary.facet(entry.facet()) instanceof Facet.Choice choice) {
            problems.known(path + "/value", entry.facet(), entry.value(), choice.values());
        }
        new ConditionRules(vocabulary, problems).check(path + "/scope", entry.scope(), List.of());
        entry.scope().facets().forEach((facet, match) -> {
            if (match instanceof Match.Undisclosed) {
                problems.add(
                        path + "/scope/" + facet,
                        "for what the fact is attested is undisclosed",
                        "Name the values of '" + facet + "' for which it is attested.");
            }
        });
    }
}
