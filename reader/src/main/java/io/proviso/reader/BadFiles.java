package io.proviso.reader;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown with every problem of every file at once, in the order of file and line; whoever gets it has read nothing. */
public final class BadFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    BadFiles(List<Diagnostic> diagnostics) {
        super(textOf(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** All of them as a person reads them, and their number on the last line; without a line break at the end. */
    public String text() {
        return textOf(diagnostics);
    }

    private static String textOf(List<Diagnostic> diagnostics) {
        int problems = diagnostics.size();
        return diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining("\n\n", "", "\n\n")) + problems
                + (problems == 1 ? " problem" : " problems") + "; nothing was read.";
    }
}
