package io.proviso.counsel.compare;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.counsel.Standpoint;
import java.util.List;

/**
 * What differs between two standpoints: questions with another answer (exactly those), clauses that came, went or read otherwise,
 * and in sentences what else bears on rulings.
 *
 * @param answers each question in one row and no other, the largest row first
 * @param asked the same as far as nothing is supposed of facts; in fewer rows, for some have an exception
 * @param remarks agreements, silence rules, words and attested facts that differ
 */
public record PortfolioDiff(
        Standpoint before,
        Standpoint after,
        List<AnswerChange> answers,
        List<AnswerChange> asked,
        List<ClauseChange> clauses,
        List<String> remarks) {
    public PortfolioDiff {
        answers = List.copyOf(answers);
        asked = List.copyOf(asked);
        clauses = List.copyOf(clauses);
        remarks = List.copyOf(remarks);
    }

    /** Compares two portfolios, two days of one, or two states of knowledge. */
    public static PortfolioDiff of(Standpoint before, Standpoint after) {
        var compared = new AnswerComparison(before, after);
        return new PortfolioDiff(
                before,
                after,
                compared.changes(),
                compared.asAsked(),
                new ClauseComparison(before, after).changes(),
                new Surroundings(before, after, Disclosure.INTERNAL).remarks());
    }

    /** What an audience may see: of a clause that it may not read on both sides only that it differs, and its effect on answers. */
    public PortfolioDiff disclosedTo(Disclosure audience) {
        return new PortfolioDiff(
                before,
                after,
                answers,
                asked,
                clauses.stream().map(change -> change.disclosedTo(audience)).toList(),
                new Surroundings(before, after, audience).remarks());
    }

    public boolean isEmpty() {
        return answers.isEmpty() && clauses.isEmpty() && remarks.isEmpty();
    }
}
