package io.proviso.counsel;

import io.proviso.agreement.Outcome;
import io.proviso.agreement.Region;
import io.proviso.agreement.Step;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A box of questions about one act that come out otherwise after than before.
 *
 * @param where what the questions have in common; a facet that is not named takes every value
 * @param decidedBefore the clauses that decided all of these questions, as `agreement/clause`; none where silence or different
 *     clauses did
 */
public record AnswerChange(
        String act,
        List<Limit> where,
        Region.Answer before,
        Region.Answer after,
        Set<String> decidedBefore,
        Set<String> decidedAfter) {

    /** The values of one facet, and how to say them briefly ({@code not azure}, {@code training}). */
    public record Limit(String facet, List<String> values, String words) {
        public Limit {
            values = List.copyOf(values);
        }
    }

    public AnswerChange {
        where = List.copyOf(where);
        decidedBefore = Collections.unmodifiableSet(new TreeSet<>(decidedBefore));
        decidedAfter = Collections.unmodifiableSet(new TreeSet<>(decidedAfter));
    }

    /** The questions in words: {@code acquire where capacity new, provider not azure}. */
    public String questions() {
        return where.isEmpty()
                ? act + ", whatever else is asked"
                : act + " where "
                        + where.stream()
                                .map(limit -> limit.facet() + " " + limit.words())
                                .collect(Collectors.joining(", "));
    }

    /** An answer in words: the outcome, with what has to happen first or between what it is open. */
    public static String words(Region.Answer answer) {
        if (answer.outcome() == Outcome.UNDETERMINED) {
            return "UNDETERMINED (" + answer.outcomes().stream().map(Enum::name).collect(Collectors.joining(" or "))
                    + ")";
        }
        return answer.needs().isEmpty()
                ? answer.outcome().name()
                : answer.outcome() + " ("
                        + answer.needs().stream().map(AnswerChange::words).collect(Collectors.joining(" and ")) + ")";
    }

    private static String words(Region.Need need) {
        return (need.kind() == Step.Kind.OFFER ? "offer to " : "consent of ") + need.to();
    }
}
