package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import io.proviso.reader.BadFiles;
import io.proviso.reader.Diagnostic;
import io.proviso.reader.PortfolioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
record RecordFile(Path directory, @Nullable String asRead) {
    private static final String NAME = "record.yaml";
    private static final Pattern KEY = Pattern.compile("(?m)^record *:[ \\t]*(?<behind>[^#\\s].*)?(#.*)?\\r?$");
    private static final Pattern ITEM = Pattern.compile("(?m)^(?<indent> *)- ");

    /** One entry more, of which nothing is written yet, and the portfolio as it would be. */
    record Draft(RecordFile file, String more, Portfolio portfolio) {
        void write() {
            new OutputFile(NAME, file.path()).append(file.asRead, more);
        }
    }

    static RecordFile in(Path directory) {
        var file = directory.resolve(NAME);
        try {
            return new RecordFile(directory, Files.exists(file) ? Files.readString(file) : null);
        } catch (IOException e) {
            throw new BadInputException(
                    "'" + file + "' cannot be read (" + e.getMessage() + ")\nMake it a readable file.");
        }
    }

    Path path() {
        return directory.resolve(NAME);
    }

    Draft drafted(RecordEntry entry) {
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
        var told = diagnostics.stream()
                .map(one -> isNew(one, first)
                        ? entry.option(one.place().line() - first, one.place().column() - 1 - indent) + ": "
                                + one.message() + (one.advice() == null ? "" : "\n" + one.advice())
                        : one.text())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return told + "\n\nNothing was written. The portfolio is " + directory + ".";
    }

    private static boolean isNew(Diagnostic one, int first) {
        return one.place().source().name().equals(NAME) && one.place().line() >= first;
    }
}
