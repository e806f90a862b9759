package io.proviso.counsel.cure;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Other values for one or two facets of a question under which it is permitted: all of them are asked. */
final class Changes {
    private record Value(String facet, String value) {}

    private record Turn(int number, List<Value> change) {}

    private final CompiledPortfolio portfolio;
    private final Ruling.Asking asking;
    private final Facet.SuppliedBy supplier;

    Changes(CompiledPortfolio portfolio, Ruling.Asking asking, Facet.SuppliedBy supplier) {
        this.portfolio = portfolio;
        this.asking = asking;
        this.supplier = supplier;
    }

    /**
     * So many, or one for each facet that alone suffices: single changes first; then pairs of which neither alone suffices, unless
     * a single one spares the dear facets. Facets take turns, so that many values of one hide no other.
     */
    List<Map<String, String>> thatPermit(List<String> dear, int most) {
        var values = values();
        var single = values.stream().filter(value -> permits(List.of(value))).toList();
        var found = new ArrayList<>(single.stream().map(List::of).toList());
        Predicate<Value> isDear = value -> dear.contains(value.facet());
        if (single.stream().allMatch(isDear)) {
            var rest = values.stream().filter(value -> !single.contains(value)).toList();
            found.addAll(pairs(rest));
        }
        return inTurns(found).stream()
                .sorted(Comparator.comparing(change -> change.stream().anyMatch(isDear)))
                .limit(Math.max(
                        most, single.stream().map(Value::facet).distinct().count()))
                .map(Changes::map)
                .toList();
    }

    /** Single changes before pairs; of each the first of every facet, then the second of every facet, and so on. */
    private static List<List<Value>> inTurns(List<List<Value>> changes) {
        var taken = new HashMap<List<String>, Integer>();
        return changes.stream()
                .map(change ->
                        new Turn(taken.merge(change.stream().map(Value::facet).toList(), 1, Integer::sum), change))
                .sorted(Comparator.comparingInt((Turn turn) -> turn.change().size())
                        .thenComparingInt(Turn::number))
                .map(Turn::change)
                .toList();
    }

    private List<List<Value>> pairs(List<Value> values) {
        var pairs = new ArrayList<List<Value>>();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                var pair = List.of(values.get(i), values.get(j));
                if (!pair.get(0).facet().equals(pair.get(1).facet()) && permits(pair)) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /**
     * Every value, the present ones too, which permit nothing; of numbers the nearest of each stretch that no clause divides.
     */
    private List<Value> values() {
        var domain = portfolio
                .act(asking.question().act(), asking.asOf(), asking.knownAt())
                .domain();
        var values = new ArrayList<Value>();
        for (int facet = 0; facet < domain.size(); facet++) {
            var name = domain.facet(facet).name();
            if (domain.facet(facet).suppliedBy() == supplier) {
                for (int cell = 0; cell < domain.cells(facet); cell++) {
                    var value = domain.facet(facet) instanceof Facet.Measure measure
                            ? measure.exactly(nearest(name, domain.starts(facet), cell))
                                    .word()
                            : domain.label(facet, cell);
                    values.add(new Value(name, value));
                }
            }
        }
        return values;
    }

    /** Of a stretch below the present quantity its last number; also where no quantity is asked about: as much as it permits. */
    private long nearest(String facet, long[] starts, int cell) {
        boolean bounded = cell + 1 < starts.length;
        boolean above = asking.question().facets().get(facet) instanceof Asked.Exactly(long number, Currency _)
                && bounded
                && starts[cell + 1] > number;
        return bounded && !above ? starts[cell + 1] - 1 : starts[cell];
    }

    private boolean permits(List<Value> change) {
        var facets = new TreeMap<>(asking.question().facets());
        var supposed = new TreeMap<>(asking.question().supposed());
        for (var value : change) {
            if (supplier == Facet.SuppliedBy.CALLER) {
                facets.put(value.facet(), asked(value));
            } else {
                supposed.put(value.facet(), value.value());
            }
        }
        var changed = new Question(asking.question().act(), facets, supposed);
        return portfolio.outcome(changed, asking.asOf(), asking.knownAt()) == Outcome.PERMITTED;
    }

    private Asked asked(Value value) {
        return portfolio.portfolio().vocabulary().facet(value.facet()) instanceof Facet.Measure measure
                ? Objects.requireNonNull(measure.read(value.value()))
                : new Asked.OneOf(List.of(value.value()));
    }

    private static Map<String, String> map(List<Value> change) {
        var map = new LinkedHashMap<String, String>();
        change.forEach(value -> map.put(value.facet(), value.value()));
        return Collections.unmodifiableMap(map);
    }
}
