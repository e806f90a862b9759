package io.proviso.cli;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.files.PortfolioArgument;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Times;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.notice.Memo;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes one page on a time: what changed, what binds, what is owed, what to look into. */
@Command(
        name = "memo",
        mixinStandardHelpOptions = true,
        description = "Writes one page: what changed between two days, what binds on the second, what is owed in the"
                + " year after it, and what to look into. For internal eyes.",
        footer = {"", "  ${ROOT-COMMAND-NAME} memo --from 2025-01-20 --to 2025-11-04 -o html > memo.html"})
final class MemoCommand implements Callable<Integer> {
    @Mixin
    private final PortfolioArgument portfolio = new PortfolioArgument();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Option(names = "--from", paramLabel = "T", required = true, description = "The first day.")
    private String from = "";

    @Option(names = "--to", paramLabel = "T", defaultValue = "now", description = "The second. Default: now.")
    private String to = "now";

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.MD, Format.HTML);

    private final Console console;
    private final InstantSource clock;

    MemoCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var portfolio = this.portfolio.read();
        var times = new Times(portfolio.zone(), clock);
        var problems = new InputProblems();
        var span = problems.read(() -> times.span(from, to));
        var known = problems.read(() -> knownAt.said(times));
        problems.raiseIfAny();
        var compiled = new CompiledPortfolio(portfolio);
        var told = KnownAtOption.of(known.get(), portfolio, span.get().to(), clock);
        var memo = Memo.between(
                new Standpoint(compiled, span.get().from(), told),
                new Standpoint(compiled, span.get().to(), told));
        var supposed = this.portfolio.supposed();
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT,
                        () -> supposed.sentence() + memo.text(),
                        Format.MD,
                        () -> supposed.sentence() + memo.markdown(),
                        Format.HTML,
                        () -> memo.supposing(supposed.sentence()).page())));
        return ExitCode.ANSWERED;
    }
}
