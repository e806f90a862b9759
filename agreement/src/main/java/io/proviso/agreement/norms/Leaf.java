package io.proviso.agreement.norms;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.question.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A completion in which nothing is open any more: which norms stand, what they come to, and which of them decide. */
final class Leaf {
    private final CompiledAct act;
    private final NormSet applicable;
    private final NormSet standing;

    Leaf(CompiledAct act, NormSet applicable) {
        this.act = act;
        this.applicable = applicable;
        this.standing = act.precedence().standing(applicable);
    }

    List<Completion> completions() {
        var outcome = act.outcome(standing);
        if (outcome != Outcome.UNDETERMINED) {
            return List.of(completion(outcome));
        }
        return List.of(
                completion(Outcome.FORBIDDEN).given(clash(), List.of("the prohibition holds")),
                completion(permitting()).given(clash(), List.of("the permission holds")));
    }

    /** What remains of a clash where its permission holds: any condition that stands, of this agreement or another. */
    private Outcome permitting() {
        return standing.meets(act.having(Outcome.CONDITIONAL)) ? Outcome.CONDITIONAL : Outcome.PERMITTED;
    }

    private Completion completion(Outcome outcome) {
        var deciding = act.deciding(standing, outcome);
        var silent = new LinkedHashSet<String>();
        if (act.participants().isEmpty()) {
            silent.add(Completion.PORTFOLIO);
        }
        for (var participant : act.participants()) {
            if (act.outcome(standing, participant) == outcome && !deciding.meets(participant.norms())) {
                silent.add(participant.agreement().name());
            }
        }
        return new Completion(Map.of(), outcome, deciding, setAside(), silent);
    }

    private SortedMap<Integer, NormSet> setAside() {
        var aside = new TreeMap<Integer, NormSet>();
        applicable
                .copy()
                .remove(standing)
                .forEach(number ->
                        aside.put(number, act.precedence().overriders(number).and(standing)));
        return aside;
    }

    private Given clash() {
        var clauses = new LinkedHashSet<ClauseName>();
        for (var participant : act.participants()) {
            if (act.outcome(standing, participant) == Outcome.UNDETERMINED) {
                standing.and(participant.norms())
                        .forEach(
                                number -> clauses.add(act.norm(number).version().id()));
            }
        }
        return new Given.Clash(List.copyOf(clauses));
    }
}
