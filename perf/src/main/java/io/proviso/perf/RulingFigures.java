package io.proviso.perf;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** All of {@link RulingBenchmark} in one run of JMH; the least of many short iterations is what the machine's other work touched least. */
final class RulingFigures {
    private static final int FORKS = 3;
    private static final int ITERATIONS = 20;

    private RulingFigures() {}

    static void print(PrintStream out) throws RunnerException {
        var options = new OptionsBuilder()
                .include(RulingBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .forks(FORKS)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(100))
                .verbosity(VerboseMode.SILENT)
                .build();
        for (var result : new Runner(options).run()) {
            out.println(line(result));
        }
    }

    private static String line(RunResult result) {
        double[] scores = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        var name = result.getParams().getBenchmark();
        return String.format(
                Locale.ROOT,
                "%-16s %-8s min %,12.1f  median %,12.1f ns  %,10.1f B",
                name.substring(name.lastIndexOf('.') + 1),
                result.getParams().getParam("asked"),
                scores[0],
                scores[scores.length / 2],
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }
}
