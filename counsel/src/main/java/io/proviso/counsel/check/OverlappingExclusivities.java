package io.proviso.counsel.check;

import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.norms.Point;
import io.proviso.counsel.Era;
import io.proviso.units.Party;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two promises of exclusivity to different parties that bind the same acts: what both leave, if anything. */
final class OverlappingExclusivities implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        for (var act : era.acts()) {
            var promises = Era.norms(act, norm -> norm.effect() == Effect.FORBID && beneficiary(norm) != null);
            for (int i = 0; i < promises.length; i++) {
                for (int j = i + 1; j < promises.length; j++) {
                    if (rivals(act.norm(promises[i]), act.norm(promises[j]))) {
                        inspect(era, act, promises[i], promises[j], findings);
                    }
                }
            }
        }
    }

    private static boolean rivals(Norm one, Norm other) {
        return !Era.agreement(one).equals(Era.agreement(other)) && !equal(beneficiary(one), beneficiary(other));
    }

    private static boolean equal(@Nullable Party one, @Nullable Party other) {
        return one != null && one.equals(other);
    }

    private static @Nullable Party beneficiary(Norm norm) {
        ClauseBody body = norm.reading().body();
        return switch (body) {
            case Exclusivity exclusivity -> exclusivity.beneficiary();
            case FirstAvailability first -> first.beneficiary();
            case null, default -> null;
        };
    }

    private static void inspect(Era era, CompiledAct act, int first, int second, Findings findings) {
        var one = act.norm(first).box();
        var other = act.norm(second).box();
        for (int facet = 0; facet < act.domain().size(); facet++) {
            var here = one.cells(facet);
            var there = other.cells(facet);
            var name = act.domain().facet(facet).name();
            boolean chosen = act.domain().facet(facet).suppliedBy() == Facet.SuppliedBy.CALLER
                    && isChosen(name, act, act.norm(first))
                    && isChosen(name, act, act.norm(second));
            if (!chosen || here == null || there == null || here.equals(there)) {
                continue;
            }
            var left = act.domain().all(facet);
            left.andNot(here);
            left.andNot(there);
            var point = left.isEmpty() ? bothSides(act, facet, first, second) : both(act, first, second);
            if (point != null) {
                findings.add(
                        Check.OVERLAPPING_EXCLUSIVITIES,
                        era.span(),
                        List.of(
                                Finding.Place.OfClause.of(act.norm(first)),
                                Finding.Place.OfClause.of(act.norm(second))),
                        message(act, facet, left, act.norm(first), act.norm(second)),
                        List.of(era.witness(act, point)));
            }
        }
    }

    /**
     * Whether the facet is what the promise leaves a choice of, rather than what it is about: the one it writes as all but some
     * values. A promise that lists what is outside does not tell the two apart, so any of its facets may be.
     */
    private static boolean isChosen(String facet, CompiledAct act, Norm norm) {
        var matches = scope(norm).cases().stream()
                .filter(one -> one.acts().contains(act.act().name()))
                .flatMap(one -> one.condition().facets().entrySet().stream())
                .filter(entry -> entry.getValue() instanceof Match.NoneOf)
                .map(Map.Entry::getKey)
                .toList();
        return matches.isEmpty() || matches.contains(facet);
    }

    private static Scope scope(Norm norm) {
        return switch (norm.reading().body()) {
            case Exclusivity exclusivity -> exclusivity.outside();
            case FirstAvailability first -> first.scope();
            case null, default -> new Scope(List.of());
        };
    }

    private static @Nullable Point both(CompiledAct act, int first, int second) {
        return act.norm(first).box().meets(act.norm(second).box())
                ? act.find(Box.everything(act.domain().size()), Era.only(first, second), Era.only())
                : null;
    }

    /** A point that the one forbids, where the other forbids whatever the one leaves of this facet. */
    private static @Nullable Point bothSides(CompiledAct act, int facet, int first, int second) {
        var rest = Box.everything(act.domain().size());
        for (int i = 0; i < act.domain().size(); i++) {
            var cells = act.norm(second).box().cells(i);
            if (i != facet && cells != null) {
                rest = rest.and(i, cells);
            }
        }
        if (rest.isEmpty() || !rest.meets(act.norm(first).box())) {
            return null;
        }
        var point = act.find(rest, Era.only(first), Era.only());
        if (point == null) {
            return null;
        }
        var across = Box.everything(act.domain().size());
        for (int i = 0; i < act.domain().size(); i++) {
            if (i != facet) {
                var cell = new BitSet();
                cell.set(point.cells().get(i));
                across = across.and(i, cell);
            }
        }
        return act.find(across, Era.only(second), Era.only()) == null ? null : point;
    }

    private static String message(CompiledAct act, int facet, BitSet left, Norm one, Norm other) {
        var name = act.domain().facet(facet).name();
        var values =
                left.stream().mapToObj(cell -> act.domain().label(facet, cell)).collect(Collectors.joining(" or "));
        return one.version().name() + " (for " + beneficiary(one) + ") and "
                + other.version().name() + " (for " + beneficiary(other) + ") bind the same "
                + act.act().name() + ": together they leave "
                + (left.isEmpty() ? "no " + name + " at all" : "only " + name + " " + values);
    }
}
