package io.proviso.reader;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Shape;
import io.proviso.reader.yaml.SourceText;
import io.proviso.reader.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that lies beside a portfolio or names one, and is no part of it. */
record Beside(Mapping file, Portfolio portfolio) {
    /**
     * Reads it, and the portfolio.
     *
     * @param usual what such a file is called, to advise whoever names a directory
     * @param directory of the portfolio; null for the one the file names under {@code portfolio:}, relative to itself, or else the
     *     one it lies in
     * @throws BadFiles if the one or the other cannot be read
     */
    static Beside read(Path file, String usual, Shape shape, @Nullable Path directory, Problems problems) {
        Mapping mapping = mapping(file, usual, shape, problems);
        Path beside = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        String named = shape.keys().contains("portfolio") ? mapping.prose("portfolio") : null;
        return new Beside(
                mapping,
                PortfolioReader.read(directory != null ? directory : named == null ? beside : beside.resolve(named)));
    }

    /** The file alone. */
    static Mapping mapping(Path file, String usual, Shape shape, Problems problems) {
        String name = file.toString();
        Path inside = file.resolve(usual);
        if (Files.isRegularFile(inside)) {
            problems.addOfSense(
                    SourceText.of(name, "").whole(), "this is a directory, not a file", "Name " + inside + ".");
            throw problems.exception();
        }
        byte[] bytes = YamlFile.load(file, name, problems);
        Fields document = bytes == null ? null : YamlFile.parse(name, bytes, problems);
        Mapping mapping = document == null ? null : Mapping.of(document, shape, "", problems);
        if (mapping == null) {
            throw problems.exception();
        }
        return mapping;
    }
}
