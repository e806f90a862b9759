package io.proviso.agreement.question;

import io.proviso.agreement.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown with all problems of a question at once. The path of each is what it is about: FACET, FACET/VALUE, a whole word that is no
 * pair, or one of these behind {@link #FACTS}.
 */
public final class BadQuestion extends RuntimeException {
    /** Begins the path of what was given as a fact. */
    public static final String FACTS = "facts/";

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public BadQuestion(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
