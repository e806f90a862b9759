package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.portfolio.PortfolioFiles;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A portfolio of the test resources, in memory, so that a test can spoil it in one place. */
public record PortfolioFixture(SortedMap<String, byte[]> files) {
    private static final Path RESOURCES = Path.of(System.getProperty("proviso.root"), "reader/src/test/resources");

    public static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    public static PortfolioFixture of(String name) {
        var problems = new Problems();
        var files = PortfolioFiles.in(resource("portfolios").resolve(name), problems);
        assertTrue(problems.isEmpty(), "the fixture is whole");
        return new PortfolioFixture(files.contents());
    }

    public PortfolioFixture replacing(String file, String from, String to) {
        String text = new String(bytes(file), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), () -> file + " does not hold: " + from);
        return with(file, text.replace(from, to));
    }

    public PortfolioFixture with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public PortfolioFixture with(String file, byte[] bytes) {
        var more = new TreeMap<>(files);
        more.put(file, bytes);
        return new PortfolioFixture(more);
    }

    public PortfolioFixture without(String file) {
        var fewer = new TreeMap<>(files);
        fewer.remove(file);
        return new PortfolioFixture(fewer);
    }

    public byte[] bytes(String file) {
        return Objects.requireNonNull(files.get(file), file);
    }

    public Portfolio read() {
        return PortfolioReader.read(new PortfolioFiles(files), new Problems());
    }

    public void writeTo(Path directory) {
        files.forEach((name, bytes) -> {
            try {
                Path file = directory.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
