package io.proviso.agreement.rules;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Whether two entries of the record that came on it together give a fact two values at one instant for one question. A later entry corrects. */
final class FactsOfOneInstant {
    private record Key(String fact, Object at, Object recorded) {}

    private record Numbered(int number, Attestation entry) {}

    private final Vocabulary vocabulary;
    private final List<Attestation> record;
    private final ProblemLog problems;

    FactsOfOneInstant(Vocabulary vocabulary, List<Attestation> record, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.record = record;
        this.problems = problems;
    }

    void check() {
        var together = new LinkedHashMap<Key, List<Numbered>>();
        for (int i = 0; i < record.size(); i++) {
            var entry = record.get(i);
            together.computeIfAbsent(new Key(entry.facet(), entry.at(), entry.recorded()), _ -> new ArrayList<>())
                    .add(new Numbered(i, entry));
        }
        together.values().stream().filter(some -> some.size() > 1).forEach(this::compare);
    }

    private void compare(List<Numbered> some) {
        for (var one : some) {
            some.stream()
                    .filter(other -> !other.entry().value().equals(one.entry().value()))
                    .filter(other -> meet(one.entry().scope(), other.entry().scope()))
                    .findFirst()
                    .ifPresent(other -> tell(one, other.entry()));
        }
    }

    /** Whether some question lies in both scopes: of an act that takes what both are about, with values that both have. */
    private boolean meet(Condition one, Condition other) {
        var facets = new HashSet<>(one.facets().keySet());
        facets.addAll(other.facets().keySet());
        return vocabulary.acts().values().stream().anyMatch(act -> act.takes().containsAll(facets))
                && one.facets().entrySet().stream().allMatch(entry -> {
                    var match = other.facets().get(entry.getKey());
                    var facet = vocabulary.facets().get(entry.getKey());
                    return match == null || facet == null || facet.meet(entry.getValue(), match);
                });
    }

    private void tell(Numbered one, Attestation other) {
        problems.add(
                "record/" + one.number(),
                "two entries of " + one.entry().at() + " contradict: this one says that '"
                        + one.entry().facet() + "' is '" + one.entry().value() + "', the other '" + other.value() + "'",
                "Take one of them out; or give the one that corrects the other a later recorded:, or each a scope:.");
    }
}
