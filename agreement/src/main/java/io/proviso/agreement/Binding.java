package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question made ready for one compiled act: for each facet the cells it may take, with defaults and attested facts filled in. */
final class Binding {
    private final Portfolio portfolio;
    private final Question question;
    private final Instant asOf;
    private final Instant knownAt;

    Binding(Portfolio portfolio, Question question, Instant asOf, Instant knownAt) {
        this.portfolio = portfolio;
        this.question = question;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    List<BitSet> candidates(CompiledAct act) {
        var domain = act.domain();
        var candidates = new ArrayList<BitSet>();
        for (int facet = 0; facet < domain.size(); facet++) {
            candidates.add(asked(domain, facet));
        }
        for (int facet = 0; facet < domain.size(); facet++) {
            if (domain.facet(facet).suppliedBy() != Facet.SuppliedBy.CALLER) {
                candidates.set(facet, supplied(domain, facet, candidates));
            }
        }
        return candidates;
    }

    /** The value of each facet of the act, and where it comes from. */
    List<Account.Given> given(CompiledAct act) {
        var domain = act.domain();
        var candidates = candidates(act);
        var given = new ArrayList<Account.Given>();
        for (int facet = 0; facet < domain.size(); facet++) {
            int index = facet;
            var labels = candidates.get(facet).stream()
                    .mapToObj(cell -> domain.label(index, cell))
                    .toList();
            var name = domain.facet(facet).name();
            var values = question.facets().get(name) instanceof Asked.Exactly(long number)
                    ? List.of(Long.toString(number))
                    : labels;
            given.add(new Account.Given(name, values, origin(domain, facet, candidates)));
        }
        return given;
    }

    private Account.Origin origin(Domain domain, int facet, List<BitSet> candidates) {
        var name = domain.facet(facet).name();
        if (question.facets().containsKey(name)) {
            return Account.Origin.ASKED;
        }
        if (domain.facet(facet).suppliedBy() != Facet.SuppliedBy.CALLER) {
            if (question.supposed().containsKey(name)) {
                return Account.Origin.SUPPOSED;
            }
            if (attested(domain, name, candidates) != null) {
                return Account.Origin.RECORD;
            }
        }
        return defaultValue(domain.facet(facet)) == null ? Account.Origin.OPEN : Account.Origin.DEFAULT;
    }

    private BitSet asked(Domain domain, int facet) {
        return switch (question.facets().get(domain.facet(facet).name())) {
            case Asked.OneOf(List<String> values) -> domain.values(facet, values);
            case Asked.Exactly(long number) -> cell(domain.cellOf(facet, number));
            case null -> byDefault(domain, facet);
        };
    }

    private BitSet supplied(Domain domain, int facet, List<BitSet> candidates) {
        var name = domain.facet(facet).name();
        var supposed = question.supposed().get(name);
        if (supposed != null) {
            return domain.values(facet, List.of(supposed));
        }
        var attested = attested(domain, name, candidates);
        return attested == null ? byDefault(domain, facet) : domain.values(facet, List.of(attested.value()));
    }

    private @Nullable Attestation attested(Domain domain, String fact, List<BitSet> candidates) {
        return Attestation.latest(portfolio.record(), fact, asOf, knownAt, scope -> within(scope, domain, candidates));
    }

    /** A fact attested for a scope holds only for a question that lies in it whole. */
    private static boolean within(Condition scope, Domain domain, List<BitSet> candidates) {
        for (Map.Entry<String, Match> entry : scope.facets().entrySet()) {
            int facet = domain.indexOf(entry.getKey());
            if (facet < 0) {
                return false;
            }
            var outside = (BitSet) candidates.get(facet).clone();
            outside.andNot(domain.cells(facet, entry.getValue()));
            if (!outside.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static BitSet byDefault(Domain domain, int facet) {
        var value = defaultValue(domain.facet(facet));
        return value == null ? domain.all(facet) : domain.values(facet, List.of(value));
    }

    private static @Nullable String defaultValue(Facet facet) {
        return switch (facet) {
            case Facet.Choice choice -> choice.defaultValue();
            case Facet.Count _ -> null;
        };
    }

    private static BitSet cell(int cell) {
        var only = new BitSet();
        only.set(cell);
        return only;
    }
}
