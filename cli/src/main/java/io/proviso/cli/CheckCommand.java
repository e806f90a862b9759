package io.proviso.cli;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.calendar.Window;
import io.proviso.cli.files.PortfolioArgument;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Times;
import io.proviso.cli.output.VerboseOption;
import io.proviso.cli.questions.FindingReport;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.check.Finding;
import io.proviso.counsel.check.FindingsInBrief;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.counsel.english.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks through a portfolio for what people overlook. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks a portfolio for contradictions, gaps, clauses without effect, rights in each other's way and"
                        + " late records.",
        footer = {
            "",
            "With -v every finding comes with a question that shows it; paste it after '${ROOT-COMMAND-NAME} ask'."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final PortfolioArgument portfolio = new PortfolioArgument();

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Option(
            names = "--lead-time",
            paramLabel = "WINDOW",
            description =
                    "Also finds response windows longer than this: \"6 days\", \"10 business days\", \"72 hours\".")
    private @Nullable String leadTime;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "From when the age of the newest paper is told; findings are over all time. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String asOf = "now";

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.CSV, Format.MD, Format.HTML);

    @Option(names = "--exit-code", description = "Exit with 3 if anything is found.")
    private boolean exitCode;

    private final Console console;
    private final InstantSource clock;

    CheckCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var problems = new InputProblems();
        var read = problems.read(this.portfolio::read);
        var asked = leadTime;
        var wait = asked == null ? null : problems.read(() -> window(asked));
        problems.raiseIfAny();
        var portfolio = read.get();
        var instant = problems.read(() -> new Times(portfolio.zone(), clock).instant("--as-of", asOf));
        problems.raiseIfAny();
        var compiled = new CompiledPortfolio(portfolio);
        var findings = PortfolioCheck.of(compiled, wait == null ? null : wait.get());
        var newest = new Standpoint(compiled, instant.get(), portfolio.latestRecorded()).newestPaper();
        this.portfolio.supposed().tellBeside(form, console.err());
        console.out().print(written(findings, portfolio, newest));
        return exitCode && !findings.isEmpty() ? ExitCode.FOUND : ExitCode.ANSWERED;
    }

    private String written(List<Finding> findings, Portfolio of, @Nullable String newest) {
        var supposed = portfolio.supposed();
        var age = newest == null ? "" : newest + "\n";
        return form.of(Map.of(
                Format.TEXT,
                () -> supposed.sentence()
                        + (verbose.isSet()
                                ? FindingReport.text(findings, of, words -> asked(console.called(), words))
                                        + age
                                        + portfolio.unsaid()
                                : FindingsInBrief.of(findings, of.name(), of.zone(), newest)
                                        + portfolio.unsaidInBrief()),
                Format.JSON,
                () -> FindingReport.json(findings, of, newest, supposed),
                Format.CSV,
                () -> FindingReport.table(findings, of.zone()).csv(),
                Format.MD,
                () -> page(findings, of, newest).markdown(),
                Format.HTML,
                () -> page(findings, of, newest).html()));
    }

    private Page page(List<Finding> findings, Portfolio of, @Nullable String newest) {
        return FindingReport.page(findings, of, newest, words -> asked(Console.NAME, words))
                .after(portfolio.before());
    }

    /** The command that puts a question to the same portfolio. */
    private String asked(String called, String words) {
        return called + " ask " + words + portfolio.option();
    }

    private static Window window(String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new BadInputException("--lead-time: " + unreadable.getMessage());
        }
    }
}
