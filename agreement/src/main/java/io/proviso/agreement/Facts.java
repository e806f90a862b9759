package io.proviso.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the record says of supplied facts as of an instant, as known at another; each entry for its own scope. */
public final class Facts {
    private final Portfolio portfolio;
    private final Instant asOf;
    private final Instant knownAt;

    public Facts(Portfolio portfolio, Instant asOf, Instant knownAt) {
        this.portfolio = portfolio;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** The entries on a fact, the latest first: the first of them in whose scope a question lies says what the fact is. */
    public List<Attestation> on(String fact) {
        return portfolio.record().stream()
                .filter(entry -> entry.facet().equals(fact))
                .filter(entry -> !entry.at().isAfter(asOf) && !entry.recorded().isAfter(knownAt))
                .sorted(Comparator.comparing(Attestation::at)
                        .thenComparing(Attestation::recorded)
                        .reversed())
                .toList();
    }

    /** What a fact may be where no entry says: its default, or anything if it has none. */
    List<String> unsaid(String fact) {
        return switch (portfolio.vocabulary().facet(fact)) {
            case Facet.Choice choice when choice.defaultValue() != null -> List.of(choice.defaultValue());
            case Facet.Choice choice -> choice.values();
            case Facet.Count _ -> List.of();
        };
    }

    /** Whether a milestone has come for every question there could be. */
    public boolean isAttested(End.OnMilestone milestone) {
        var facet = portfolio.vocabulary().facet(milestone.facet());
        return facet.suppliedBy() != Facet.SuppliedBy.CALLER
                && milestone.values().containsAll(anywhere(milestone.facet()));
    }

    private Set<String> anywhere(String fact) {
        var values = new LinkedHashSet<String>();
        for (var entry : on(fact)) {
            values.add(entry.value());
            if (entry.scope().facets().isEmpty()) {
                return values;
            }
        }
        values.addAll(unsaid(fact));
        return values;
    }
}
