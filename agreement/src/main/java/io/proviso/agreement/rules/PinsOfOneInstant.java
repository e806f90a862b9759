package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Recorded;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Periods;
import io.proviso.agreement.clause.Reading;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether two pins made at one instant choose differently among the readings that a clause has at some time, as known at some time. */
final class PinsOfOneInstant {
    private record Numbered(int number, Pin pin) {}

    private record Key(ClauseName clause, Instant made) {}

    private final List<Pin> pins;
    private final List<Agreement> agreements;
    private final ProblemLog problems;

    PinsOfOneInstant(List<Pin> pins, List<Agreement> agreements, ProblemLog problems) {
        this.pins = pins;
        this.agreements = agreements;
        this.problems = problems;
    }

    void check() {
        var together = new LinkedHashMap<Key, List<Numbered>>();
        for (int i = 0; i < pins.size(); i++) {
            var pin = pins.get(i);
            together.merge(
                    new Key(pin.clause(), pin.made()),
                    List.of(new Numbered(i, pin)),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        together.values().stream().filter(some -> some.size() > 1).forEach(this::compare);
    }

    private void compare(List<Numbered> some) {
        var versions = versions(some.getFirst().pin());
        var contradicted = new LinkedHashMap<Numbered, Numbered>();
        for (var one : some) {
            for (var other : some) {
                if (contradict(one.pin(), other.pin(), versions)) {
                    contradicted.putIfAbsent(one, other);
                }
            }
        }
        contradicted.forEach(this::tell);
    }

    private static boolean contradict(Pin one, Pin other, Set<Set<String>> versions) {
        return versions.stream().anyMatch(readings -> {
            var chosen = new HashSet<>(readings);
            chosen.retainAll(one.readings());
            var otherwise = new HashSet<>(readings);
            otherwise.retainAll(other.readings());
            return !chosen.isEmpty() && !otherwise.isEmpty() && !chosen.equals(otherwise);
        });
    }

    /** The names of the readings that the clause has, in every version that it has for anybody who asks at any time. */
    private Set<Set<String>> versions(Pin pin) {
        var versions = new HashSet<Set<String>>();
        for (var agreement : agreements) {
            if (agreement.name().equals(pin.clause().agreement())) {
                Recorded.in(agreement).distinct().forEach(knownAt -> {
                    var chain = new Chain(knownAt, new Periods(agreement.clock(), null));
                    for (var paper : Chain.binding(agreement, knownAt)) {
                        chain.apply(paper);
                        var link = chain.find(pin.clause().clause());
                        if (link != null) {
                            versions.add(new HashSet<>(
                                    link.readings().stream().map(Reading::name).toList()));
                        }
                    }
                });
            }
        }
        return versions;
    }

    private void tell(Numbered one, Numbered other) {
        problems.add(
                "pins/" + one.number(),
                "two pins of " + one.pin().made() + " contradict: this one chooses '"
                        + String.join("', '", one.pin().readings()) + "' for '"
                        + one.pin().clause().clause() + "', the other '"
                        + String.join("', '", other.pin().readings()) + "'",
                "Take one of them out, or say when the later one was made.");
    }
}
