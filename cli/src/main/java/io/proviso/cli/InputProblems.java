package io.proviso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads several inputs and raises the problems of all of them at once. */
final class InputProblems {
    private final List<String> problems = new ArrayList<>();

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

    void raiseIfAny() {
        if (!problems.isEmpty()) {
            throw new BadInputException(String.join("\n", problems));
        }
    }
}
