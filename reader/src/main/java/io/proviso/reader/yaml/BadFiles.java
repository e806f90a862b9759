package io.proviso.reader.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown with every problem of every file at once; what is wrong with a file as a whole comes first, then the order is that of file and
 * line. Whoever gets it has read nothing.
 */
public final class BadFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 10;

    private final transient List<Diagnostic> diagnostics;
    private final transient @Nullable Path portfolio;

    public BadFiles(List<Diagnostic> diagnostics) {
        this(diagnostics, null);
    }

    private BadFiles(List<Diagnostic> diagnostics, @Nullable Path portfolio) {
        super(textOf(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
        this.portfolio = portfolio;
    }

    public BadFiles of(Path directory) {
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
        var told = new LinkedHashMap<String, List<Diagnostic>>();
        for (var each : diagnostics) {
            told.computeIfAbsent(each.cause(), _ -> new ArrayList<>()).add(each);
        }
        int problems = told.size();
        return told.values().stream().map(BadFiles::once).collect(Collectors.joining("\n\n", "", "\n\n"))
                + problems + (problems == 1 ? " problem" : " problems")
                + (problems == diagnostics.size() ? "" : " in " + diagnostics.size() + " places")
                + "; nothing was read.";
    }

    /** Of one cause the first place is shown, and the others are named. */
    private static String once(List<Diagnostic> ofOneCause) {
        var others = ofOneCause.stream()
                .map(each -> each.place().toString())
                .distinct()
                .skip(1)
                .toList();
        var text = ofOneCause.getFirst().text();
        if (others.isEmpty()) {
            return text;
        }
        return text + "\nThe same at " + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
                + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more places." : ".");
    }
}
