package io.proviso.cli;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.files.Supposed;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Times;
import io.proviso.cli.output.VerboseOption;
import io.proviso.cli.questions.ComparisonJson;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.compare.ComparisonText;
import io.proviso.counsel.compare.PortfolioDiff;
import io.proviso.counsel.english.Page;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            "--without and --with hold for the second side, and make one by themselves.",
            "",
            "  ${ROOT-COMMAND-NAME} diff --as-of 2025-01-20 --as-of 2025-01-21",
            "  ${ROOT-COMMAND-NAME} diff portfolio portfolio-with-draft --as-of 2027-01-01 --exit-code"
        })
final class DiffCommand implements Callable<Integer> {
    /** Of the second side alone, so that a supposition can be compared with what is. */
    @Mixin
    private final Supposed supposed = new Supposed();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Parameters(paramLabel = "PORTFOLIO", description = "One or two directories. Default: " + Portfolios.DEFAULT)
    private List<Path> directories = List.of();

    @Option(
            names = "--portfolio",
            paramLabel = "DIR",
            description = "The same as one PORTFOLIO: both sides are looked at in it.")
    private @Nullable Path option;

    @Option(names = "--as-of", paramLabel = "T", description = "What was in force then; once or twice. Default: now.")
    private List<String> asOf = List.of();

    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "What was on record then; once or twice. Default: all that is on record.")
    private List<String> knownAt = List.of();

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.MD, Format.HTML);

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
        var problems = new InputProblems();
        requireTwoSides(problems);
        var sides = option == null ? directories : List.of(option);
        var first = problems.read(() -> Portfolios.read(sides.isEmpty() ? null : sides.getFirst()));
        var second = sides.size() < 2 && supposed.isNothing()
                ? first
                : problems.read(() -> supposed.read(sides.isEmpty() ? null : sides.getLast()));
        problems.raiseIfAny();
        // Read once, so that both sides mean the same by now.
        var now = InstantSource.fixed(clock.instant());
        var before = standpoint(first.get(), now, first(asOf), first(knownAt), problems);
        var after = standpoint(second.get(), now, last(asOf), last(knownAt), problems);
        problems.raiseIfAny();
        return print(PortfolioDiff.of(before.get(), after.get()));
    }

    private void requireTwoSides(InputProblems problems) {
        if (option != null && !directories.isEmpty()) {
            problems.add("--portfolio: '" + option + "' and the argument '" + directories.getFirst()
                    + "' both name a portfolio\nGive one of them.");
        }
        atMostTwice("PORTFOLIO", directories, problems);
        atMostTwice("--as-of", asOf, problems);
        atMostTwice("--known-at", knownAt, problems);
        if (directories.size() < 2 && asOf.size() < 2 && knownAt.size() < 2 && supposed.isNothing()) {
            problems.add("proviso diff: both sides are the same\n"
                    + "Give two portfolios, or --as-of twice, or --known-at twice, or --without a clause.");
        }
    }

    private static void atMostTwice(String what, List<?> values, InputProblems problems) {
        if (values.size() > 2) {
            problems.add(what + ": it is given " + values.size()
                    + " times\nA comparison has two sides; give it once or twice.");
        }
    }

    /** One of the sides, with its own value of an option that is given twice. */
    private static Supplier<Standpoint> standpoint(
            Portfolio portfolio,
            InstantSource now,
            @Nullable String asOf,
            @Nullable String knownAt,
            InputProblems problems) {
        var times = new Times(portfolio.zone(), now);
        var day = problems.read(() -> asOf == null ? now.instant() : times.instant("--as-of", asOf));
        var known = problems.read(
                () -> knownAt == null ? portfolio.latestRecorded() : times.instant("--known-at", knownAt));
        return () -> new Standpoint(new CompiledPortfolio(portfolio), day.get(), known.get());
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    private static @Nullable String last(List<String> values) {
        return values.isEmpty() ? null : values.getLast();
    }

    private @Nullable Path named() {
        return option != null ? option : directories.isEmpty() ? null : directories.getFirst();
    }

    private String afterwards() {
        return supposed.isNothing() ? "" : "The second side is supposed. " + supposed.sentence();
    }

    private Page page(ComparisonText text) {
        var before = new ArrayList<String>();
        if (!supposed.isNothing()) {
            before.add(afterwards().strip());
        }
        if (named() == null) {
            before.add(Portfolios.whose(null));
        }
        return text.page().after(before);
    }

    private String text(ComparisonText text) {
        var said = afterwards();
        return said
                + (said.isEmpty() ? "" : "\n")
                + (verbose.isSet()
                        ? text.text() + Portfolios.unsaid(named())
                        : text.brief() + Portfolios.unsaidInBrief(named()));
    }

    private int print(PortfolioDiff comparison) {
        var text = new ComparisonText(comparison, audience.level());
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT,
                        () -> text(text),
                        Format.JSON,
                        () -> ComparisonJson.of(comparison, audience.level(), supposed),
                        Format.MD,
                        () -> page(text).markdown(),
                        Format.HTML,
                        () -> page(text).html())));
        return exitCode && !comparison.isEmpty() ? ExitCode.DIFFERENT : ExitCode.ANSWERED;
    }
}
