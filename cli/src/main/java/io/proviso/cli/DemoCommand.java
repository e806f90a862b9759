package io.proviso.cli;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.OutputFile;
import io.proviso.cli.output.Reports;
import io.proviso.cli.replay.ScenarioAnswer;
import io.proviso.cli.replay.Scenarios;
import io.proviso.cli.replay.TraceCsv;
import io.proviso.reader.trace.TraceReading;
import io.proviso.replay.queue.SyntheticTrace;
import io.proviso.replay.report.ReportPage;
import io.proviso.replay.study.ScenarioComparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what Proviso does with no data at hand: four rulings, then a replay of synthetic demand. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Asks one question on four days and gets four answers; then replays synthetic demand under the agreements"
                    + " of three of those eras, and writes a page of what came of it.",
            "The last line on stdout is the path of that page."
        })
final class DemoCommand implements Callable<Integer> {
    private static final List<String> QUESTION =
            List.of("act=acquire", "provider=oracle", "workload=research", "capacity=new", "via=azure-platform");
    private static final List<String> DAYS = List.of("2023-06-30", "2024-07-01", "2025-02-01", "2025-11-03");
    /** As many jobs, on as many GPUs kept busy, as the eight clusters that the synthetic trace is shaped like: sixty days. */
    private static final int JOBS = 56_000;

    private static final int BUSY_GPUS = 1_085;
    private static final int SEEDS = 10;
    private static final String SCENARIOS = "examples/scenarios";

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the page goes. Default: target/demo where Proviso lies, or a temporary directory.")
    private @Nullable Path report;

    @Option(
            names = "--write-trace",
            paramLabel = "FILE",
            description = "Also writes the synthetic jobs there, as a trace that 'replay' reads.")
    private @Nullable Path writeTrace;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    private final Console console;
    private final InstantSource clock;

    DemoCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var problems = new InputProblems();
        var place = problems.read(() -> Reports.page(report == null ? directory() : report));
        var jobs = writeTrace;
        var csv = jobs == null ? null : problems.read(() -> OutputFile.tried("--write-trace", jobs));
        problems.raiseIfAny();
        var page = place.get();
        ask(Portfolios.read(null));
        var files = Scenarios.read(Portfolios.home().resolve(SCENARIOS));
        var reading = new TraceReading(new SyntheticTrace(JOBS, BUSY_GPUS, 1, seed).generate(), List.of(), List.of());
        if (csv != null) {
            csv.get().write(TraceCsv.of(reading.trace()));
        }
        var out = console.out();
        out.println();
        out.println(String.format(
                Locale.ROOT, "Replaying %,d synthetic jobs under the agreements of three eras (%s):", JOBS, SCENARIOS));
        out.println();
        out.flush();
        var seeds = new ScenarioComparison.Seeds(seed, SEEDS);
        var comparison = Scenarios.compare(files, reading.trace(), seeds, console, clock);
        page.write(ReportPage.of(comparison, Reports.inputs(files, reading, List.of())));
        out.print(new ScenarioAnswer(comparison, reading).text());
        out.println();
        out.println("The page with the pictures:");
        out.println(page.path().toString());
        return ExitCode.ANSWERED;
    }

    private void ask(Portfolio portfolio) {
        var rulings = Rulings.of(portfolio);
        var question = QuestionReader.read(portfolio, QUESTION, List.of());
        console.out().println("One question, asked of four days: what is the answer, and by which clause?");
        console.out().println();
        console.out().println("  " + console.called() + " ask " + String.join(" ", QUESTION));
        console.out().println();
        for (var day : DAYS) {
            var at = LocalDate.parse(day).atStartOfDay(portfolio.zone()).toInstant();
            var ruling = rulings.rule(question, at, portfolio.latestRecorded());
            console.out().println(String.format(Locale.ROOT, "%s  %-12s  %s", day, ruling.outcome(), because(ruling)));
        }
    }

    /** What decided, in a line or two; the whole ruling is what {@code proviso ask} prints. */
    private static String because(Ruling ruling) {
        var lines = ruling.deciding().stream()
                .map(cited -> cited.clause().clause() + ": " + cited.words().says())
                .distinct()
                .limit(2)
                .collect(Collectors.joining("\n" + " ".repeat(26)));
        return lines.isEmpty() ? silence(ruling) : lines;
    }

    private static String silence(Ruling ruling) {
        var agreements = ruling.silent().stream()
                .flatMap(silent -> Stream.ofNullable(silent.agreement()))
                .toList();
        return agreements.isEmpty()
                ? "the silence rule of the portfolio"
                : "no clause in force stands against it; silence, as " + agreements.getFirst()
                        + (agreements.size() == 1
                                ? " says"
                                : " and " + (agreements.size() - 1) + " more agreements say");
    }

    private static Path directory() {
        var target = Portfolios.home().resolve("target");
        try {
            return Files.isWritable(Portfolios.home())
                    ? target.resolve("demo")
                    : Files.createTempDirectory("proviso-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
