package io.proviso.counsel;

import io.proviso.agreement.AgreementInForce;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.End;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Portfolio;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where agreements are looked at: a portfolio as of an instant, as known at another. */
public record Standpoint(CompiledPortfolio compiled, Instant asOf, Instant knownAt) {

    Portfolio portfolio() {
        return compiled.portfolio();
    }

    /** The same view on another day. */
    Standpoint at(Instant other) {
        return new Standpoint(compiled, other, knownAt);
    }

    /** The agreements in force; a clause that an attested milestone has ended is left out. */
    List<AgreementInForce> agreements() {
        return compiled.inForce(asOf, knownAt).stream()
                .map(inForce -> new AgreementInForce(
                        inForce.agreement(),
                        inForce.clauses().stream()
                                .filter(version -> !ended(version.clause().until()))
                                .toList()))
                .toList();
    }

    private boolean ended(End end) {
        return switch (end) {
            case End.Never() -> false;
            case End.At(Instant instant) -> !asOf.isBefore(instant);
            case End.OnMilestone(String facet, List<String> values) -> {
                var value = attested(facet);
                yield value != null && values.contains(value);
            }
            case End.EarlierOf(List<End> ends) -> ends.stream().anyMatch(this::ended);
            case End.LaterOf(List<End> ends) -> ends.stream().allMatch(this::ended);
        };
    }

    /** What the record says of a fact for every question; null if it says nothing. */
    @Nullable
    String attested(String fact) {
        return portfolio().record().stream()
                .filter(entry -> entry.facet().equals(fact))
                .filter(entry -> entry.scope().facets().isEmpty())
                .filter(entry -> !entry.at().isAfter(asOf) && !entry.recorded().isAfter(knownAt))
                .max(Comparator.comparing(Attestation::at).thenComparing(Attestation::recorded))
                .map(Attestation::value)
                .orElse(null);
    }

    /** What a question takes a fact to be if it supposes nothing; null if that is open. */
    @Nullable
    String factOrDefault(String fact) {
        var value = attested(fact);
        return value != null
                ? value
                : portfolio().vocabulary().facet(fact) instanceof Facet.Choice choice ? choice.defaultValue() : null;
    }
}
