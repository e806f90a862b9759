package io.proviso.reader.portfolio;

import io.proviso.agreement.Nearest;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.SourceText;
import io.proviso.reader.yaml.YamlFile;
import io.proviso.units.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files of a portfolio's directory by their path in it, with {@code /} on every system.
 *
 * @param further which of them lie elsewhere and were added
 */
public record PortfolioFiles(SortedMap<String, byte[]> contents, Set<String> further) {
    public static final String PORTFOLIO = "portfolio.yaml";
    static final String VOCABULARY = "vocabulary.yaml";
    static final String PINS = "pins.yaml";
    static final String RECORD = "record.yaml";
    static final String CALENDARS = "calendars";
    static final String AGREEMENTS = "agreements";

    /** What to do instead. */
    static final String REPLACES_NONE =
            "What is added stands beside the others and replaces none. To suppose another text of an"
                    + " agreement, change it in a copy of the portfolio, and compare the two with diff.";

    private static final List<String> AT_THE_TOP = List.of(PORTFOLIO, VOCABULARY, PINS, RECORD);
    private static final List<String> DIRECTORIES = List.of(CALENDARS, AGREEMENTS);

    private static final String YAML = ".yaml";
    private static final String ENDING = "Files of a portfolio end in .yaml.";
    /** Windows hides the last ending, so {@code lab.yaml} may be {@code lab.yaml.txt}; a tilde is an editor's backup. */
    private static final Pattern ASIDE = Pattern.compile("#?(.+\\.yaml)([.~#].*)");

    /** What lies beside a portfolio and is no part of it, under these names or ones that end so. */
    private static final List<String> BESIDE = List.of("cases.yaml", "needs.yaml", "questions.yaml");

    public PortfolioFiles(SortedMap<String, byte[]> contents) {
        this(contents, Set.of());
    }

    public static PortfolioFiles in(Path directory, Problems problems) {
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
            problems.addOfSense(whole, "there is no such directory", "Name the directory that holds portfolio.yaml.");
        }
        return new PortfolioFiles(contents);
    }

    /** The same, with files from elsewhere as further agreements. */
    public static PortfolioFiles in(Path directory, List<Path> agreements, Problems problems) {
        var contents = in(directory, problems).contents;
        Set<String> further = new HashSet<>();
        for (Path each : agreements) {
            String name = AGREEMENTS + "/" + name(each);
            if (contents.containsKey(name)) {
                refuse(name, "the portfolio has a file of this name already", REPLACES_NONE, problems);
            } else {
                load(each, name, contents, problems);
                further.add(name);
            }
        }
        return new PortfolioFiles(contents, further);
    }

    private static List<Path> entries(Path directory, String prefix, Problems problems) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            problems.addOfSense(
                    SourceText.of(prefix, "").whole(), "the directory cannot be listed", "Check its permissions.");
            return List.of();
        }
    }

    /** A misspelt pins.yaml must not be read as a portfolio without pins, nor agreement/ as one without agreements. */
    private static void atTheTop(Path entry, Map<String, byte[]> contents, Problems problems) {
        String name = name(entry);
        if (AT_THE_TOP.contains(name)) {
            load(entry, name, contents, problems);
        } else if (isHidden(name)) {
            if (AT_THE_TOP.contains(name.substring(1))) {
                refuseHidden(name, problems);
            }
        } else if (isYaml(name)) {
            if (BESIDE.stream().noneMatch(beside -> name.equals(beside) || name.endsWith("-" + beside))) {
                List<String> known = new ArrayList<>(AT_THE_TOP);
                known.addAll(BESIDE);
                refuse(name, "a portfolio has no such file", Nearest.advice(name, known), problems);
            }
        } else if (isKept(entry, AT_THE_TOP::contains)) {
            refuse(name, "a portfolio has no such file", ENDING, problems);
        } else if (DIRECTORIES.contains(name) ? !Files.isDirectory(entry) : Nearest.to(name, DIRECTORIES) != null) {
            refuse(name, "a portfolio has no such directory", Nearest.advice(name, DIRECTORIES), problems);
        }
    }

    private static void inside(Path entry, String prefix, Map<String, byte[]> contents, Problems problems) {
        String name = prefix + name(entry);
        if (isHidden(name(entry))) {
            if (isContent(entry)) {
                refuseHidden(name, problems);
            }
        } else if (Files.isDirectory(entry)) {
            refuse(name, "directories in " + prefix + " are not looked into", "Put its files beside it.", problems);
        } else if (name.endsWith(YAML)) {
            load(entry, name, contents, problems);
        } else if (isYaml(name) || isKept(entry, original -> original.endsWith(YAML))) {
            refuse(name, "a portfolio has no such file", ENDING, problems);
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Hidden directories and what editors and systems leave behind are nobody's content; an agreement that is hidden is. */
    private static boolean isContent(Path hidden) {
        String name = name(hidden);
        return isYaml(name) && !name.startsWith(".#") && !name.startsWith("._") && !Files.isDirectory(hidden);
    }

    private static void refuseHidden(String name, Problems problems) {
        refuse(name, "a hidden file is not read", "Take the dot off its name, or put it elsewhere.", problems);
    }

    /** Whether it is a file of ours put aside by a longer name, as in {@code lab.yaml.txt}; a backup beside its original is none. */
    private static boolean isKept(Path entry, Predicate<String> ours) {
        String name = name(entry);
        Matcher aside = ASIDE.matcher(name);
        return aside.matches() && ours.test(aside.group(1)) && !Files.exists(entry.resolveSibling(aside.group(1)));
    }

    private static void load(Path file, String name, Map<String, byte[]> contents, Problems problems) {
        byte[] bytes = YamlFile.load(file, name, problems);
        if (bytes != null) {
            contents.put(name, bytes);
        }
    }

    private static void refuse(String name, String what, String advice, Problems problems) {
        problems.addOfSense(SourceText.of(name, "").whole(), what, advice);
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    /** However it is written: a file that some editor takes for YAML and the reader does not is refused, not ignored. */
    public static boolean isYaml(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(YAML) || small.endsWith(".yml");
    }

    byte @Nullable [] get(String name) {
        return contents.get(name);
    }

    /** The names of the files in one of the directories. */
    public List<String> in(String directory) {
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
