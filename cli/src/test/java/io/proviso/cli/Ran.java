package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.cli.output.ExitCode;
import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command that ran within the test's process said, and its exit code. */
public record Ran(int exitCode, String out, String err) {
    public static Ran proviso(String... args) {
        var recorded = new RecordedConsole();
        int exitCode = Main.run(recorded.console(), args);
        return new Ran(exitCode, recorded.out(), recorded.err());
    }

    /** On a clock that stands still, so that nothing takes long enough to tell its progress. */
    public static Ran atOnce(List<String> args) {
        var recorded = new RecordedConsole();
        int exitCode = ProvisoCommand.commandLine(recorded.console(), InstantSource.fixed(Instant.EPOCH))
                .execute(args.toArray(String[]::new));
        return new Ran(exitCode, recorded.out(), recorded.err());
    }

    /** As the launcher of a clone runs it, on a terminal of that width. */
    public static Ran atTerminal(int columns, String called, List<String> args) {
        var recorded = new RecordedConsole(columns, called);
        int exitCode = Main.run(recorded.console(), args.toArray(String[]::new));
        return new Ran(exitCode, recorded.out(), recorded.err());
    }

    /** The words that start it as a process of its own. */
    static List<String> command(List<String> args) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var home = "-Dproviso.home=" + System.getProperty("proviso.root", ".");
        return Stream.concat(Stream.of(java, "-cp", classPath(), home, Main.class.getName()), args.stream())
                .toList();
    }

    private static String classPath() {
        return Ran.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    public static Ran proviso(List<String> args) {
        return proviso(args.toArray(String[]::new));
    }

    /** The answer; the command must have given one and nothing else. */
    public String answer() {
        assertEquals("", err);
        assertEquals(ExitCode.ANSWERED, exitCode, out);
        return out;
    }

    public Map<?, ?> json() {
        return Yaml.mapping(answer());
    }

    /** The diagnostics of bad input, which must leave stdout empty. */
    public String complaint() {
        assertEquals("", out);
        assertEquals(ExitCode.BAD_INPUT, exitCode, err);
        return err;
    }
}
