package io.proviso.cli;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.files.PortfolioArgument;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.Times;
import io.proviso.cli.output.VerboseOption;
import io.proviso.cli.questions.ObligationsJson;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.due.ICalendar;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.ObligationsTable;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.english.Page;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the days on which something of an agreement falls due. */
@Command(
        name = "obligations",
        mixinStandardHelpOptions = true,
        description =
                "Lists what falls due, whose it is and how it stands: ends of clauses, last days for notices and options, covenant tests and cures,"
                        + " commitments with their ramps, milestones. Then what each commitment is worth: firm against"
                        + " headline; and what consents with a limit still cover.",
        footer = {"", "  ${ROOT-COMMAND-NAME} obligations --from 2026-01-01 --to 2031-01-01 -o ics > obligations.ics"})
final class ObligationsCommand implements Callable<Integer> {
    @Mixin
    private final PortfolioArgument portfolio = new PortfolioArgument();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Option(names = "--from", paramLabel = "T", defaultValue = "now", description = "Default: ${DEFAULT-VALUE}.")
    private String from = "now";

    @Option(
            names = "--since",
            paramLabel = "T",
            description =
                    "Also what had its day since then, however it stands. Default: a year before, what is overdue.")
    private @Nullable String since;

    @Option(names = "--to", paramLabel = "T", required = true, description = "The first moment that is left out.")
    private String to = "";

    @Mixin
    private final FormatOption form =
            new FormatOption(Format.TEXT, Format.JSON, Format.CSV, Format.ICS, Format.MD, Format.HTML);

    private final Console console;
    private final InstantSource clock;

    ObligationsCommand(Console console, InstantSource clock) {
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
        var said = since;
        var back = said == null ? null : problems.read(() -> times.instant("--since", said));
        problems.raiseIfAny();
        var seen = new Standpoint(
                new CompiledPortfolio(portfolio),
                span.get().from(),
                KnownAtOption.of(known.get(), portfolio, span.get().from(), clock));
        var obligations = (back == null
                        ? Obligations.until(seen, span.get().to())
                        : Obligations.since(back.get(), seen, span.get().to()))
                .disclosedTo(audience.level(), portfolio);
        this.portfolio.supposed().tellBeside(form, console.err());
        if (form.is(Format.CSV) && obligations.withheld() > 0) {
            console.err().println("proviso obligations: " + ObligationsText.leftOut(obligations.withheld()));
        }
        console.out().print(written(obligations));
        return ExitCode.ANSWERED;
    }

    private String written(Obligations obligations) {
        var supposed = portfolio.supposed().sentence();
        return form.of(Map.of(
                Format.TEXT,
                () -> supposed
                        + (verbose.isSet()
                                ? ObligationsText.of(obligations) + portfolio.unsaid()
                                : ObligationsText.brief(obligations) + portfolio.unsaidInBrief()),
                Format.JSON,
                () -> json(obligations),
                Format.CSV,
                () -> ObligationsTable.of(obligations).csv(),
                Format.ICS,
                () -> ICalendar.of(obligations),
                Format.MD,
                () -> page(obligations).markdown(),
                Format.HTML,
                () -> page(obligations).html()));
    }

    private Page page(Obligations obligations) {
        return ObligationsText.page(obligations).after(portfolio.before());
    }

    private String json(Obligations obligations) {
        return Json.object(json -> {
            portfolio.supposed().write(json);
            ObligationsJson.write(json, obligations);
        });
    }
}
