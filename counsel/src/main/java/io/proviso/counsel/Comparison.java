package io.proviso.counsel;

import java.util.List;

/**
 * What differs between two standpoints: questions with another answer (exactly those), clauses that came, went or read otherwise,
 * and in sentences what else bears on rulings.
 *
 * @param remarks agreements, silence rules, words and attested facts that differ
 */
public record Comparison(
        Standpoint before,
        Standpoint after,
        List<AnswerChange> answers,
        List<ClauseChange> clauses,
        List<String> remarks) {
    public Comparison {
        answers = List.copyOf(answers);
        clauses = List.copyOf(clauses);
        remarks = List.copyOf(remarks);
    }

    /** Compares two portfolios, two days of one, or two states of knowledge. */
    public static Comparison of(Standpoint before, Standpoint after) {
        var surroundings = new Surroundings(before, after);
        return new Comparison(
                before,
                after,
                new AnswerComparison(before, after).changes(),
                new ClauseComparison(before, after).changes(),
                surroundings.remarks());
    }

    public boolean isEmpty() {
        return answers.isEmpty() && clauses.isEmpty() && remarks.isEmpty();
    }
}
