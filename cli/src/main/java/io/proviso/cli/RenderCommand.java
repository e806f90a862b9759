package io.proviso.cli;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.charts.Chart;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.files.PortfolioArgument;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Times;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.render.ClauseTimeline;
import io.proviso.counsel.render.Rendering;
import io.proviso.counsel.render.RenderingMarkdown;
import io.proviso.counsel.render.RenderingPage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows agreements: the words beside what was made of them. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Shows agreements in two columns: the words, and in plain English what Proviso makes of them.",
        footer = {
            "",
            "Without --as-of every instrument is shown in order of effect; with it, what is in force then.",
            "",
            "  ${ROOT-COMMAND-NAME} render --agreement microsoft-openai --as-of 2025-02-01 > agreement.html"
        })
final class RenderCommand implements Callable<Integer> {
    @Mixin
    private final PortfolioArgument portfolio = new PortfolioArgument();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Option(names = "--agreement", paramLabel = "NAME", description = "Only this one. Default: all.")
    private @Nullable String agreement;

    @Option(names = "--as-of", paramLabel = "T", description = "What was in force then. Default: the whole chain.")
    private @Nullable String asOf;

    @Mixin
    private final FormatOption form = new FormatOption(Format.HTML, Format.MD);

    private final Console console;
    private final InstantSource clock;

    RenderCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var portfolio = this.portfolio.read();
        var times = new Times(portfolio.zone(), clock);
        var problems = new InputProblems();
        var asked = agreement;
        var only = asked == null ? null : problems.read(() -> known(portfolio, asked));
        var day = problems.read(() -> asOf == null ? clock.instant() : times.instant("--as-of", asOf));
        var known = problems.read(() -> knownAt.said(times));
        problems.raiseIfAny();
        var standpoint = new Standpoint(
                new CompiledPortfolio(portfolio),
                day.get(),
                KnownAtOption.of(known.get(), portfolio, day.get(), clock));
        return print(standpoint, only == null ? null : only.get());
    }

    private int print(Standpoint standpoint, @Nullable String agreement) {
        var rendering = asOf == null
                ? Rendering.chain(standpoint, agreement, audience.level())
                : Rendering.inForce(standpoint, agreement, audience.level());
        console.out()
                .print(form.of(Map.of(
                        Format.HTML,
                        () -> RenderingPage.of(rendering, pictures(standpoint, audience.level()), portfolio.before()),
                        Format.MD,
                        () -> portfolio.supposed().sentence() + RenderingMarkdown.of(rendering) + portfolio.unsaid())));
        return ExitCode.ANSWERED;
    }

    private static Map<String, Chart> pictures(Standpoint standpoint, Disclosure audience) {
        var pictures = new LinkedHashMap<String, Chart>();
        for (var each : standpoint.compiled().portfolio().agreements()) {
            var picture = ClauseTimeline.of(standpoint, each, audience);
            if (picture != null) {
                pictures.put(each.name(), picture);
            }
        }
        return pictures;
    }

    private static String known(Portfolio portfolio, String agreement) {
        var known = portfolio.agreements().stream().map(Agreement::name).toList();
        if (!known.contains(agreement)) {
            throw new BadInputException(
                    "--agreement: unknown agreement '" + agreement + "'\n" + Nearest.advice(agreement, known));
        }
        return agreement;
    }
}
