package io.proviso.cli.replay;

import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ProgressLine;
import io.proviso.cli.output.Spans;
import io.proviso.reader.scenario.ScenarioFile;
import io.proviso.reader.scenario.ScenarioReader;
import io.proviso.reader.trace.TraceReading;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.Study;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads scenarios and replays a trace under them. */
public final class Scenarios {
    private static final int SEEDS = 20;
    private static final int MOST_SEEDS = 1_000;
    /** As measured on two cores: slower where rights are exercised often. */
    private static final int JOBS_A_SECOND = 5_000_000;

    /** In seconds; Spans has no words below it. */
    private static final int WORTH_SAYING = 60;

    private Scenarios() {}

    public static List<ScenarioFile> read(Path path) {
        try {
            return ScenarioReader.read(path);
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    static ScenarioComparison.Seeds seeds(@Nullable Long first, @Nullable Integer count) {
        int seeds = count == null ? SEEDS : count;
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new BadInputException("--seeds: " + seeds + " is out of range\nSay 1 to " + MOST_SEEDS + ".");
        }
        return new ScenarioComparison.Seeds(first == null ? 1 : first, seeds);
    }

    /** All runs, with progress on stderr; a sweep is that of the first scenario that asks for one. */
    public static ScenarioComparison compare(
            List<ScenarioFile> files,
            Trace trace,
            ScenarioComparison.Seeds seeds,
            Console console,
            InstantSource clock) {
        var cases = cases(files);
        var varied = new Study.Varied(first(files, Study.Varied::windows), first(files, Study.Varied::acceptance));
        try {
            var study = new Study(cases, varied, trace, seeds);
            var cost = cost(study.runs(), trace.size());
            if (!cost.isEmpty()) {
                console.err().println(cost);
            }
            try (var progress = new ProgressLine(console, clock, "replaying", study.runs(), "runs")) {
                return study.run(progress::done);
            }
        } catch (IllegalArgumentException unfit) {
            throw new BadInputException(String.valueOf(unfit.getMessage()));
        }
    }

    /** Each with its portfolio, which must say what its desk asks; that can be seen before any trace is read. */
    static List<Study.Case> cases(List<ScenarioFile> files) {
        try {
            return files.stream()
                    .map(file -> new Study.Case(file.scenario(), file.portfolio()))
                    .toList();
        } catch (IllegalArgumentException unfit) {
            throw new BadInputException(String.valueOf(unfit.getMessage()));
        }
    }

    /** Before a long replay begins, what it will take; empty of a short one. */
    static String cost(int runs, int jobs) {
        long seconds = (long) runs * jobs / JOBS_A_SECOND;
        if (seconds < WORTH_SAYING) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%,d runs of %,d jobs: %s at %d million jobs a second; fewer --seeds, windows or shares take less",
                runs,
                jobs,
                "about " + Spans.words(seconds),
                JOBS_A_SECOND / 1_000_000);
    }

    /** Only if no job ran under any of them. */
    static void refuseNoJob(ScenarioComparison comparison, TraceReading reading) {
        int ran = comparison.compared().stream()
                .mapToInt(one -> one.result().waiting().summary().jobs()
                        + one.result().waiting().neverStarted())
                .sum();
        var tooLarge = comparison.compared().getFirst().result().waiting().tooLarge();
        NoJob.refuse(reading, ran, tooLarge, "any capacity of these scenarios");
    }

    private static <T> @Nullable T first(List<ScenarioFile> files, Function<Study.Varied, @Nullable T> sweep) {
        for (var file : files) {
            var asked = sweep.apply(file.varied());
            if (asked != null) {
                return asked;
            }
        }
        return null;
    }
}
