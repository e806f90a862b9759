package io.proviso.cli.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.charts.Caption;
import io.proviso.charts.Chart;
import io.proviso.charts.Hue;
import io.proviso.charts.Timeline;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.OutputFile;
import io.proviso.cli.output.Times;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows rounds on record: what happened in them day by day, and where they stand. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a round, or all of them: what happened day by day, and where it stands.")
final class RoundShow implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROUND", description = "Default: all.")
    private @Nullable String id;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draws them as a timeline (SVG).")
    private @Nullable Path picture;

    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "As it was on record then. Default: what was on record at --at.")
    private @Nullable String knownAt;

    @Mixin
    private final RoundEntry.Where where = new RoundEntry.Where();

    private final Console console;
    private final InstantSource clock;

    RoundShow(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (picture != null && !picture.toString().endsWith(".svg")) {
            throw new BadInputException(
                    "--picture: '" + picture + "' is no name of a picture\nName a file that ends in .svg.");
        }
        var portfolio = where.read();
        var asOf = where.at(portfolio, clock);
        var known = knownAt == null ? asOf : new Times(portfolio.zone(), clock).instant("--known-at", knownAt);
        var rounds = id == null ? portfolio.rounds() : List.of(RoundCommand.round(portfolio, id));
        if (rounds.isEmpty()) {
            console.out().print("No round is on record.\n");
            return ExitCode.ANSWERED;
        }
        for (var round : rounds) {
            console.out().print(text(portfolio, round, asOf, known));
        }
        if (picture != null) {
            OutputFile.tried("--picture", picture)
                    .write(timeline(portfolio, rounds, asOf, known).image(Chart.WIDE));
        }
        return ExitCode.ANSWERED;
    }

    private String text(Portfolio portfolio, Round round, Instant asOf, Instant known) {
        var lines = new StringBuilder(
                new RoundStanding(portfolio, clock).text(round.id(), asOf, papersKnown(portfolio, round, asOf, known)));
        if (round.notice().sent().isAfter(asOf)) {
            return lines.append('\n').toString();
        }
        lines.append("  put: ")
                .append(new RoundText(portfolio.zone()).put(round))
                .append('\n');
        line(lines, portfolio, round.notice().sent(), "the notice was sent");
        var received = round.notice().received();
        if (received != null && !received.isAfter(asOf)) {
            var lacking = round.notice().missing();
            line(
                    lines,
                    portfolio,
                    received,
                    lacking.isEmpty() ? "it was received" : "it was received, lacking " + String.join(", ", lacking));
        }
        round.steps().stream()
                .filter(step -> !step.at().isAfter(asOf) && !step.recorded().isAfter(known))
                .forEach(step ->
                        line(lines, portfolio, step.at(), new RoundText(portfolio.zone()).happened(step.what())));
        return lines.append('\n').toString();
    }

    /** A right that came on record only later is shown by the paper that gives it, whenever that was read. */
    private Instant papersKnown(Portfolio portfolio, Round round, Instant asOf, Instant known) {
        return new CompiledPortfolio(portfolio).round(round.id(), asOf, known) == null
                ? portfolio.knownAt(asOf, clock.instant())
                : known;
    }

    private static void line(StringBuilder lines, Portfolio portfolio, Instant at, String what) {
        lines.append("  ")
                .append(WHEN.format(at.atZone(portfolio.zone())))
                .append("  ")
                .append(what)
                .append('\n');
    }

    private Timeline timeline(Portfolio portfolio, List<Round> rounds, Instant asOf, Instant known) {
        var compiled = new CompiledPortfolio(portfolio);
        var rows = new ArrayList<Timeline.Row>();
        var first = asOf;
        var last = asOf;
        for (var round : rounds) {
            var sent = round.notice().sent();
            first = sent.isBefore(first) ? sent : first;
            var cited = compiled.round(round.id(), asOf, papersKnown(portfolio, round, asOf, known));
            var bars = bars(round, cited, asOf);
            for (var bar : bars) {
                last = bar.end().isAfter(last) ? bar.end() : last;
            }
            rows.add(new Timeline.Row(round.id(), bars));
        }
        return new Timeline(
                new Caption("rounds", "Rounds on record", "What was put to holders of rights, and what came of it"),
                new ChartSpan(first, last.plusSeconds(1), portfolio.zone()),
                rows,
                List.of(new Timeline.Mark(asOf, "as of")));
    }

    private static List<Timeline.Bar> bars(Round round, @Nullable RoundCited cited, Instant asOf) {
        var sent = round.notice().sent();
        return switch (cited == null ? null : cited.came()) {
            case null -> List.of();
            case RoundCited.Came.Sent _ ->
                List.of(Timeline.Bar.of(sent, later(sent, asOf), "sent", Hue.PURPLE)
                        .open());
            case RoundCited.Came.Open(Instant deadline, String _) ->
                List.of(Timeline.Bar.of(sent, deadline == null ? later(sent, asOf) : deadline, "open", Hue.BLUE)
                        .open());
            case RoundCited.Came.Unknown(Instant deadline) ->
                List.of(Timeline.Bar.of(sent, deadline, "not known yet", Hue.PURPLE)
                        .open());
            case RoundCited.Came.Freed(var how, Instant at, Instant free) ->
                free == null
                        ? List.of(Timeline.Bar.of(sent, at, how.word(), Hue.BLUE))
                        : List.of(
                                Timeline.Bar.of(sent, at, how.word(), Hue.BLUE),
                                Timeline.Bar.of(at, free, "free", Hue.GREEN));
            case RoundCited.Came.Taken(Long quantity, Instant at, boolean _, Instant free, Instant _) ->
                quantity == null || free == null
                        ? List.of(Timeline.Bar.of(sent, at, "accepted", Hue.ORANGE))
                        : List.of(
                                Timeline.Bar.of(sent, at, "accepted", Hue.ORANGE),
                                Timeline.Bar.of(at, free, "the rest is free", Hue.GREEN));
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
