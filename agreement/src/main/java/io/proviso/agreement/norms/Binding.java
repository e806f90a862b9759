package io.proviso.agreement.norms;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.FacetValues;
import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question made ready for one compiled act: for each facet the cells it may take, with defaults and attested facts filled in. */
public final class Binding {
    /** A supplied facet's cells, where they come from, and the entries of the record that say so. */
    private record Supplied(BitSet cells, FacetValues.Origin origin, List<Attestation> entries) {}

    private final Question question;
    private final Facts facts;

    public Binding(Portfolio portfolio, Question question, Instant asOf, Instant knownAt) {
        this.question = question;
        this.facts = new Facts(portfolio, asOf, knownAt);
    }

    public List<BitSet> candidates(CompiledAct act) {
        var domain = act.domain();
        var candidates = new ArrayList<BitSet>();
        for (int facet = 0; facet < domain.size(); facet++) {
            candidates.add(asked(domain, facet));
        }
        for (int facet = 0; facet < domain.size(); facet++) {
            if (isSupplied(domain, facet)) {
                candidates.set(facet, supplied(domain, facet, candidates).cells());
            }
        }
        return candidates;
    }

    /** The value of each facet of the act, and where it comes from. */
    public List<FacetValues> given(CompiledAct act) {
        var domain = act.domain();
        var candidates = candidates(act);
        var given = new ArrayList<FacetValues>();
        for (int facet = 0; facet < domain.size(); facet++) {
            int index = facet;
            var labels = candidates.get(facet).stream()
                    .mapToObj(cell -> domain.label(index, cell))
                    .toList();
            var name = domain.facet(facet).name();
            var values = question.facets().get(name) instanceof Asked.Exactly number ? List.of(number.told()) : labels;
            given.add(new FacetValues(name, values, origin(domain, facet, candidates)));
        }
        return given;
    }

    /** The number that is asked of a count; null if none is. */
    @Nullable
    public Long number(String facet) {
        return question.facets().get(facet) instanceof Asked.Exactly(long number, Currency _) ? number : null;
    }

    public FacetValues.Origin origin(Domain domain, int facet, List<BitSet> candidates) {
        var name = domain.facet(facet).name();
        if (question.facets().containsKey(name)) {
            return FacetValues.Origin.ASKED;
        }
        return isSupplied(domain, facet) ? supplied(domain, facet, candidates).origin() : unsaid(domain, facet);
    }

    /** The entries of the record by which a facet has the values that it may take, the latest first. */
    public List<Attestation> attested(Domain domain, int facet, List<BitSet> candidates) {
        return isSupplied(domain, facet)
                        && !question.facets().containsKey(domain.facet(facet).name())
                ? supplied(domain, facet, candidates).entries()
                : List.of();
    }

    /** The entries by which a milestone came for some of what is asked; none of a fact that the question supposes. */
    public List<Attestation> attested(End.OnMilestone milestone, Domain domain, List<BitSet> candidates) {
        return question.supposed().containsKey(milestone.facet())
                ? List.of()
                : facts.on(milestone.facet()).stream()
                        .filter(entry -> milestone.values().contains(entry.value()))
                        .filter(entry -> Reach.of(entry.scope(), domain, candidates) != Reach.NONE)
                        .toList();
    }

    private static FacetValues.Origin unsaid(Domain domain, int facet) {
        return domain.defaultCell(facet) < 0 ? FacetValues.Origin.OPEN : FacetValues.Origin.DEFAULT;
    }

    public static boolean isSupplied(Domain domain, int facet) {
        return domain.facet(facet).suppliedBy() != Facet.SuppliedBy.CALLER;
    }

    private BitSet asked(Domain domain, int facet) {
        return switch (question.facets().get(domain.facet(facet).name())) {
            case Asked.OneOf(List<String> values) -> domain.values(facet, values);
            case Asked.Exactly(long number, Currency _) -> cell(domain.cellOf(facet, number));
            case null -> isSupplied(domain, facet) ? domain.all(facet) : byDefault(domain, facet);
        };
    }

    /**
     * Every value that some completion of the question has by the record, so that a fact attested for a part of what is left open
     * is ruled on both ways. What the desk supplies is an answer to exactly the terms it was given for: it holds for a question
     * that lies in its scope whole, and says nothing about any other.
     */
    private Supplied supplied(Domain domain, int facet, List<BitSet> candidates) {
        var name = domain.facet(facet).name();
        var supposed = question.supposed().get(name);
        if (supposed != null) {
            return new Supplied(domain.values(facet, List.of(supposed)), FacetValues.Origin.SUPPOSED, List.of());
        }
        boolean wholeOnly = domain.facet(facet).suppliedBy() == Facet.SuppliedBy.DESK;
        var cells = new BitSet();
        var entries = new ArrayList<Attestation>();
        for (var entry : facts.on(name)) {
            var reach = Reach.of(entry.scope(), domain, candidates);
            if (reach == Reach.WHOLE || (reach == Reach.PART && !wholeOnly)) {
                cells.or(domain.values(facet, List.of(entry.value())));
                entries.add(entry);
            }
            if (reach == Reach.WHOLE) {
                return new Supplied(cells, FacetValues.Origin.RECORD, entries);
            }
        }
        var origin = cells.isEmpty() ? unsaid(domain, facet) : FacetValues.Origin.RECORD;
        cells.or(byDefault(domain, facet));
        return new Supplied(cells, origin, entries);
    }

    private static BitSet byDefault(Domain domain, int facet) {
        int value = domain.defaultCell(facet);
        return value < 0 ? domain.all(facet) : cell(value);
    }

    private static BitSet cell(int cell) {
        var only = new BitSet();
        only.set(cell);
        return only;
    }
}
