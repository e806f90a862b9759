package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.proviso.reader.trace.TraceReader;
import io.proviso.reader.trace.TraceReading;
import io.proviso.replay.queue.Discipline;
import io.proviso.replay.queue.PlainReplay;
import io.proviso.replay.queue.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real clusters: those of github.com/microsoft/elasticflow-traces, with figures that somebody else computed, and Philly. The
 * figures are a test resource; the traces are not part of the repository, so this runs where they lie beside it.
 */
class RealTraceTest {
    private static final Path TRACES =
            Path.of(System.getProperty("proviso.root", ".")).resolve("../shared/data/demand-training");

    /** A line of {@code replay.csv}: trace, capacity and discipline, then figures in the order of the header. */
    record Golden(String trace, int capacity, Discipline discipline, List<Double> figures) {
        static Golden parse(String line) {
            String[] columns = line.split(",", -1);
            List<Double> figures =
                    Stream.of(columns).skip(3).map(Double::valueOf).toList();
            return new Golden(columns[0], Integer.parseInt(columns[1]), Discipline.of(columns[2]), figures);
        }
    }

    private static List<String> goldenLines() {
        try {
            return Files.readAllLines(Path.of(Objects.requireNonNull(RealTraceTest.class.getResource("replay.csv"))
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Golden> golden() {
        return goldenLines().stream().skip(1).map(Golden::parse);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theReplayOfARealClusterGivesTheFiguresComputedIndependently(Golden golden) {
        TraceReading reading = read("ms_itp_" + golden.trace + ".csv");
        PlainReplay replay = PlainReplay.run(reading.trace(), golden.capacity, golden.discipline);
        assertEquals(List.of(), reading.badRows());
        assertEquals(List.of(), replay.tooLarge());
        List<String> names = List.of(goldenLines().getFirst().split(",", -1));
        var figures = replay.summary().figures();
        assertEquals(names.subList(3, names.size()), List.copyOf(figures.keySet()));
        List<Number> values = List.copyOf(figures.values());
        for (int i = 0; i < values.size(); i++) {
            // The golden file rounds utilisation to four digits and times to two.
            double tolerance = names.get(3 + i).equals("utilisation") ? 0.000_051 : 0.010_001;
            assertEquals(golden.figures.get(i), values.get(i).doubleValue(), tolerance, names.get(3 + i));
        }
    }

    @Test
    void everyRowOfPhillyIsAJob() {
        TraceReading reading = read("philly_2017-10_11.csv");
        assertEquals(List.of(), reading.badRows());
        assertEquals(68_510, reading.trace().size());
    }

    @Test
    void theClustersMergeIntoOneTraceInOrderOfSubmission() {
        Trace trace = read("ms_itp_cluster01.csv", "ms_itp_cluster04.csv", "ms_itp_cluster06.csv")
                .trace();
        assertEquals(1_595 + 15_802 + 2_396, trace.size());
        for (int job = 1; job < trace.size(); job++) {
            assertTrue(trace.submission(job - 1) <= trace.submission(job));
        }
    }

    private static TraceReading read(String... names) {
        List<Path> files = Stream.of(names).map(TRACES::resolve).toList();
        for (Path file : files) {
            assumeTrue(
                    Files.exists(file),
                    () -> "skipped: no trace at " + file.toAbsolutePath().normalize());
        }
        return TraceReader.read(files);
    }
}
