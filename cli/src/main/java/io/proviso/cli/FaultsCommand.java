package io.proviso.cli;

import io.proviso.replay.FaultsReport;
import io.proviso.replay.FaultsSimulation;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays first-refusal rounds under faults, until a rule is broken or all are played. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Plays first-refusal rounds on the real desk under clocks that jump, crashes, duplicates and races, and"
                        + " checks the rules of a round at every step. A rule broken ends it with exit code 1 and the shortest"
                        + " history found; the same seed always gives the same answer.")
final class FaultsCommand implements Callable<Integer> {
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
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    private final Console console;

    FaultsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new BadInputException("--rounds: " + rounds + " rounds show nothing.\nPlay at least 1.");
        }
        var report = new FaultsSimulation().run(rounds, seed, _ -> {});
        console.out()
                .print(
                        switch (format) {
                            case TEXT -> text(report);
                            case JSON -> json(report);
                        });
        return report.failure() == null ? ExitCode.ANSWERED : ExitCode.UNEXPECTED;
    }

    private String text(FaultsReport report) {
        var text = new StringBuilder();
        text.append(line("rounds", report.rounds()))
                .append(line("commands", report.commands()))
                .append("\n       rounds    distinct states\n");
        for (var reached : report.curve()) {
            text.append(String.format(Locale.ROOT, "%,13d %,18d%n", reached.rounds(), reached.states()));
        }
        var failure = report.failure();
        if (failure == null) {
            return text.append("\nno rule was broken\n").toString();
        }
        text.append("\nbroken: ").append(failure.broken()).append('\n');
        failure.history().forEach(event -> text.append("  ").append(event).append('\n'));
        return text.append("again with: proviso faults --rounds 1 --seed ")
                .append(failure.seed())
                .append('\n')
                .toString();
    }

    private static String line(String what, long count) {
        return String.format(Locale.ROOT, "%-9s %,d%n", what, count);
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
            if (failure != null) {
                json.object(
                        "failure",
                        each -> each.field("seed", failure.seed())
                                .field("broken", failure.broken())
                                .field("history", failure.history()));
            }
        });
    }
}
