package io.proviso.agreement;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown with all problems of a portfolio at once; nothing is ever ruled on a portfolio that has one. */
public final class InvalidPortfolio extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidPortfolio(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
