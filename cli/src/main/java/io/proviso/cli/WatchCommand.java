package io.proviso.cli;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.Times;
import io.proviso.counsel.watch.Watch;
import io.proviso.counsel.watch.WatchCalendar;
import io.proviso.counsel.watch.WatchFeed;
import io.proviso.counsel.watch.WatchText;
import io.proviso.reader.QuestionsReader;
import io.proviso.reader.Watched;
import io.proviso.reader.yaml.BadFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which answers flipped since the last look. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the questions of a file again and tells which answers flipped since the last look; exits with 4 if one did.",
            "--since asks again as of the last look, as it was known then, and keeps nothing. --state keeps the answers in"
                    + " a file, and so also notices a paper that was changed without a day on which it came on record."
        },
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} watch examples/two-neoclouds/questions.yaml --since 2026-03-01 --as-of 2026-03-20"
        })
final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The questions.")
    private Path source = Path.of("questions.yaml");

    @Option(
            names = "--portfolio",
            paramLabel = "DIR",
            description = "Default: what the file names under portfolio:, or else the directory it lies in.")
    private @Nullable Path directory;

    @Option(names = "--since", paramLabel = "T", description = "When the last look was.")
    private @Nullable String since;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where the answers of the last look are kept; written anew. The first look finds none.")
    private @Nullable Path state;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "When this look is. Default: ${DEFAULT-VALUE}.")
    private String asOf = "now";

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.ATOM, Format.ICS);

    private final Console console;
    private final InstantSource clock;

    WatchCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var read = read();
        var portfolio = read.portfolio();
        var times = new Times(portfolio.zone(), clock);
        var problems = new InputProblems();
        var now = problems.read(() -> times.instant("--as-of", asOf));
        var known = problems.read(() -> knownAt.said(times));
        var looked = problems.read(() -> lastLook(times));
        var kept = problems.read(() -> state == null ? WatchState.NONE : WatchState.read(state));
        problems.raiseIfAny();
        var rulings = new CompiledPortfolio(portfolio);
        var knownNow = KnownAtOption.of(known.get(), portfolio, now.get(), clock);
        var before = state == null
                ? before(rulings, read, looked.get(), now.get())
                : kept.get().answers();
        var watch = Watch.of(rulings, read.questions(), before, now.get(), knownNow, audience.level());
        if (state != null) {
            kept.get().keep(state, watch);
        }
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT, () -> new WatchText(portfolio.zone()).of(watch),
                        Format.JSON, () -> json(watch),
                        Format.ATOM, () -> WatchFeed.of(watch, portfolio.zone()),
                        Format.ICS, () -> WatchCalendar.of(watch))));
        return watch.flipped().isEmpty() ? ExitCode.ANSWERED : ExitCode.DIFFERENT;
    }

    /** Null with a state, which says itself when it was kept. */
    private @Nullable Instant lastLook(Times times) {
        if ((since == null) == (state == null)) {
            throw new BadInputException((since == null ? "--since: nobody says" : "--state: both it and --since say")
                    + " when the last look was\nSay --since T, or --state FILE to keep what was answered.");
        }
        return since == null ? null : times.instant("--since", since);
    }

    private Map<String, String> before(CompiledPortfolio rulings, Watched read, @Nullable Instant looked, Instant now) {
        if (looked == null || !looked.isBefore(now)) {
            throw new BadInputException(
                    "--since: '" + since + "' is not before --as-of '" + asOf + "'\nSay an earlier look.");
        }
        return Watch.answers(rulings, read.questions(), looked, looked, audience.level());
    }

    private Watched read() {
        try {
            return QuestionsReader.read(source, directory);
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    private static String json(Watch watch) {
        return Json.object(json -> json.field("portfolio", watch.portfolio())
                .field("asOf", watch.asOf())
                .field("knownAt", watch.knownAt())
                .field("flipped", watch.flipped().size())
                .objects(
                        "questions",
                        watch.seen(),
                        (each, seen) -> each.field("question", seen.question().name())
                                .field("ask", seen.question().asked().words())
                                .field("before", seen.before())
                                .field("answer", seen.answer())
                                .field("flipped", seen.hasFlipped())
                                .field("outcome", seen.ruling().outcome().name())
                                .field("ruling", seen.ruling().id())
                                .field("validUntil", seen.ruling().validUntil())));
    }
}
