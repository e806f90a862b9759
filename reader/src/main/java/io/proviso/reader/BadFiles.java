package io.proviso.reader;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown with every problem of every file at once, in the order of file and line; whoever gets it has read nothing. */
public final class BadFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    BadFiles(List<Diagnostic> diagnostics) {
        super(text(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** All diagnostics as they are shown, and how many they are. */
    public String text() {
        return text(diagnostics);
    }

    private static String text(List<Diagnostic> diagnostics) {
        int problems = diagnostics.size();
        return diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining("\n\n", "", "\n\n")) + problems
                + (problems == 1 ? " problem" : " problems") + "; nothing was read.";
    }
}
