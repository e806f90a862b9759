package io.proviso.counsel.compare;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Domain;
import io.proviso.counsel.Standpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All questions about an act that two standpoints understand, supposing nothing: a fact that the record attests otherwise on the
 * two sides, now or before, has each side's value, every other fact takes all its values.
 *
 * <p>What is attested for a scope holds for the questions in it, so the questions are cut along the scopes of those facts.
 */
public final class Contrasts {
    private record Taken(Map<String, List<String>> before, Map<String, List<String>> after) {}

    private final Standpoint before;
    private final Standpoint after;
    private final CompiledAct was;
    private final CompiledAct is;

    private Contrasts(String act, Standpoint before, Standpoint after) {
        this.before = before;
        this.after = after;
        this.was = before.supposing(act);
        this.is = after.supposing(act);
    }

    /** One for each set of values that the facts have. */
    public static List<Contrast> of(String act, Standpoint before, Standpoint after) {
        return new Contrasts(act, before, after).all();
    }

    private List<Contrast> all() {
        var facts = factsThatMayDiffer();
        if (facts.isEmpty()) {
            return List.of(Contrast.free(was, is));
        }
        var callers = new CommonSpace(was.domain(), is.domain(), Set.copyOf(facts));
        if (callers.isEmpty()) {
            return List.of();
        }
        var byTaken = new LinkedHashMap<Taken, List<Cells>>();
        for (var piece : pieces(callers, facts)) {
            byTaken.computeIfAbsent(taken(callers, facts, piece), _ -> new ArrayList<>())
                    .add(piece);
        }
        var contrasts = new ArrayList<Contrast>();
        byTaken.forEach((taken, pieces) -> {
            var space =
                    new CommonSpace(was.domain(), is.domain(), taken.before().keySet());
            if (!space.isEmpty()) {
                contrasts.add(new Contrast(
                        space,
                        new FactsTaken(recorded(before, taken.before().keySet()), taken.before()),
                        new FactsTaken(recorded(after, taken.after().keySet()), taken.after()),
                        byTaken.size() == 1
                                ? List.of(space.everything())
                                : pieces.stream()
                                        .map(piece -> space.embed(piece, callers))
                                        .toList()));
            }
        });
        return contrasts;
    }

    /** The act where the record says what those facts are and have been, and any other is supposed. */
    private CompiledAct recorded(Standpoint side, Set<String> facts) {
        var supposed = new LinkedHashSet<>(was.act().takes());
        supposed.removeAll(facts);
        return side.supposing(was.act().name(), supposed);
    }

    /** Those of both sides for which there is another entry or another default. */
    private List<String> factsThatMayDiffer() {
        var facts = new ArrayList<String>();
        for (int i = 0; i < was.domain().size(); i++) {
            var facet = was.domain().facet(i);
            int twin = is.domain().indexOf(facet.name());
            if (facet.suppliedBy() == Facet.SuppliedBy.RECORD
                    && twin >= 0
                    && (!facet.equals(is.domain().facet(twin))
                            || !before.entries(facet.name()).equals(after.entries(facet.name())))) {
                facts.add(facet.name());
            }
        }
        return facts;
    }

    /** The questions, cut so that each piece lies in a scope whole or not at all. */
    private List<Cells> pieces(CommonSpace callers, List<String> facts) {
        var scopes = new LinkedHashSet<Cells>();
        for (var fact : facts) {
            before.entries(fact).forEach(entry -> scopes.addAll(scope(callers, was.domain(), entry.scope())));
            after.entries(fact).forEach(entry -> scopes.addAll(scope(callers, is.domain(), entry.scope())));
        }
        var pieces = List.of(callers.everything());
        for (var scope : scopes) {
            pieces = pieces.stream()
                    .flatMap(piece -> Stream.concat(Stream.ofNullable(piece.and(scope)), piece.minus(scope).stream()))
                    .toList();
        }
        return pieces;
    }

    /** The questions within a scope; none if the act does not take what it asks for. */
    private static List<Cells> scope(CommonSpace callers, Domain domain, Condition scope) {
        if (!callers.has(scope.facets().keySet())) {
            return List.of();
        }
        return callers.within(domain, domain.box(scope));
    }

    private Taken taken(CommonSpace callers, List<String> facts, Cells piece) {
        var old = new LinkedHashMap<String, List<String>>();
        var now = new LinkedHashMap<String, List<String>>();
        for (var fact : facts) {
            var first = value(before, callers, was.domain(), fact, piece);
            var second = value(after, callers, is.domain(), fact, piece);
            boolean hasBeenOtherwise = !past(before, callers, was.domain(), fact, piece, first)
                    .equals(past(after, callers, is.domain(), fact, piece, second));
            if (!Objects.equals(first, second) || hasBeenOtherwise) {
                old.put(fact, first == null ? everyValue(before, fact) : List.of(first));
                now.put(fact, second == null ? everyValue(after, fact) : List.of(second));
            }
        }
        return new Taken(old, now);
    }

    private static @Nullable String value(
            Standpoint side, CommonSpace callers, Domain domain, String fact, Cells piece) {
        return side.factOrDefault(fact, scope -> covers(callers, domain, scope, piece));
    }

    /** What else a fact has been, by which a clause may have come to its end for good. */
    private static Set<String> past(
            Standpoint side, CommonSpace callers, Domain domain, String fact, Cells piece, @Nullable String now) {
        return side.entries(fact).stream()
                .filter(entry -> covers(callers, domain, entry.scope(), piece))
                .map(Attestation::value)
                .filter(value -> !value.equals(now))
                .collect(Collectors.toSet());
    }

    private static boolean covers(CommonSpace callers, Domain domain, Condition scope, Cells piece) {
        return scope.facets().isEmpty()
                || scope(callers, domain, scope).stream().anyMatch(cells -> piece.and(cells) != null);
    }

    private static List<String> everyValue(Standpoint side, String fact) {
        return side.portfolio().vocabulary().facet(fact) instanceof Facet.Choice choice ? choice.values() : List.of();
    }
}
