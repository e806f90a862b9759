package io.proviso.counsel.compare;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.norms.Region;
import io.proviso.agreement.question.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A box of questions about one act that come out otherwise after than before.
 *
 * @param where what the questions have in common; a facet that is not named takes every value
 * @param except what tells those among them that do not come out so; empty if all of them do
 * @param share how many of the questions about the act these are, between 0 and 1; numbers that no clause tells apart are one
 * @param decidedBefore the clauses that decided all of these questions; none where silence or different
 *     clauses did
 */
public record AnswerChange(
        String act,
        List<Limit> where,
        List<Limit> except,
        Region.Answer before,
        Region.Answer after,
        double share,
        Set<ClauseName> decidedBefore,
        Set<ClauseName> decidedAfter) {

    /**
     * The values of one facet, and how to say them briefly ({@code not azure}, {@code training}).
     *
     * @param told the values or, if these are fewer, those left out; a group by its name
     * @param leftOut whether those are told that are left out
     * @param supposed whether it is a fact, which no caller chooses
     */
    public record Limit(String facet, List<String> values, List<String> told, boolean leftOut, boolean supposed) {
        /** Alternatives that a sentence names before it counts the others. */
        private static final int NAMED = 4;

        public Limit {
            values = List.copyOf(values);
            told = List.copyOf(told);
        }

        public String words() {
            return words(told);
        }

        String fewWords() {
            int others = told.size() - NAMED;
            return others < 2 ? words() : words(told.subList(0, NAMED)) + " or " + others + " others";
        }

        private String words(List<String> some) {
            return (leftOut ? "not " : "") + String.join(" or ", some);
        }
    }

    public AnswerChange {
        where = List.copyOf(where);
        except = List.copyOf(except);
        decidedBefore = Collections.unmodifiableSet(new TreeSet<>(decidedBefore));
        decidedAfter = Collections.unmodifiableSet(new TreeSet<>(decidedAfter));
    }

    /** The questions in words: {@code acquire where capacity new, provider not azure}. */
    public String questions() {
        return act + (where.isEmpty() ? ", whatever else is asked" : " where " + words(where)) + exception();
    }

    /** What the questions have in common, in words; without the act. */
    String limits() {
        return (where.isEmpty() ? "always" : words(where)) + exception();
    }

    private String exception() {
        return except.isEmpty() ? "" : " (except where " + words(except) + ")";
    }

    /** What changes, in one sentence. */
    public String sentence() {
        return act + (where.isEmpty() ? "" : ", " + fewWords(where))
                + (except.isEmpty() ? "" : " (except where " + fewWords(except) + ")") + ": " + briefly();
    }

    private static String fewWords(List<Limit> limits) {
        return limits.stream()
                .map(limit -> limit.facet() + " " + limit.fewWords())
                .collect(Collectors.joining(", "));
    }

    /** Whether a clause decides all of these questions, before and after. */
    boolean decidedByClauses() {
        return !decidedBefore.isEmpty() && !decidedAfter.isEmpty();
    }

    private static String words(List<Limit> limits) {
        return limits.stream().map(limit -> limit.facet() + " " + limit.words()).collect(Collectors.joining(", "));
    }

    /** An answer in the fewest words: what has to happen first stands for CONDITIONAL. */
    static String brief(Region.Answer answer) {
        return answer.outcome() == Outcome.CONDITIONAL && !answer.needs().isEmpty()
                ? answer.needs().stream().map(AnswerChange::words).collect(Collectors.joining(" and ")) + " first"
                : answer.outcome().name();
    }

    /** Two answers that are the same in the fewest words are told in full. */
    private String briefly() {
        return brief(before).equals(brief(after))
                ? words(before) + " -> " + words(after)
                : brief(before) + " -> " + brief(after);
    }

    /** An answer in words: the outcome, with what has to happen first or between what it is open. */
    public static String words(Region.Answer answer) {
        var outcomes = answer.outcomes().stream()
                .map(outcome -> words(outcome, answer))
                .collect(Collectors.joining(" or "));
        return answer.outcome() == Outcome.UNDETERMINED ? "UNDETERMINED (" + outcomes + ")" : outcomes;
    }

    private static String words(Outcome outcome, Region.Answer answer) {
        return outcome != Outcome.CONDITIONAL || answer.needs().isEmpty()
                ? outcome.name()
                : outcome + " ("
                        + answer.needs().stream().map(AnswerChange::words).collect(Collectors.joining(" and ")) + ")";
    }

    private static String words(Region.Need need) {
        return switch (need.kind()) {
                    case OFFER -> "offer to ";
                    case WAIT -> "answer of ";
                    case NEGOTIATE -> "talks with ";
                    case SHOW -> "third party's offer shown to ";
                    case MATCH -> "match by ";
                    case CONSENT -> "consent of ";
                }
                + need.to();
    }
}
