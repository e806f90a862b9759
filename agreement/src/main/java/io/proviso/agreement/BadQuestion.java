package io.proviso.agreement;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown with all problems of a question at once; the path of each is the word of the question it is about. */
public final class BadQuestion extends RuntimeException {
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
