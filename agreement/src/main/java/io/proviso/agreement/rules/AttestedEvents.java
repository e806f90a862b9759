package io.proviso.agreement.rules;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Match;

/** Whether an event of a commitment is a fact of the record with values that it may have: nobody but the record says that it came. */
record AttestedEvents(Vocabulary vocabulary, ProblemLog problems) {
    void check(String at, End.OnMilestone event) {
        if (!problems.known(at, "fact", event.facet(), vocabulary.facets().keySet())) {
            return;
        }
        var facet = vocabulary.facet(event.facet());
        new ConditionRules(vocabulary, problems)
                .match(at + "/" + event.facet(), facet, new Match.AnyOf(event.values()));
        if (facet.suppliedBy() != Facet.SuppliedBy.RECORD) {
            problems.add(
                    at,
                    "the record does not say what '" + event.facet() + "' is",
                    "Let it supply it (supplied-by: record in vocabulary.yaml), or name another fact.");
        }
    }
}
