package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.counsel.ICalendar;
import io.proviso.counsel.Obligations;
import io.proviso.counsel.ObligationsText;
import io.proviso.counsel.Standpoint;
import io.proviso.units.EnumWord;
import io.proviso.units.Money;
import java.io.IOException;
import java.time.InstantSource;
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
    /** The forms of the answer. */
    enum Form {
        TEXT,
        MD,
        JSON,
        ICS
    }

    @Mixin
    private final PortfolioArgument portfolio = new PortfolioArgument();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Option(names = "--from", paramLabel = "T", defaultValue = "now", description = "Default: ${DEFAULT-VALUE}.")
    private String from = "now";

    @Option(names = "--to", paramLabel = "T", required = true, description = "The first moment that is left out.")
    private String to = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md, json or ics. Default: text.")
    private Form form = Form.TEXT;

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
        console.out()
                .print(
                        switch (form) {
                            case TEXT -> this.portfolio.supposed().sentence() + ObligationsText.of(obligations);
                            case MD -> this.portfolio.supposed().sentence() + ObligationsText.markdown(obligations);
                            case JSON -> json(obligations);
                            case ICS -> ICalendar.of(obligations);
                        });
        return ExitCode.ANSWERED;
    }

    private static String json(Obligations obligations) {
        return Json.object(json -> json.field("knownAt", obligations.knownAt())
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
                                        .field("what", one.what()),
                                one.unlisted()))
                .objects("commitments", obligations.exposures(), (each, one) -> {
                    each.field("agreement", one.clause().agreement())
                            .field("clause", one.clause().clause())
                            .field("by", one.by().name())
                            .field("to", one.to().name());
                    var worth = one.worth();
                    money(each, "headline", worth.headline());
                    money(each, "firm", worth.firm());
                    each.field(
                                    "firmUntil",
                                    worth.firmUntil() == null
                                            ? null
                                            : worth.firmUntil().toString())
                            .field("why", worth.why());
                }));
    }

    private static void money(Json json, String name, @Nullable Money money) throws IOException {
        json.field(name, money == null ? null : money.toString());
    }
}
