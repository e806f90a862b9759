package io.proviso.agreement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A condition, and where in its clause it is written: two terms that nobody disclosed may stand in one clause on one facet. */
public record Placed(String place, Condition condition) {
    private static final String EXCLUSIVE = "exclusive";

    /** The conditions of the cases in which a scope speaks of an act. */
    public static List<Placed> of(String place, Scope scope, String act) {
        var cases = scope.cases();
        return IntStream.range(0, cases.size())
                .filter(i -> cases.get(i).acts().contains(act))
                .mapToObj(i -> new Placed(
                        numbered(place, i, cases.size()), cases.get(i).condition()))
                .toList();
    }

    public static List<Placed> of(String place, List<Condition> conditions) {
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> new Placed(numbered(place, i, conditions.size()), conditions.get(i)))
                .toList();
    }

    private static String numbered(String place, int i, int of) {
        return of == 1 ? place : place + " " + (i + 1);
    }

    /** What a licence forbids of an act for the sake of its licensee. */
    public static List<Placed> exclusive(Licence licence, String act) {
        return licence.exclusive() == null ? List.of() : of(EXCLUSIVE, licence.exclusive(), act);
    }

    /** All conditions that a body writes, of whatever act. */
    public static List<Placed> in(ClauseBody body) {
        return switch (body) {
            case FirstRefusal right -> {
                var all = new ArrayList<>(in("on", right.scope()));
                all.add(enough(right));
                yield all;
            }
            case Exclusivity exclusivity -> in("outside", exclusivity.outside());
            case Permission permission ->
                Stream.of(in("on", permission.scope()), limits(permission))
                        .flatMap(List::stream)
                        .toList();
            case Prohibition prohibition -> in("on", prohibition.scope());
            case FirstAvailability first ->
                Stream.of(in("on", first.scope()), of("lifted-when", first.liftedWhen()))
                        .flatMap(List::stream)
                        .toList();
            case Licence licence -> {
                var all = new ArrayList<>(in("on", licence.scope()));
                if (licence.exclusive() != null) {
                    all.addAll(in(EXCLUSIVE, licence.exclusive()));
                }
                yield all;
            }
            case Stipulation _ -> List.of();
        };
    }

    private static List<Placed> in(String place, Scope scope) {
        return of(place, scope.cases().stream().map(Scope.Case::condition).toList());
    }

    private static List<Placed> limits(Permission permission) {
        var limits = new ArrayList<Placed>();
        if (permission.upTo() instanceof Limit(String facet, Stated.Undisclosed<Long>())) {
            limits.add(new Placed("up-to", Condition.ALWAYS.and(facet, new Match.Undisclosed())));
        }
        if (permission.signed() != null) {
            limits.add(new Placed("signed", permission.signed()));
        }
        return limits;
    }

    /** Below the threshold up to which a need is not aggregated, a right does not stand, whatever its scope says of the number. */
    public static Placed enough(FirstRefusal right) {
        var aggregation = right.preemption().reach().aggregation();
        return new Placed(
                "threshold",
                aggregation == null
                        ? Condition.ALWAYS
                        : Condition.ALWAYS.and(
                                aggregation.threshold().facet(),
                                switch (aggregation.threshold().number()) {
                                    case Stated.Known<Long>(Long least, var _) ->
                                        new Match.Between(least, Long.MAX_VALUE);
                                    case Stated.Undisclosed<Long>() -> new Match.Undisclosed();
                                }));
    }

    /** What an option may call: all that takes more of the stock than is left beside it, or, of no stock, any quantity. */
    public static Placed called(FirstRefusal right) {
        var call = right.preemption().call();
        var of = call == null ? null : call.of();
        return new Placed(
                "quantity",
                call == null || of == null
                        ? Condition.ALWAYS
                        : Condition.ALWAYS.and(
                                call.facet(), new Match.Between(of - call.quantity() + 1, Long.MAX_VALUE)));
    }

    public Placed and(String facet, Match match) {
        return new Placed(place, condition.and(facet, match));
    }

    /** The facets on which it has a term that nobody disclosed. */
    public Stream<String> undisclosed() {
        return condition.facets().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Match.Undisclosed)
                .map(Map.Entry::getKey);
    }
}
