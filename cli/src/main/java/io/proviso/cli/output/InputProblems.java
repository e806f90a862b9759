package io.proviso.cli.output;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Reads several inputs and raises the problems of all of them at once. */
public final class InputProblems {
    /** A set, because what is wrong for both sides of a comparison is told once. */
    private final Set<String> problems = new LinkedHashSet<>();

    public void add(String problem) {
        problems.add(problem);
    }

    /** Reads one input now; what it returns may be asked for its value once {@link #raiseIfAny} has passed. */
    public <T> Supplier<T> read(Supplier<T> reading) {
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
    public <T> T read(T standIn, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInputException problem) {
            problems.add(problem.diagnostics());
            return standIn;
        }
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public void raiseIfAny() {
        if (!isEmpty()) {
            throw new BadInputException(String.join("\n", problems));
        }
    }
}
