package io.proviso.perf;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./proviso perf [rulings|desk|check|record|replay|ask]}: measures, and prints one line a figure. */
public final class Figures {
    private static final List<String> ALL = List.of("rulings", "desk", "check", "record", "replay", "ask");

    private Figures() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var asked = args.length == 0 ? ALL : List.of(args);
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
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%s, load %.1f on %d processors, JDK %s"
                .formatted(
                        ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                        system.getSystemLoadAverage(),
                        system.getAvailableProcessors(),
                        Runtime.version());
    }
}
