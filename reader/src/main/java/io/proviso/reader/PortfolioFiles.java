package io.proviso.reader;

import io.proviso.agreement.Nearest;
import io.proviso.units.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The YAML files of a portfolio's directory by their path in it, with {@code /} on every system. */
record PortfolioFiles(SortedMap<String, byte[]> contents) {
    static final String PORTFOLIO = "portfolio.yaml";
    static final String VOCABULARY = "vocabulary.yaml";
    static final String PINS = "pins.yaml";
    static final String RECORD = "record.yaml";
    static final String CALENDARS = "calendars";
    static final String AGREEMENTS = "agreements";

    private static final List<String> AT_THE_TOP = List.of(PORTFOLIO, VOCABULARY, PINS, RECORD);

    /** Questions with known answers lie beside a portfolio and are no part of it. */
    private static final String CASES = "cases.yaml";

    static PortfolioFiles in(Path directory, Problems problems) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            load(directory, "", contents, problems);
            load(directory.resolve(CALENDARS), CALENDARS + "/", contents, problems);
            load(directory.resolve(AGREEMENTS), AGREEMENTS + "/", contents, problems);
        } else {
            var whole = SourceText.of(directory.toString(), "").whole();
            problems.add(whole, "there is no such directory", "Name the directory that holds portfolio.yaml.");
        }
        return new PortfolioFiles(contents);
    }

    private static void load(Path directory, String prefix, Map<String, byte[]> contents, Problems problems) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
                String name = prefix + file.getFileName();
                boolean yaml = name.endsWith(".yaml");
                if (yaml && (!prefix.isEmpty() || AT_THE_TOP.contains(name))) {
                    byte[] bytes = YamlFile.load(file, name, problems);
                    if (bytes != null) {
                        contents.put(name, bytes);
                    }
                } else if (!name.equals(CASES) && (yaml || name.endsWith(".yml"))) {
                    refuse(name, prefix, problems);
                }
            }
        } catch (IOException e) {
            problems.add(SourceText.of(prefix, "").whole(), "the directory cannot be listed", null);
        }
    }

    /** A misspelt pins.yaml must not be read as a portfolio without pins. */
    private static void refuse(String name, String prefix, Problems problems) {
        String advice = prefix.isEmpty() ? Nearest.advice(name, AT_THE_TOP) : "Files of a portfolio end in .yaml.";
        problems.add(SourceText.of(name, "").whole(), "a portfolio has no such file", advice);
    }

    byte @Nullable [] get(String name) {
        return contents.get(name);
    }

    /** The names of the files in one of the directories. */
    List<String> in(String directory) {
        return contents.keySet().stream()
                .filter(name -> name.startsWith(directory + "/"))
                .toList();
    }

    /** SHA-256 over each path, the length of its content, and its content, in the order of the paths. */
    String digest() {
        var digest = new Sha256();
        contents.forEach((name, bytes) -> digest.add(name.getBytes(StandardCharsets.UTF_8))
                .add(ByteBuffer.allocate(1 + Long.BYTES)
                        .put((byte) 0)
                        .putLong(bytes.length)
                        .array())
                .add(bytes));
        return digest.hex();
    }
}
