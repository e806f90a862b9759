package io.proviso.cli.output;

import io.proviso.reader.scenario.ScenarioFile;
import io.proviso.reader.trace.TraceReading;
import io.proviso.replay.report.ReportPage;
import io.proviso.units.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The page of a comparison. It names files, never the directories of this machine. */
public final class Reports {
    private Reports() {}

    /** The page of a report that will be written into a directory, refused if that cannot be. */
    public static OutputFile page(Path directory) {
        return OutputFile.tried("--report", directory, "index.html");
    }

    public static ReportPage.Inputs inputs(List<ScenarioFile> files, TraceReading reading, List<Path> traces) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach(file -> digests.putAll(file.digests()));
        traces.forEach(trace -> digests.put(unused(String.valueOf(trace.getFileName()), digests), sha256(trace)));
        return new ReportPage.Inputs(
                reading.trace(), digests, files.getFirst().portfolio().zone(), remarks(reading));
    }

    private static List<String> remarks(TraceReading reading) {
        Map<String, Integer> byFile = new LinkedHashMap<>();
        reading.badRows().forEach(bad -> byFile.merge(name(bad.file()), 1, Integer::sum));
        var leftOut = byFile.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue()
                        + (entry.getValue() == 1 ? " row holds no job and was" : " rows hold no job and were")
                        + " left out.");
        var twice = reading.shared().stream()
                .map(shared -> name(shared.file()) + " and " + name(shared.earlier()) + ": " + shared.ids()
                        + (shared.ids() == 1 ? " job id stands" : " job ids stand")
                        + " in both; all were run, those of an overlap twice.");
        return Stream.concat(leftOut, twice).toList();
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    /** Two files of one name in different directories stay two. */
    private static String unused(String name, Map<String, String> taken) {
        var free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    private static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = new Sha256();
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.add(buffer, read);
            }
            return digest.hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
