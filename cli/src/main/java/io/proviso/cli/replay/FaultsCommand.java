package io.proviso.cli.replay;

import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.Json;
import io.proviso.faults.FaultsReport;
import io.proviso.faults.FaultsReport.Reached;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays first-refusal rounds under faults, until a rule is broken or all are played. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Plays first-refusal rounds on the real desk under clocks that jump, crashes, duplicates and races,"
                        + " and checks the rules of a round at every step. A rule broken ends it with exit code 1 and the"
                        + " shortest history found; the same seed always gives the same answer.")
public final class FaultsCommand implements Callable<Integer> {
    private static final long ROUNDS_BETWEEN_SIGNS_OF_LIFE = 1_000_000;
    private static final int MOST_THREADS = 1_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many rounds, at least. Default: ${DEFAULT-VALUE}.")
    private long rounds = 20_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Where to begin; each further four rounds take the next seed. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many play at once; the answer does not depend on it. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON);

    private final Console console;

    public FaultsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new BadInputException("--rounds: " + rounds + " rounds show nothing.\nPlay at least 1.");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new BadInputException("--threads: " + threads + " is out of range\nSay 1 to " + MOST_THREADS + ".");
        }
        if (form.is(Format.TEXT)) {
            return text();
        }
        var report = FaultsPlayed.play(rounds, seed, threads, _ -> {}, this::progress);
        console.out().print(json(report));
        return exitCode(report);
    }

    /** The curve as it is reached: a long run that is stopped has said how far it came. */
    private int text() {
        var out = console.out();
        out.print("       rounds    distinct states\n");
        var report = FaultsPlayed.play(rounds, seed, threads, this::print, this::progress);
        out.print('\n'
                + line("seed", seed)
                + line("rounds", report.rounds())
                + line("commands", report.commands())
                + '\n');
        var failure = report.failure();
        if (failure == null) {
            out.print(
                    isWhole(report)
                            ? "no rule was broken\n"
                            : String.format(
                                    Locale.ROOT, "interrupted before %,d rounds; no rule was broken so far\n", rounds));
        } else {
            out.print("broken: " + failure.broken() + '\n');
            failure.history().forEach(event -> out.print("  " + event + '\n'));
            out.print("again with: " + console.called() + " faults --rounds 1 --seed " + failure.seed() + '\n');
        }
        return exitCode(report);
    }

    private void print(Reached reached) {
        console.out().print(String.format(Locale.ROOT, "%,13d %,18d\n", reached.rounds(), reached.states()));
        console.out().flush();
        if (console.out().isLeft()) {
            Thread.currentThread().interrupt();
        }
    }

    private void progress(Reached reached) {
        if (reached.rounds() % ROUNDS_BETWEEN_SIGNS_OF_LIFE == 0) {
            console.err()
                    .print(String.format(Locale.ROOT, "%,d rounds, %,d states\n", reached.rounds(), reached.states()));
        }
    }

    private int exitCode(FaultsReport report) {
        if (report.failure() == null && console.out().isLeft()) {
            return ExitCode.READER_LEFT;
        }
        return report.failure() == null && isWhole(report) ? ExitCode.ANSWERED : ExitCode.UNEXPECTED;
    }

    private boolean isWhole(FaultsReport report) {
        return report.rounds() >= rounds;
    }

    private static String line(String what, long count) {
        return String.format(Locale.ROOT, "%-9s %,d\n", what, count);
    }

    private String json(FaultsReport report) {
        return Json.object(json -> {
            json.field("seed", seed)
                    .field("rounds", report.rounds())
                    .field("commands", report.commands())
                    .objects(
                            "curve",
                            report.curve(),
                            (each, reached) ->
                                    each.field("rounds", reached.rounds()).field("distinctStates", reached.states()));
            var failure = report.failure();
            if (failure == null) {
                json.field("failure", (String) null);
            } else {
                json.object(
                        "failure",
                        each -> each.field("seed", failure.seed())
                                .field("broken", failure.broken())
                                .field("history", failure.history()));
            }
        });
    }
}
