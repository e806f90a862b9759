package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Round;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.FirstRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether rounds on record name what exists, and tell a course that can have been: all that contradicts, with both places. */
final class RoundRules {
    private final Vocabulary vocabulary;
    private final List<Agreement> agreements;
    private final List<Round> rounds;
    private final ProblemLog problems;

    RoundRules(Vocabulary vocabulary, List<Agreement> agreements, List<Round> rounds, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.agreements = agreements;
        this.rounds = rounds;
        this.problems = problems;
    }

    void check() {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < rounds.size(); i++) {
            var path = "rounds/" + i;
            var round = rounds.get(i);
            var before = places.putIfAbsent(round.id(), i);
            if (before != null) {
                twice("rounds/" + before, path, round.id());
            }
            var right = right(path, round);
            new PutRules(vocabulary, agreements, problems).check(path + "/put", round, right);
            new StepRules(path, round, right, problems).check();
        }
    }

    private void twice(String path, String other, String id) {
        problems.addBoth(
                path + "/round",
                other + "/round",
                "two rounds are named '" + id + "'",
                "Give each its own id; what happened later in one round is a step of it.");
    }

    private @Nullable FirstRefusal right(String path, Round round) {
        var names = agreements.stream().map(Agreement::name).toList();
        if (!problems.known(path + "/right", "agreement", round.right().agreement(), names)) {
            return null;
        }
        var agreement = agreements.stream()
                .filter(one -> one.name().equals(round.right().agreement()))
                .findFirst()
                .orElseThrow();
        var readings = agreement.readings();
        if (!problems.known(path + "/right", "clause", round.right().clause(), readings.keySet())) {
            return null;
        }
        var right = FirstRefusal.in(
                Objects.requireNonNull(readings.get(round.right().clause())));
        if (right == null) {
            problems.add(
                    path + "/right",
                    "'" + round.right() + "' gives nobody a right to be asked first",
                    "Name a first-refusal: clause.");
        }
        return right;
    }
}
