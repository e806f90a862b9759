package io.proviso.desk;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Question;
import io.proviso.agreement.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The question a capacity request puts for one candidate; facets that the portfolio's vocabulary does not know for the act are left out. */
final class AcquireQuestion {
    static final String ACT = "acquire";
    private static final String REFUSAL = "refusal";

    private AcquireQuestion() {}

    static Question of(Terms terms, Candidate candidate, long gpus, Refusal refusal, Vocabulary vocabulary) {
        var takes = vocabulary.act(ACT).takes();
        var purpose = terms.purpose();
        var facets = new HashMap<String, Asked>();
        put(facets, takes, "actor", List.of(purpose.actor()));
        put(facets, takes, "provider", List.of(candidate.provider().name()));
        put(facets, takes, "via", candidate.via() == null ? List.of() : List.of(candidate.via()));
        put(facets, takes, "workload", purpose.workloads());
        put(facets, takes, "capacity", List.of(word(purpose.capacity())));
        put(facets, takes, "region", terms.hardware().regions());
        if (takes.contains("gpus")) {
            facets.put("gpus", new Asked.Exactly(gpus));
        }
        var supposed = takes.contains(REFUSAL) ? Map.of(REFUSAL, refusal.word()) : Map.<String, String>of();
        return new Question(ACT, facets, supposed);
    }

    private static void put(Map<String, Asked> facets, List<String> takes, String facet, List<String> values) {
        if (!values.isEmpty() && takes.contains(facet)) {
            facets.put(facet, new Asked.OneOf(values));
        }
    }

    private static String word(Terms.Capacity capacity) {
        return switch (capacity) {
            case NEW -> "new";
            case RENEWAL -> "renewal";
        };
    }
}
