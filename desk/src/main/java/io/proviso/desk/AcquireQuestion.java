package io.proviso.desk;

import io.proviso.agreement.Asked;
import io.proviso.agreement.BuiltIn;
import io.proviso.agreement.Question;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Vocabulary;
import io.proviso.units.EnumWord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The question a capacity request puts for one candidate; facets that the portfolio's vocabulary does not know for the act are left out. */
final class AcquireQuestion {
    private AcquireQuestion() {}

    static Question of(Terms terms, Candidate candidate, long gpus, Refusal refusal, Vocabulary vocabulary) {
        var takes = vocabulary.act(BuiltIn.ACQUIRE).takes();
        var purpose = terms.purpose();
        var facets = new HashMap<String, Asked>();
        put(facets, takes, BuiltIn.ACTOR, List.of(purpose.actor()));
        put(facets, takes, BuiltIn.PROVIDER, List.of(candidate.provider().name()));
        put(facets, takes, BuiltIn.VIA, candidate.via() == null ? List.of() : List.of(candidate.via()));
        put(facets, takes, BuiltIn.WORKLOAD, purpose.workloads());
        put(facets, takes, BuiltIn.CAPACITY, List.of(EnumWord.of(purpose.capacity())));
        put(facets, takes, BuiltIn.REGION, terms.hardware().regions());
        if (takes.contains(BuiltIn.GPUS)) {
            facets.put(BuiltIn.GPUS, new Asked.Exactly(gpus));
        }
        var supposed =
                takes.contains(BuiltIn.REFUSAL) ? Map.of(BuiltIn.REFUSAL, refusal.word()) : Map.<String, String>of();
        return new Question(BuiltIn.ACQUIRE, facets, supposed);
    }

    private static void put(Map<String, Asked> facets, List<String> takes, String facet, List<String> values) {
        if (!values.isEmpty() && takes.contains(facet)) {
            facets.put(facet, new Asked.OneOf(values));
        }
    }
}
