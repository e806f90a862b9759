package io.proviso.cli;

import io.proviso.agreement.Nearest;
import io.proviso.reader.TraceReader;
import io.proviso.reader.TraceReading;
import io.proviso.reader.UnreadableTraceException;
import io.proviso.replay.Discipline;
import io.proviso.replay.PlainReplay;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays real demand. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays traces of jobs through one queue over a pool of GPUs.",
            "Several traces are merged by time of submission. A job takes all its GPUs at once and keeps them until it"
                    + " ends. Rows that hold no job and jobs larger than the pool are left out and named."
        },
        footer = {"", "  proviso replay --trace cluster01.csv --pool 128 --discipline fifo-skip"})
final class ReplayCommand implements Callable<Integer> {
    private static final int JOBS_BETWEEN_REPORTS = 1 << 14;

    @Option(
            names = "--trace",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file, one job a row: Microsoft's clusters or Philly, told by the header. Repeatable.")
    private List<Path> traces = List.of();

    @Option(names = "--pool", required = true, paramLabel = "N", description = "GPUs of the pool.")
    private String pool = "";

    @Option(
            names = "--discipline",
            paramLabel = "NAME",
            defaultValue = "fifo",
            description = "fifo: the oldest job blocks those behind it; fifo-skip: whatever fits starts, oldest first;"
                    + " sjf: the shortest first. Default: ${DEFAULT-VALUE}.")
    private String discipline = "fifo";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    private final Console console;
    private final InstantSource clock;

    ReplayCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var problems = new InputProblems();
        var gpus = problems.read(() -> gpus(pool));
        var order = problems.read(() -> discipline(discipline));
        var reading = problems.read(() -> read(traces));
        problems.raiseIfAny();
        var answer = new PlainReplayAnswer(
                reading.get(), gpus.get(), order.get(), replay(reading.get(), gpus.get(), order.get()));
        console.out()
                .print(
                        switch (format) {
                            case TEXT -> answer.text();
                            case JSON -> answer.json();
                        });
        return ExitCode.ANSWERED;
    }

    private PlainReplay replay(TraceReading reading, int gpus, Discipline order) {
        var trace = reading.trace();
        try (var progress = new Progress(console, clock, "replaying", trace.size(), "jobs")) {
            return PlainReplay.run(trace, gpus, order, job -> {
                if (job % JOBS_BETWEEN_REPORTS == 0) {
                    progress.done(job);
                }
            });
        }
    }

    private static TraceReading read(List<Path> files) {
        try {
            return TraceReader.read(files);
        } catch (UnreadableTraceException unreadable) {
            throw new BadInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static int gpus(String text) {
        try {
            int gpus = Integer.parseInt(text);
            if (gpus >= 1) {
                return gpus;
            }
        } catch (NumberFormatException notWhole) {
            // Told with the number that is too small.
        }
        throw new BadInputException("--pool: '" + text + "' is not a number of GPUs\nSay a whole number from 1 to "
                + Integer.MAX_VALUE + ".");
    }

    private static Discipline discipline(String word) {
        return Arrays.stream(Discipline.values())
                .filter(discipline -> discipline.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--discipline: unknown discipline '" + word + "'\n"
                        + Nearest.advice(
                                word,
                                Arrays.stream(Discipline.values())
                                        .map(Discipline::word)
                                        .toList())));
    }
}
