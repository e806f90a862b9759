package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.files.Portfolios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of a portfolio that a test may spoil. */
public record Example(Path directory) {
    private static final Path ORIGINAL = Portfolios.directory(null);

    public static Example copiedTo(Path directory) throws IOException {
        return copied(ORIGINAL, directory);
    }

    public static Example copied(Path original, Path directory) throws IOException {
        try (var files = Files.walk(original)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(
                            file, directory.resolve(original.relativize(file).toString())));
        }
        return new Example(directory);
    }

    /** Replaces the first occurrence, which must exist, in one of the files. */
    public Example with(String file, String text, String replacement) throws IOException {
        var path = directory.resolve(file);
        var before = Files.readString(path);
        int at = before.indexOf(text);
        assertTrue(at >= 0, () -> file + " no longer holds '" + text + "'");
        Files.writeString(path, before.substring(0, at) + replacement + before.substring(at + text.length()));
        return this;
    }

    private static void copy(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
