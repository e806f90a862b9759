package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.counsel.Exposure;
import io.proviso.counsel.ICalendar;
import io.proviso.counsel.Obligations;
import io.proviso.counsel.ObligationsTable;
import io.proviso.counsel.ObligationsText;
import io.proviso.counsel.Page;
import io.proviso.counsel.Payment;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.Total;
import io.proviso.units.EnumWord;
import io.proviso.units.Money;
import java.io.IOException;
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
                "Lists what falls due: ends of clauses, last days for notices and options, covenant tests and cures,"
                        + " commitments with their ramps, milestones. Then what each commitment is worth: firm against"
                        + " headline.",
        footer = {"", "  proviso obligations --from 2026-01-01 --to 2031-01-01 -o ics > obligations.ics"})
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
        var start = problems.read(() -> times.instant("--from", from));
        var end = problems.read(() -> times.instant("--to", to));
        var known = problems.read(() -> knownAt.of(portfolio, times));
        problems.raiseIfAny();
        if (!end.get().isAfter(start.get())) {
            throw new BadInputException("--to: '" + to + "' is not after --from '" + from
                    + "'\nSay --from FROM --to TO with TO after FROM.");
        }
        var obligations = Obligations.until(
                        new Standpoint(new CompiledPortfolio(portfolio), start.get(), known.get()), end.get())
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
            json.field("knownAt", obligations.knownAt())
                    .field("newestPaper", obligations.newest())
                    .field("withheld", obligations.withheld())
                    .objects(
                            "obligations",
                            obligations.all(),
                            (each, one) -> UnlistedJson.write(
                                    each.field(
                                                    "day",
                                                    one.day() == null
                                                            ? null
                                                            : one.day().toString())
                                            .field("kind", EnumWord.of(one.kind()))
                                            .field("agreement", one.clause().agreement())
                                            .field("clause", one.clause().clause())
                                            .field("occurrence", one.occurrence())
                                            .field("what", one.what())
                                            .field("marks", one.marks()),
                                    one.unlisted()))
                    .objects("commitments", obligations.exposures(), ObligationsCommand::exposure)
                    .objects("totals", obligations.totals(), ObligationsCommand::total)
                    .objects("payments", obligations.payments(), ObligationsCommand::payment)
                    .objects(
                            "uncounted",
                            obligations.uncounted(),
                            (each, one) -> each.field("agreement", one.clause().agreement())
                                    .field("clause", one.clause().clause())
                                    .field("money", one.money())
                                    .field("what", one.what())
                                    .field("why", one.why())
                                    .field("marks", one.marks()));
        });
    }

    private static void exposure(Json json, Exposure one) throws IOException {
        var worth = one.worth();
        json.field("agreement", one.clause().agreement())
                .field("clause", one.clause().clause())
                .field("by", one.by().name())
                .field("to", one.to().name());
        money(json, "headline", worth.headline());
        money(json, "firm", worth.firm());
        json.field(
                        "firmUntil",
                        worth.firmUntil() == null ? null : worth.firmUntil().toString())
                .field("why", worth.why())
                .field("headlineMarks", one.headlineMarks())
                .field("firmMarks", one.firmMarks());
    }

    private static void total(Json json, Total one) throws IOException {
        json.field("by", one.by().name()).field("currency", one.currency().getCurrencyCode());
        money(json, "headline", one.headline());
        money(json, "firm", one.firm());
        json.field("counted", one.counted())
                .field("firmKnown", one.firmKnown())
                .field("marked", one.marked())
                .field("overlapping", one.overlapping());
    }

    private static void payment(Json json, Payment one) throws IOException {
        json.field("agreement", one.clause().agreement())
                .field("clause", one.clause().clause())
                .field("by", one.by().name())
                .field("to", one.to().name())
                .field("from", one.from().toString())
                .field("through", one.through().toString());
        money(json, "amount", one.amount().rounded());
        json.field("reading", one.reading()).field("atMost", one.atMost()).field("marks", one.marks());
    }

    private static void money(Json json, String name, @Nullable Money money) throws IOException {
        json.field(name, money == null ? null : money.toString());
    }
}
