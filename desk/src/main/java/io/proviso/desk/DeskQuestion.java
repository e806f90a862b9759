package io.proviso.desk;

import io.proviso.agreement.Asked;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.question.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The question a capacity request puts for one candidate, in the words that the portfolio has for it. */
public final class DeskQuestion {
    private final DeskWords words;
    private final Map<String, Asked> facets = new HashMap<>();

    private DeskQuestion(DeskWords words) {
        this.words = words;
    }

    /**
     * The question whether a candidate may supply so much.
     *
     * @param said by the holder of every right that stands before the candidate; empty if one of them has still to be asked. Where
     *     they all said the same, it is supposed of all rights
     */
    public static Question of(
            Terms terms, Candidate candidate, long quantity, Map<ClauseName, Refusal> said, Vocabulary vocabulary) {
        var words = vocabulary.desk();
        var act = Objects.requireNonNull(words.find(DeskWords.Of.ACT));
        var purpose = terms.purpose();
        var capacity = purpose.capacity() == Terms.Capacity.NEW ? DeskWords.Of.NEW : DeskWords.Of.RENEWAL;
        var question = new DeskQuestion(words);
        question.put(DeskWords.Of.BUYER, List.of(purpose.actor()));
        question.put(DeskWords.Of.SUPPLIER, List.of(candidate.provider().name()));
        question.put(DeskWords.Of.VIA, candidate.via() == null ? List.of() : List.of(candidate.via()));
        question.put(DeskWords.Of.WORKLOAD, purpose.workloads());
        question.put(DeskWords.Of.CAPACITY, List.of(words.orOwn(capacity)));
        question.put(DeskWords.Of.REGION, terms.hardware().regions());
        var counted = words.find(DeskWords.Of.QUANTITY);
        if (counted != null) {
            question.facets.put(counted, new Asked.Exactly(quantity));
        }
        var fact = vocabulary.refusal();
        var supposed = new HashMap<String, String>();
        if (fact != null && vocabulary.act(act).takes().contains(fact.name())) {
            var answers = said.values().stream().distinct().toList();
            supposed.put(fact.name(), (answers.size() == 1 ? answers.getFirst() : Refusal.NONE).word());
            if (answers.size() > 1) {
                said.forEach((right, refusal) -> supposed.put(fact.name() + "@" + right, refusal.word()));
            }
        }
        return new Question(act, question.facets, supposed);
    }

    private void put(DeskWords.Of of, List<String> values) {
        var facet = words.find(of);
        if (facet != null && !values.isEmpty()) {
            facets.put(facet, new Asked.OneOf(values));
        }
    }
}
