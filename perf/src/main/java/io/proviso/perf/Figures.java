package io.proviso.perf;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code ./proviso perf [--loaded] [rulings|desk|check|record|replay|ask]}: measures, and prints one line a figure. Where other work
 * was under way before it began, every table says so, and it exits with 3 unless that was expected.
 */
public final class Figures {
    private static final List<String> ALL = List.of("rulings", "desk", "check", "record", "replay", "ask");
    private static final String LOADED = "--loaded";
    private static final double MOST_LOAD = 2;

    private Figures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var named = Stream.of(args).filter(arg -> !arg.equals(LOADED)).toList();
        var asked = named.isEmpty() ? ALL : named;
        for (var name : asked) {
            if (!ALL.contains(name)) {
                System.err.println("perf: there are no figures '" + name + "'\nKnown: " + String.join(", ", ALL) + ".");
                System.exit(2);
            }
        }
        for (var name : asked) {
            out.println("## " + name + ", " + surroundings());
            switch (name) {
                case "rulings" -> RulingFigures.print(out);
                case "desk" -> DeskFigures.print(out);
                case "check" -> CheckFigures.print(out);
                case "record" -> RecordFigures.print(out);
                case "replay" -> ReplayFigures.print(out);
                default -> AskFigures.print(out);
            }
        }
        if (isLoaded() && !List.of(args).contains(LOADED)) {
            System.err.printf(
                    "perf: other work was under way before this began (load %.1f): measure again when it is over, or say %s%n",
                    loadBefore(), LOADED);
            System.exit(3);
        }
    }

    /** Of the machine before the launcher began to build, so that none of it is our own. */
    private static double loadBefore() {
        return Double.parseDouble(System.getProperty("proviso.load", "NaN"));
    }

    private static boolean isLoaded() {
        return loadBefore() > MOST_LOAD;
    }

    static Path home() {
        return Path.of(System.getProperty("proviso.home", "."));
    }

    static Path example() {
        return home().resolve("examples").resolve("microsoft-openai");
    }

    /** Files of shared data lie beside a clone, never in it. */
    static Path clusters() {
        return home().toAbsolutePath().resolve("../shared/data/demand-training").normalize();
    }

    static List<Path> filesOf(Path directory, String glob) throws Exception {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(directory, glob)) {
            var sorted = new ArrayList<Path>();
            files.forEach(sorted::add);
            sorted.sort(null);
            return sorted;
        }
    }

    private static String surroundings() {
        return "%s, %sload %.1f before on %d processors, JDK %s"
                .formatted(
                        ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                        isLoaded() ? "LOADED, " : "",
                        loadBefore(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }
}
