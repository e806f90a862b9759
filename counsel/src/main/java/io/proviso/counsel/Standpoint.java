package io.proviso.counsel;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Recorded;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.english.English;
import io.proviso.counsel.english.Lines;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From where agreements are looked at: a portfolio as of an instant, as known at another. */
public record Standpoint(CompiledPortfolio compiled, Instant asOf, Instant knownAt) {

    public Portfolio portfolio() {
        return compiled.portfolio();
    }

    /** The same view on another day. */
    public Standpoint at(Instant other) {
        return new Standpoint(compiled, other, knownAt);
    }

    public String asOfWords() {
        return english(portfolio().zone()).moment(asOf);
    }

    public String knownAtWords() {
        return english(portfolio().zone()).moment(knownAt);
    }

    /** Sentences with local days in that zone and the units of the vocabulary, as known then. */
    public English english(ZoneId zone) {
        return new English(zone, knownAt, portfolio().vocabulary());
    }

    /** Which portfolio, as of when, as known when. */
    public String words() {
        return portfolio().name() + " as of " + asOfWords() + ", as known at " + knownAtWords();
    }

    /**
     * How old what is known is where the question is of later: {@code The newest paper on record is 202 days old.} Null where the
     * newest one is from that day or after it.
     */
    public @Nullable String newestPaper() {
        var newest = portfolio().agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream())
                .flatMap(Recorded::in)
                .filter(recorded -> !recorded.isAfter(knownAt))
                .max(Instant::compareTo)
                .orElse(asOf);
        long days = ChronoUnit.DAYS.between(
                newest.atZone(portfolio().zone()).toLocalDate(),
                asOf.atZone(portfolio().zone()).toLocalDate());
        return days < 1 ? null : "The newest paper on record is " + Lines.count(days, "day", "days") + " old.";
    }

    /**
     * The agreements with the clauses that are in force: neither ended by an attested milestone, nor of those of which an
     * instrument or a pin leaves nothing.
     */
    public List<AgreementInForce> agreements() {
        var facts = new Facts(portfolio(), asOf, knownAt);
        return compiled.inForce(asOf, knownAt).stream()
                .map(inForce -> new AgreementInForce(
                        inForce.agreement(),
                        inForce.clauses().stream()
                                .filter(version -> !facts.haveEnded(version) && !facts.sleeps(version))
                                .filter(version -> Era.bodies(version).findAny().isPresent())
                                .toList(),
                        inForce.lingering()))
                .toList();
    }

    /** A clause of an agreement as it stands, null if it is not in force. */
    @Nullable
    public ClauseVersion find(ClauseName name) {
        return agreements().stream()
                .filter(inForce -> inForce.agreement().name().equals(name.agreement()))
                .map(inForce -> inForce.find(name.clause()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What has become of a commitment of an agreement. */
    public CommitmentCourse course(Agreement agreement, Commitment promise) {
        return new CommitmentCourse(portfolio(), agreement, promise, asOf, knownAt);
    }

    /** An act for questions that suppose some facts. */
    public CompiledAct supposing(String act, Set<String> facts) {
        return compiled.supposing(act, facts, asOf, knownAt);
    }

    /** An act for questions that suppose every fact that it takes. */
    public CompiledAct supposing(String act) {
        return supposing(act, Set.copyOf(portfolio().vocabulary().act(act).takes()));
    }

    /** The entries of the record on a fact that had happened and were on record, for whatever scope; the latest first. */
    public List<Attestation> entries(String fact) {
        return new Facts(portfolio(), asOf, knownAt).on(fact);
    }

    /** What the record says of a fact for every question; null if it says nothing. */
    @Nullable
    public String attested(String fact) {
        return attested(fact, scope -> scope.facets().isEmpty());
    }

    private @Nullable String attested(String fact, Predicate<Condition> holds) {
        return entries(fact).stream()
                .filter(entry -> holds.test(entry.scope()))
                .map(Attestation::value)
                .findFirst()
                .orElse(null);
    }

    /** What a question takes a fact to be if it supposes nothing; null if that is open. */
    @Nullable
    public String factOrDefault(String fact) {
        return factOrDefault(fact, scope -> scope.facets().isEmpty());
    }

    /** The same for all questions within a scope of the record, apart from what is attested for other scopes that they lie in. */
    @Nullable
    public String factWithin(String fact, Condition scope) {
        return factOrDefault(fact, one -> one.facets().isEmpty() || one.equals(scope));
    }

    /** The same for a question of which it is known in what scopes it lies. */
    @Nullable
    public String factOrDefault(String fact, Predicate<Condition> holds) {
        var value = attested(fact, holds);
        return value != null
                ? value
                : portfolio().vocabulary().facet(fact) instanceof Facet.Choice choice ? choice.defaultValue() : null;
    }

    /** Who has to ask the holder of a right. */
    public List<Party> customers(ClauseVersion version, Party holder) {
        return portfolio().vocabulary().desk().customers(version.agreement(), holder);
    }
}
