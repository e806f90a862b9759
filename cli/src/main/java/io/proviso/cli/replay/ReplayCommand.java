package io.proviso.cli.replay;

import io.proviso.agreement.Nearest;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.ProgressLine;
import io.proviso.cli.output.Reports;
import io.proviso.reader.trace.TraceReader;
import io.proviso.reader.trace.TraceReading;
import io.proviso.reader.trace.UnreadableTraceException;
import io.proviso.replay.queue.Discipline;
import io.proviso.replay.queue.PlainReplay;
import io.proviso.replay.report.ReportPage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays real demand. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays traces of jobs: under scenarios, whose agreements decide what capacity there is, or through one"
                    + " queue over a pool that stays as it is.",
            "Several traces are merged by time of submission. A job takes all its GPUs at once and keeps them until it"
                    + " ends. Rows that hold no job and jobs that no capacity could hold are left out and named."
        },
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} replay examples/scenarios --trace cluster01.csv --report report",
            "  ${ROOT-COMMAND-NAME} replay --trace cluster01.csv --pool 128 --discipline fifo-skip"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int JOBS_BETWEEN_REPORTS = 1 << 14;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIOS",
            description = "A scenario file, or a directory of them. Without it: one pool under no agreement.")
    private @Nullable Path scenarios;

    @Option(
            names = "--trace",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file, one job a row: Microsoft's clusters or Philly, told by the header. Repeatable.")
    private List<Path> traces = List.of();

    @Option(names = "--pool", paramLabel = "N", description = "Without scenarios: GPUs of the pool.")
    private @Nullable String pool;

    @Option(
            names = "--discipline",
            paramLabel = "NAME",
            description = "Without scenarios: fifo: the oldest job blocks those behind it; fifo-skip: whatever fits"
                    + " starts, oldest first; sjf: the shortest first. Default: fifo.")
    private @Nullable String discipline;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "With scenarios: writes DIR/index.html, a page that needs nothing else.")
    private @Nullable Path report;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "With scenarios: of the random numbers by which holders answer and providers bid. Default: 1.")
    private @Nullable Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "With scenarios: how many seeds, from that one on, the intervals rest on. Default: 20.")
    private @Nullable Integer seeds;

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.CSV);

    private final Console console;
    private final InstantSource clock;

    public ReplayCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return scenarios == null ? replayPool() : replayScenarios(scenarios);
    }

    private int replayPool() {
        var problems = new InputProblems();
        problems.read(() -> refuse("without scenarios", "--report", report, "--seed", seed, "--seeds", seeds));
        var gpus = problems.read(() -> gpus(pool));
        var order = problems.read(() -> discipline(discipline == null ? Discipline.FIFO.word() : discipline));
        var reading = problems.read(() -> read(traces));
        problems.raiseIfAny();
        var replay = replay(reading.get(), gpus.get(), order.get());
        NoJob.refuse(reading.get(), replay.summary().jobs(), replay.tooLarge(), "the pool of " + gpus.get() + " GPUs");
        var answer = new PlainReplayAnswer(reading.get(), gpus.get(), order.get(), replay);
        tellBeside(answer.leftOut());
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT, answer::text,
                        Format.JSON, answer::json,
                        Format.CSV, () -> answer.table().csv())));
        return ExitCode.ANSWERED;
    }

    private int replayScenarios(Path path) {
        var problems = new InputProblems();
        problems.read(() -> refuse("with scenarios", "--pool", pool, "--discipline", discipline));
        var files = problems.read(() -> Scenarios.read(path));
        if (problems.isEmpty()) {
            Scenarios.cases(files.get());
        }
        var reading = problems.read(() -> read(traces));
        var drawn = problems.read(() -> Scenarios.seeds(seed, seeds));
        var directory = report;
        var page = directory == null ? null : problems.read(() -> Reports.page(directory));
        problems.raiseIfAny();
        var comparison = Scenarios.compare(files.get(), reading.get().trace(), drawn.get(), console, clock);
        Scenarios.refuseNoJob(comparison, reading.get());
        if (page != null) {
            page.get().write(ReportPage.of(comparison, Reports.inputs(files.get(), reading.get(), traces)));
        }
        var answer = new ScenarioAnswer(comparison, reading.get());
        var written = page == null ? "" : "\nreport: " + page.get().path() + "\n";
        tellBeside(answer.leftOut());
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT, () -> answer.text() + written,
                        Format.JSON, answer::json,
                        Format.CSV, () -> answer.table().csv())));
        return ExitCode.ANSWERED;
    }

    /** What a table of figures has no place for. */
    private void tellBeside(String leftOut) {
        if (form.is(Format.CSV)) {
            console.err().print(leftOut.stripLeading());
        }
    }

    /** Options that mean nothing in this form, as pairs of name and value. */
    private static boolean refuse(String form, @Nullable Object... options) {
        var given = new ArrayList<String>();
        for (int i = 0; i < options.length; i += 2) {
            if (options[i + 1] != null) {
                given.add(String.valueOf(options[i]));
            }
        }
        if (!given.isEmpty()) {
            throw new BadInputException(String.join(", ", given) + ": this means nothing " + form
                    + "\nName scenarios to replay under agreements, or --pool to replay under none.");
        }
        return true;
    }

    private PlainReplay replay(TraceReading reading, int gpus, Discipline order) {
        var trace = reading.trace();
        try (var progress = new ProgressLine(console, clock, "replaying", trace.size(), "jobs")) {
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

    private static int gpus(@Nullable String text) {
        if (text == null) {
            throw new BadInputException(
                    "there is nothing to replay on\nName scenarios, for example examples/scenarios, or --pool N.");
        }
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
