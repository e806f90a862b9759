package io.proviso.counsel.check;

import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.Domain;
import io.proviso.agreement.norms.Norm;
import io.proviso.counsel.Era;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Values that the vocabulary calls impossible together, where a clause itself says all of their facets and has them in common: one
 * of the two is mistaken, and until that is mended no question can be asked about what the clause says there. A clause that speaks
 * of nothing else never has effect, which is told as that.
 */
final class ImpossibleSpokenOf implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        for (var act : era.acts()) {
            for (var impossible : era.portfolio().portfolio().vocabulary().impossible()) {
                if (act.act().takes().containsAll(impossible.facets().keySet())) {
                    for (int norm : Era.norms(act, one -> speaksOf(one, act.domain(), impossible))) {
                        report(era, act.norm(norm), act.domain(), impossible, findings);
                    }
                }
            }
        }
    }

    private static boolean speaksOf(Norm norm, Domain domain, Condition impossible) {
        var facets = impossible.facets().keySet();
        return norm.box().meets(domain.box(impossible))
                && facets.stream().allMatch(facet -> norm.box().cells(domain.indexOf(facet)) != null)
                && !facets.stream().allMatch(facet -> within(norm, domain, impossible, domain.indexOf(facet)));
    }

    private static boolean within(Norm norm, Domain domain, Condition impossible, int facet) {
        var outside = cells(norm.box(), facet);
        outside.andNot(cells(domain.box(impossible), facet));
        return outside.isEmpty();
    }

    private static BitSet cells(Box box, int facet) {
        return (BitSet) Objects.requireNonNull(box.cells(facet)).clone();
    }

    private static void report(Era era, Norm norm, Domain domain, Condition impossible, Findings findings) {
        var both = impossible.facets().keySet().stream()
                .sorted()
                .map(facet -> facet + " " + common(norm, domain, impossible, domain.indexOf(facet)))
                .collect(Collectors.joining(", "));
        findings.add(
                Check.IMPOSSIBLE_SPOKEN_OF,
                era.span(),
                List.of(Finding.Place.OfClause.of(norm)),
                norm.version().name() + " speaks of " + both
                        + ", which the vocabulary calls impossible: one of the two is mistaken, and nobody can ask"
                        + " about it",
                List.of());
    }

    private static String common(Norm norm, Domain domain, Condition impossible, int facet) {
        var cells = cells(domain.box(impossible), facet);
        cells.and(cells(norm.box(), facet));
        return cells.stream().mapToObj(cell -> domain.label(facet, cell)).collect(Collectors.joining(" or "));
    }
}
