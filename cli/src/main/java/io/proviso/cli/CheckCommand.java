package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Portfolio;
import io.proviso.calendar.Window;
import io.proviso.counsel.Finding;
import io.proviso.counsel.FindingsInBrief;
import io.proviso.counsel.Page;
import io.proviso.counsel.PortfolioCheck;
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
        footer = {"", "With -v every finding comes with a question that shows it; paste it after 'proviso ask'."})
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

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.CSV, Format.MD, Format.HTML);

    @Option(names = "--exit-code", description = "Exit with 3 if anything is found.")
    private boolean exitCode;

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var problems = new InputProblems();
        var read = problems.read(this.portfolio::read);
        var asked = leadTime;
        var wait = asked == null ? null : problems.read(() -> window(asked));
        problems.raiseIfAny();
        var portfolio = read.get();
        var findings = PortfolioCheck.of(new CompiledPortfolio(portfolio), wait == null ? null : wait.get());
        this.portfolio.supposed().tellBeside(form, console.err());
        console.out().print(written(findings, portfolio));
        return exitCode && !findings.isEmpty() ? ExitCode.FOUND : ExitCode.ANSWERED;
    }

    private String written(List<Finding> findings, Portfolio of) {
        var supposed = portfolio.supposed();
        return form.of(Map.of(
                Format.TEXT,
                () -> supposed.sentence()
                        + (verbose.isSet()
                                ? FindingReport.text(findings, of, portfolio.option()) + portfolio.unsaid()
                                : FindingsInBrief.of(findings, of.name(), of.zone()) + portfolio.unsaidInBrief()),
                Format.JSON,
                () -> FindingReport.json(findings, of, supposed),
                Format.CSV,
                () -> FindingReport.table(findings, of.zone()).csv(),
                Format.MD,
                () -> page(findings, of).markdown(),
                Format.HTML,
                () -> page(findings, of).html()));
    }

    private Page page(List<Finding> findings, Portfolio of) {
        return FindingReport.page(findings, of, portfolio.option()).after(portfolio.before());
    }

    private static Window window(String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new BadInputException("--lead-time: " + unreadable.getMessage());
        }
    }
}
