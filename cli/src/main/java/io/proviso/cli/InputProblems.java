package io.proviso.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Reads several inputs and raises the problems of all of them at once. */
final class InputProblems {
    /** A set, because what is wrong for both sides of a comparison is told once. */
    private final Set<String> problems = new LinkedHashSet<>();

    void add(String problem) {
        problems.add(problem);
    }

    /** Reads one input now; what it returns may be asked for its value once {@link #raiseIfAny} has passed. */
    <T> Supplier<T> read(Supplier<T> reading) {
        try {
            var value = reading.get();
            return () -> value;
        } catch (BadInputException problem) {
            problems.add(problem.diagnostics());
            return () -> {
                throw new IllegalStateException("the input was not readable", problem);
            };
        }
    }

    /** Reads one input that others are read with: after a problem they are still judged, with the stand-in. */
    <T> T read(T standIn, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInputException problem) {
            problems.add(problem.diagnostics());
            return standIn;
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    void raiseIfAny() {
        if (!isEmpty()) {
            throw new BadInputException(String.join("\n", problems));
        }
    }
}
