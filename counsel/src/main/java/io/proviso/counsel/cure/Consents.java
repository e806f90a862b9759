package io.proviso.counsel.cure;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.counsel.Era;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Consents under which a question would be permitted: each is written as an instrument, and the engine asked again. */
final class Consents {
    private record Needed(ClauseName clause, Party by) {
        String words() {
            return by + " consented (" + clause.agreement() + ", clause " + clause.clause() + ")";
        }
    }

    private final CompiledPortfolio portfolio;
    private final Ruling ruling;
    private final Disclosure audience;

    /** A consent to what the audience may not read is left out: it would name the holder of the right. */
    Consents(CompiledPortfolio portfolio, Ruling ruling, Disclosure audience) {
        this.portfolio = portfolio;
        this.ruling = ruling;
        this.audience = audience;
    }

    /** One sentence for each single consent that suffices, or if none does and all together do, one for all. */
    List<String> thatPermit() {
        var needed = needed();
        var single = needed.stream().filter(one -> permits(List.of(one))).toList();
        if (!single.isEmpty()) {
            return single.stream().map(one -> "if " + one.words()).toList();
        }
        return needed.size() > 1 && permits(needed)
                ? List.of("if "
                        + String.join(
                                " and ", needed.stream().map(Needed::words).toList()))
                : List.of();
    }

    /** Whose consents would lift what decides against the act; a consent that a clause itself asks for is a step and no cure. */
    private List<Needed> needed() {
        var steps = ruling.steps().stream()
                .filter(step -> step.kind() == Step.Kind.CONSENT)
                .map(Step::clause)
                .toList();
        var needed = new LinkedHashSet<Needed>();
        for (var cited : ruling.deciding()) {
            if (cited.effect() != Effect.PERMIT
                    && audience.mayRead(cited.disclosure())
                    && !steps.contains(cited.clause())) {
                needed.addAll(needed(cited));
            }
        }
        return List.copyOf(needed);
    }

    private List<Needed> needed(Citation cited) {
        var asking = ruling.asking();
        return portfolio.inForce(asking.asOf(), asking.knownAt()).stream()
                .flatMap(inForce -> inForce.clauses().stream())
                .filter(version -> version.id().equals(cited.clause()))
                .flatMap(Era::bodies)
                .map(body -> body.consentOf())
                .filter(Objects::nonNull)
                .map(party -> new Needed(cited.clause(), party))
                .toList();
    }

    private boolean permits(List<Needed> consents) {
        var asking = ruling.asking();
        try {
            var consented = new CompiledPortfolio(with(consents));
            return consented.outcome(asking.question(), asking.asOf(), asking.knownAt()) == Outcome.PERMITTED;
        } catch (InvalidPortfolio refused) {
            // What came on record after known-at may have given the right to somebody else: then nobody can consent to
            // this.
            return false;
        }
    }

    private Portfolio with(List<Needed> consents) {
        var now = portfolio.portfolio();
        return now.supposing(now.agreements().stream()
                .map(agreement -> with(agreement, consents))
                .toList());
    }

    private Agreement with(Agreement agreement, List<Needed> consents) {
        var instruments = new ArrayList<>(agreement.instruments());
        consents.stream()
                .filter(one -> one.clause().agreement().equals(agreement.name()))
                .map(this::instrument)
                .forEach(instruments::add);
        return new Agreement(
                agreement.name(),
                agreement.basis(),
                agreement.clock(),
                agreement.parties(),
                agreement.silence(),
                instruments);
    }

    private Instrument instrument(Needed consent) {
        var asking = ruling.asking();
        var name = "supposed consent to " + consent.clause().clause();
        var source = new Source(name, null, Confidence.ASSUMED);
        var clause = new Clause(
                name,
                new Words(name, Words.Kind.PARAPHRASE),
                new End.Never(),
                List.of(consent.clause().clause()),
                List.of(Reading.plain(new Permission(Scope.of(asking.question().act(), Condition.ALWAYS)))),
                Provenance.of(source, asking.knownAt()),
                Disclosure.INTERNAL);
        return new Instrument(
                name,
                Instrument.Type.CONSENT,
                asking.asOf(),
                asking.knownAt(),
                source,
                consent.by(),
                List.of(new Change.Adds(clause)));
    }
}
