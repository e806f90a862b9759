package io.proviso.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown with every problem of every file at once, in the order of file and line; whoever gets it has read nothing. */
public final class BadFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;
    private final transient @Nullable Path portfolio;

    BadFiles(List<Diagnostic> diagnostics) {
        this(diagnostics, null);
    }

    private BadFiles(List<Diagnostic> diagnostics, @Nullable Path portfolio) {
        super(textOf(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
        this.portfolio = portfolio;
    }

    BadFiles of(Path directory) {
        return new BadFiles(diagnostics, directory);
    }

    /** The directory of the portfolio that the files are of; null if they are of none. */
    public @Nullable Path portfolio() {
        return portfolio;
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
