package io.proviso.cli;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.charts.Chart;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.files.PortfolioArgument;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.OutputFile;
import io.proviso.cli.output.Times;
import io.proviso.cli.questions.OutlookJson;
import io.proviso.counsel.outlook.Needs;
import io.proviso.counsel.outlook.Outlook;
import io.proviso.counsel.outlook.OutlookChart;
import io.proviso.counsel.outlook.OutlookText;
import io.proviso.reader.NeedsReader;
import io.proviso.reader.yaml.BadFiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells of each need when it can lawfully be met, what holds that up, and what is missing until then. */
@Command(
        name = "outlook",
        mixinStandardHelpOptions = true,
        description = {
            "Tells of each need of needs.yaml the earliest lawful day, what binds it, by when a notice must be received,"
                    + " and what it would take to be on time; and what is missing week by week.",
            "Capacity is reserved by a step 'signed' in a round on record, for the need that the round's request names."
        },
        footer = {"", "  ${ROOT-COMMAND-NAME} outlook examples/two-neoclouds --as-of 2026-03-02 --picture outlook.svg"})
final class OutlookCommand implements Callable<Integer> {
    @Mixin
    private final PortfolioArgument portfolio = new PortfolioArgument();

    @Option(
            names = "--needs",
            paramLabel = "FILE",
            description = "Default: needs.yaml in the directory of the portfolio.")
    private @Nullable Path needs;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "From when to look. Default: ${DEFAULT-VALUE}.")
    private String asOf = "now";

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Option(names = "--picture", paramLabel = "FILE", description = "Draws wanted against reserved (SVG).")
    private @Nullable Path picture;

    @Option(names = "--weeks", description = "With -o csv: the rows are weeks, not needs.")
    private boolean weeks;

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.CSV);

    private final Console console;
    private final InstantSource clock;

    OutlookCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var read = portfolio.read();
        var problems = new InputProblems();
        var times = new Times(read.zone(), clock);
        var from = problems.read(() -> times.instant("--as-of", asOf));
        var known = problems.read(() -> knownAt.said(times));
        var wanted = problems.read(() -> needs(read));
        var drawn = picture;
        var svg = drawn == null ? null : problems.read(() -> picture(drawn));
        if (weeks && !form.is(Format.CSV)) {
            problems.add("--weeks: only a table has rows\nSay -o csv too; text and JSON tell the weeks anyway.");
        }
        problems.raiseIfAny();
        var outlook = Outlook.of(
                new CompiledPortfolio(read),
                wanted.get(),
                from.get(),
                KnownAtOption.of(known.get(), read, from.get(), clock),
                audience.level());
        if (svg != null) {
            svg.get().write(OutlookChart.of(outlook).image(Chart.WIDE));
        }
        portfolio.supposed().tellBeside(form, console.err());
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT,
                        () -> portfolio.supposed().sentence() + OutlookText.of(outlook) + portfolio.unsaidInBrief(),
                        Format.JSON,
                        () -> OutlookJson.of(outlook, portfolio.supposed()),
                        Format.CSV,
                        () -> (weeks ? OutlookText.weeks(outlook) : OutlookText.needs(outlook)).csv())));
        return ExitCode.ANSWERED;
    }

    private static OutputFile picture(Path file) {
        if (!file.toString().endsWith(".svg")) {
            throw new BadInputException(
                    "--picture: '" + file + "' is no name of a picture\nName a file that ends in .svg.");
        }
        return OutputFile.tried("--picture", file);
    }

    private Needs needs(Portfolio read) {
        var file = Objects.requireNonNullElseGet(
                needs, () -> Portfolios.directory(portfolio.directory()).resolve("needs.yaml"));
        try {
            return NeedsReader.read(file, read);
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }
}
