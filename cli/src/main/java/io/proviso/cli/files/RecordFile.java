package io.proviso.cli.files;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.OutputFile;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The record of a portfolio as it was read, to which entries are added at its end, in its own indent and line ends.
 *
 * @param asRead null if there is no such file
 */
public record RecordFile(Path directory, @Nullable String asRead) {
    private static final String NAME = "record.yaml";
    private static final Pattern KEY = Pattern.compile("(?m)^record *:[ \\t]*(?<behind>[^#\\s].*)?(#.*)?\\r?$");
    private static final Pattern ITEM = Pattern.compile("(?m)^(?<indent> *)- ");

    /** One entry more, of which nothing is written yet, and the portfolio as it would be. */
    public record Draft(RecordFile file, String more, Portfolio portfolio) {
        public void write() {
            new OutputFile(NAME, file.path()).append(file.asRead, more);
        }
    }

    public static RecordFile in(Path directory) {
        var file = directory.resolve(NAME);
        try {
            return new RecordFile(directory, Files.exists(file) ? Files.readString(file) : null);
        } catch (IOException e) {
            throw new BadInputException(
                    "'" + file + "' cannot be read (" + e.getMessage() + ")\nMake it a readable file.");
        }
    }

    public Path path() {
        return directory.resolve(NAME);
    }

    public Draft drafted(RecordEntry entry) {
        var before = before();
        var indent = indent();
        var more = before + entry.text().indent(indent);
        if (lineEnd().equals("\r\n")) {
            more = more.replace("\n", "\r\n");
        }
        var text = Objects.requireNonNullElse(asRead, "");
        try {
            return new Draft(this, more, PortfolioReader.readWithRecord(directory, text + more));
        } catch (BadFiles bad) {
            int first = (int) (text + before).lines().count() + 1;
            throw new BadInputException(told(bad.diagnostics(), entry, first, indent));
        }
    }

    /** What has to stand between what was read and the entry. */
    private String before() {
        if (asRead == null) {
            return "record:\n";
        }
        var end = asRead.isEmpty() || asRead.endsWith("\n") ? "" : "\n";
        var key = KEY.matcher(asRead);
        if (!key.find()) {
            return end + "record:\n";
        }
        if (key.group("behind") != null) {
            long line = asRead.substring(0, key.start()).lines().count() + 1;
            throw new BadInputException(
                    path() + ":" + line
                            + ": the entries stand behind 'record:' in brackets, so that none can be added below\n"
                            + "Write each on lines of its own that begin with '- ', or take the brackets away if they are empty.");
        }
        return end;
    }

    private String lineEnd() {
        return asRead != null && asRead.contains("\r\n") ? "\r\n" : "\n";
    }

    /** As far as its other entries stand from the margin. */
    private int indent() {
        var item = ITEM.matcher(Objects.requireNonNullElse(asRead, ""));
        return item.find() ? item.group("indent").length() : 0;
    }

    /** What is wrong with the new entry is said of the option that said it, because its line was never written. */
    private String told(List<Diagnostic> diagnostics, RecordEntry entry, int first, int indent) {
        var told = new ArrayList<String>();
        var added = diagnostics.stream().filter(one -> isNew(one, first)).toList();
        for (var one : added) {
            told.add(entry.option(one.place().line() - first, one.place().column() - 1 - indent) + ": " + one.message()
                    + contradicted(one, diagnostics, first) + (one.advice() == null ? "" : "\n" + one.advice()));
        }
        diagnostics.stream()
                .filter(one -> added.stream().noneMatch(other -> isOfOne(one, other)))
                .map(Diagnostic::text)
                .forEach(told::add);
        return String.join("\n\n", new LinkedHashSet<>(told)) + "\n\nNothing was written. The portfolio is " + directory
                + ".";
    }

    /** Where the record already says what the new entry contradicts. */
    private static String contradicted(Diagnostic one, List<Diagnostic> all, int first) {
        var places = all.stream()
                .filter(other -> !isNew(other, first) && isOfOne(one, other))
                .map(other -> other.place().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : " (" + places + ")";
    }

    /** What contradicts is told in both places, in the same words. */
    private static boolean isOfOne(Diagnostic one, Diagnostic other) {
        return one.message().equals(other.message()) && Objects.equals(one.advice(), other.advice());
    }

    private static boolean isNew(Diagnostic one, int first) {
        return one.place().source().name().equals(NAME) && one.place().line() >= first;
    }
}
