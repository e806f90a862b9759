package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Portfolio;
import io.proviso.counsel.Comparison;
import io.proviso.counsel.ComparisonText;
import io.proviso.counsel.Standpoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what differs between two portfolios, two days, or two states of knowledge. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells which questions change their answer, and which clauses and obligations come and go.",
        footer = {
            "",
            "Give two portfolios, or --as-of twice, or --known-at twice; what is given once holds for both sides.",
            "",
            "  proviso diff --as-of 2025-01-20 --as-of 2025-01-21",
            "  proviso diff portfolio portfolio-with-draft --as-of 2027-01-01 --exit-code"
        })
final class DiffCommand implements Callable<Integer> {
    /** The forms of the answer. */
    enum Form {
        TEXT,
        MD,
        JSON
    }

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Parameters(
            arity = "0..2",
            paramLabel = "PORTFOLIO",
            description = "One or two directories. Default: the example that ships with Proviso.")
    private List<Path> directories = List.of();

    @Option(names = "--as-of", paramLabel = "T", description = "What was in force then; once or twice. Default: now.")
    private List<String> asOf = List.of();

    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "What was on record then; once or twice. Default: all that is on record.")
    private List<String> knownAt = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md or json. Default: text.")
    private Form form = Form.TEXT;

    @Option(names = "--exit-code", description = "Exit with 4 if anything differs.")
    private boolean exitCode;

    private final Console console;
    private final InstantSource clock;

    DiffCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        atMostTwice("--as-of", asOf);
        atMostTwice("--known-at", knownAt);
        if (directories.size() < 2 && asOf.size() < 2 && knownAt.size() < 2) {
            throw new BadInputException("proviso diff: both sides are the same\n"
                    + "Give two portfolios, or --as-of twice, or --known-at twice.");
        }
        var before = Portfolios.read(directories.isEmpty() ? null : directories.getFirst());
        var after = directories.size() < 2 ? before : Portfolios.read(directories.getLast());
        var comparison = Comparison.of(standpoint(before, false), standpoint(after, true));
        console.out()
                .print(
                        switch (form) {
                            case TEXT -> new ComparisonText(comparison, audience.level()).text();
                            case MD -> new ComparisonText(comparison, audience.level()).markdown();
                            case JSON -> ComparisonJson.of(comparison);
                        });
        return exitCode && !comparison.isEmpty() ? ExitCode.DIFFERENT : ExitCode.ANSWERED;
    }

    private Standpoint standpoint(Portfolio portfolio, boolean last) {
        var times = new Times(portfolio.zone(), clock);
        return new Standpoint(
                new CompiledPortfolio(portfolio),
                asOf.isEmpty() ? clock.instant() : times.instant("--as-of", last ? asOf.getLast() : asOf.getFirst()),
                knownAt.isEmpty()
                        ? portfolio.latestRecorded()
                        : times.instant("--known-at", last ? knownAt.getLast() : knownAt.getFirst()));
    }

    private static void atMostTwice(String option, List<String> values) {
        if (values.size() > 2) {
            throw new BadInputException(option + ": it is given " + values.size()
                    + " times\nA comparison has two sides; give it once or twice.");
        }
    }
}
