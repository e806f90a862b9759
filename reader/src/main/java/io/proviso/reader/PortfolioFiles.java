package io.proviso.reader;

import io.proviso.agreement.Nearest;
import io.proviso.units.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final List<String> DIRECTORIES = List.of(CALENDARS, AGREEMENTS);

    /** Questions with known answers lie beside a portfolio and are no part of it, under this name or one that ends so. */
    private static final String CASES = "cases.yaml";

    static PortfolioFiles in(Path directory, Problems problems) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            for (Path entry : entries(directory, "", problems)) {
                atTheTop(entry, contents, problems);
            }
            for (String name : DIRECTORIES) {
                if (Files.isDirectory(directory.resolve(name))) {
                    for (Path entry : entries(directory.resolve(name), name + "/", problems)) {
                        inside(entry, name + "/", contents, problems);
                    }
                }
            }
        } else {
            var whole = SourceText.of(directory.toString(), "").whole();
            problems.add(whole, "there is no such directory", "Name the directory that holds portfolio.yaml.");
        }
        return new PortfolioFiles(contents);
    }

    /** In the order of their names; what is hidden is nobody's content. */
    private static List<Path> entries(Path directory, String prefix, Problems problems) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(SourceText.of(prefix, "").whole(), "the directory cannot be listed", null);
            return List.of();
        }
    }

    /** A misspelt pins.yaml must not be read as a portfolio without pins, nor agreement/ as one without agreements. */
    private static void atTheTop(Path entry, Map<String, byte[]> contents, Problems problems) {
        String name = name(entry);
        if (AT_THE_TOP.contains(name)) {
            load(entry, name, contents, problems);
        } else if (isYaml(name) && !Files.isDirectory(entry)) {
            if (!name.equals(CASES) && !name.endsWith("-" + CASES)) {
                List<String> known = new ArrayList<>(AT_THE_TOP);
                known.add(CASES);
                refuse(name, "a portfolio has no such file", Nearest.advice(name, known), problems);
            }
        } else if (DIRECTORIES.contains(name) ? !Files.isDirectory(entry) : Nearest.to(name, DIRECTORIES) != null) {
            refuse(name, "a portfolio has no such directory", Nearest.advice(name, DIRECTORIES), problems);
        }
    }

    private static void inside(Path entry, String prefix, Map<String, byte[]> contents, Problems problems) {
        String name = prefix + name(entry);
        if (Files.isDirectory(entry)) {
            refuse(name, "directories in " + prefix + " are not looked into", "Put its files beside it.", problems);
        } else if (name.endsWith(".yaml")) {
            load(entry, name, contents, problems);
        } else if (isYaml(name)) {
            refuse(name, "a portfolio has no such file", "Files of a portfolio end in .yaml.", problems);
        }
    }

    private static void load(Path file, String name, Map<String, byte[]> contents, Problems problems) {
        byte[] bytes = YamlFile.load(file, name, problems);
        if (bytes != null) {
            contents.put(name, bytes);
        }
    }

    private static void refuse(String name, String what, String advice, Problems problems) {
        problems.add(SourceText.of(name, "").whole(), what, advice);
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    /** However it is written: a file that some editor takes for YAML and the reader does not is refused, not ignored. */
    private static boolean isYaml(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".yaml") || small.endsWith(".yml");
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
