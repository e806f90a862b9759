package io.proviso.cli.replay;

import io.proviso.calendar.UnlistedYear;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.SharedIdsJson;
import io.proviso.cli.output.UnlistedJson;
import io.proviso.cli.questions.RightsAnswer;
import io.proviso.counsel.english.Table;
import io.proviso.reader.trace.TraceReading;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Term;
import io.proviso.replay.study.Estimate;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Compared;
import io.proviso.replay.study.WindowPrice;
import io.proviso.units.Hundredths;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a trace did under each scenario, told to a person or a machine. The JSON names are part of the interface. */
public record ScenarioAnswer(ScenarioComparison comparison, TraceReading reading) {
    private static final int LISTED = 20;

    public String text() {
        var text = new StringBuilder("""
                The same jobs under each scenario: how long they waited, what of the GPUs wanted was not there, what the
                capacity cost, how often it was asked for, and who supplied it.

                """);
        text.append(String.format(
                Locale.ROOT,
                "%-16s %8s %19s %8s %8s %7s %10s %9s %7s %7s  %s%n",
                "SCENARIO",
                "WAIT h",
                "95 % INTERVAL",
                "p50 h",
                "p95 h",
                "UNMET %",
                costs().heading(),
                "REQUESTS",
                "ROUNDS",
                "LAPSES",
                "SHARES"));
        comparison.compared().forEach(one -> text.append(line(one, costs())));
        text.append("wait: mean over ")
                .append(comparison.seeds().count())
                .append(comparison.seeds().count() == 1 ? " seed" : " seeds")
                .append("; all else of seed ")
                .append(comparison.seeds().first())
                .append('\n');
        for (var term : List.of(Term.WANTED, Term.UNMET)) {
            text.append(term.word()).append(": ").append(term.meaning()).append('\n');
        }
        var price = comparison.price();
        if (price != null) {
            text.append('\n').append(price(price));
        }
        var acceptance = comparison.acceptance();
        if (acceptance != null) {
            text.append('\n').append(new AcceptanceAnswer(acceptance, currency()).text());
        }
        return text + RightsAnswer.text(comparison) + leftOut();
    }

    private Currency currency() {
        return comparison.compared().getFirst().result().account().committed().currency();
    }

    private ReplayColumns.Costs costs() {
        return ReplayColumns.Costs.of(
                currency(),
                comparison.compared().stream()
                        .mapToDouble(
                                one -> one.result().account().cost().amount().doubleValue()));
    }

    private static String line(Compared one, ReplayColumns.Costs costs) {
        var result = one.result();
        var waiting = result.waiting();
        var cost = result.account().cost();
        return String.format(
                Locale.ROOT,
                "%-16s %8s %19s %8s %8s %7s %10s %9d %7d %7d  %s%n",
                one.name(),
                ReplayColumns.hours(one.meanWait().mean()),
                interval(one.meanWait()),
                ReplayColumns.hours(
                        ofJobs(waiting, (double) waiting.summary().waits().p50())),
                ReplayColumns.hours(ofJobs(waiting, (double) waiting.p95())),
                ReplayColumns.percent(result.demand().unmetShare()),
                costs.text(cost.amount().doubleValue()) + " " + cost.currency(),
                result.rightsUse().requests(),
                result.rightsUse().rounds().size(),
                result.rightsUse().count(ReplayedRound.Ending.LAPSED),
                shares(result.account()));
    }

    /** Of no job there is no figure. */
    private static double ofJobs(ScenarioResult.Waiting waiting, double figure) {
        return waiting.ran() == 0 ? Double.NaN : figure;
    }

    private static String price(WindowPrice price) {
        var text = new StringBuilder("What a longer window of the right costs in waiting, all else as it is under "
                + price.scenario() + ":\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%-16s %8s %19s %8s %8s   (%s, %s)%n",
                "WINDOW",
                "WAIT h",
                "95 % INTERVAL",
                "ROUNDS",
                "LAPSES",
                price.scenario(),
                price.sweep().right()));
        for (var point : price.points()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-16s %8s %19s %8.1f %8.1f%n",
                    point.window(),
                    ReplayColumns.hours(point.meanWait().mean()),
                    interval(point.meanWait()),
                    point.offers().rounds(),
                    point.offers().lapses()));
        }
        return text.toString();
    }

    /** What is not among the figures, and what may be twice among them; empty if nothing is. */
    String leftOut() {
        var text = new StringBuilder();
        var tooLarge = comparison.compared().getFirst().result().waiting().tooLarge();
        list(
                text,
                "Larger than any capacity of these scenarios, not run",
                tooLarge.stream()
                        .map(job -> job.source() + ":" + job.row() + ": " + job.gpus() + " GPUs for " + job.duration()
                                + " s")
                        .toList());
        for (var one : comparison.compared()) {
            if (one.result().waiting().neverStarted() > 0) {
                text.append('\n')
                        .append(one.name())
                        .append(": ")
                        .append(one.result().waiting().neverStarted())
                        .append(
                                one.result().waiting().neverStarted() == 1
                                        ? " never began: it"
                                        : " never began: the first of them")
                        .append(" wanted more GPUs than were ever free together\n");
            }
        }
        for (var one : comparison.compared()) {
            UnlistedYear.sentences(one.result().rightsUse().unlisted())
                    .forEach(each -> text.append('\n')
                            .append(one.name())
                            .append(": ")
                            .append(each)
                            .append('\n'));
        }
        list(
                text,
                "Rows that hold no job, left out",
                reading.badRows().stream().map(Object::toString).toList());
        list(
                text,
                "Traces that share job ids; all were run, those of an overlap twice",
                reading.shared().stream().map(Object::toString).toList());
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<String> items) {
        if (!items.isEmpty()) {
            text.append('\n').append(title).append(": ").append(items.size()).append('\n');
            items.stream()
                    .limit(LISTED)
                    .forEach(item -> text.append("  ").append(item).append('\n'));
            if (items.size() > LISTED) {
                text.append("  … ").append(items.size() - LISTED).append(" more; -o json lists all\n");
            }
        }
    }

    /** They add up to 100; what is too little for a percent is still named. */
    private static String shares(ScenarioResult.Account account) {
        var lines = account.lines().stream().filter(line -> line.gpuHours() > 0).toList();
        var percents =
                Hundredths.of(lines.stream().map(ScenarioResult.Line::gpuHours).toList());
        return lines.isEmpty()
                ? "no capacity"
                : IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).provider() + " " + share(percents.get(i), lines.size() > 1))
                        .collect(Collectors.joining(", "));
    }

    private static String share(int percent, boolean isOneOfMany) {
        return percent == 0 ? "<1%" : percent == 100 && isOneOfMany ? ">99%" : percent + "%";
    }

    private static String interval(Estimate estimate) {
        return estimate.seeds() < 2
                ? ""
                : ReplayColumns.hours(estimate.lowFromZero()) + " to " + ReplayColumns.hours(estimate.high());
    }

    String json() {
        return Json.object(this::write);
    }

    private void write(Json json) throws IOException {
        json.field("traces", reading.trace().sources())
                .field("seed", comparison.seeds().first())
                .field("seeds", comparison.seeds().count())
                .objects("scenarios", comparison.compared(), ScenarioAnswer::write);
        var price = comparison.price();
        if (price != null) {
            json.object("windowPrice", content -> write(content, price));
        }
        var acceptance = comparison.acceptance();
        if (acceptance != null) {
            json.object("acceptance", new AcceptanceAnswer(acceptance, currency())::write);
        }
        json.objects(
                        "tooLarge",
                        comparison.compared().getFirst().result().waiting().tooLarge(),
                        (each, job) -> each.field("file", job.source())
                                .field("row", job.row())
                                .field("gpus", job.gpus())
                                .field("submission", job.submission())
                                .field("duration", job.duration()))
                .objects(
                        "badRows",
                        reading.badRows(),
                        (each, bad) -> each.field("file", bad.file())
                                .field("row", bad.row())
                                .field("what", bad.what())
                                .field("text", bad.text()));
        SharedIdsJson.write(json, reading.shared());
    }

    private static void write(Json json, Compared one) throws IOException {
        var result = one.result();
        var waits = result.waiting().summary().waits();
        json.field("scenario", one.name())
                .field("portfolio", one.portfolio())
                .object("meanWait", content -> write(content, one.meanWait()))
                .field("jobs", result.waiting().summary().jobs())
                .field("averageWait", decimal(ofJobs(result.waiting(), waits.average())))
                .field("p50Wait", seconds(result.waiting(), waits.p50()))
                .field("p95Wait", seconds(result.waiting(), result.waiting().p95()))
                .field("maxWait", seconds(result.waiting(), waits.max()))
                .field("neverStarted", result.waiting().neverStarted())
                .field("wantedGpuHours", decimal(result.demand().gpuHours()))
                .field("unmetGpuHours", decimal(result.demand().unmetGpuHours()))
                .field("notBegunGpuHours", decimal(result.demand().unservedGpuHours()))
                .field("reviews", result.demand().forecasts().size())
                .field("reviewsWithDemandAboveCapacity", result.demand().reviewsAboveCapacity())
                .field("cost", result.account().cost().rounded().amount())
                .field("committed", result.account().committed().rounded().amount())
                .field("currency", result.account().committed().currency().getCurrencyCode())
                .field("requests", result.rightsUse().requests())
                .field("rounds", result.rightsUse().rounds().size())
                .field("lapses", result.rightsUse().count(ReplayedRound.Ending.LAPSED));
        UnlistedJson.write(json, result.rightsUse().unlisted());
        json.object("rights", new RightsAnswer(one)::write);
        json.objects(
                "providers",
                result.account().lines(),
                (each, line) -> each.field("provider", line.provider().name())
                        .field("gpuHours", decimal(line.gpuHours()))
                        .field("cost", line.cost().rounded().amount()));
    }

    /** A row for each scenario, with the names that JSON has; what there is none of is empty. */
    Table table() {
        return new Table(
                List.of(
                        "scenario",
                        "meanWait",
                        "meanWaitLow",
                        "meanWaitHigh",
                        "p50Wait",
                        "p95Wait",
                        "wantedGpuHours",
                        "unmetGpuHours",
                        "cost",
                        "committed",
                        "currency",
                        "requests",
                        "rounds",
                        "lapses"),
                comparison.compared().stream().map(ScenarioAnswer::row).toList());
    }

    private static List<String> row(Compared one) {
        var result = one.result();
        var waits = result.waiting().summary().waits();
        var account = result.account();
        return List.of(
                one.name(),
                cell(decimal(one.meanWait().mean())),
                cell(decimal(one.meanWait().low())),
                cell(decimal(one.meanWait().high())),
                cell(seconds(result.waiting(), waits.p50())),
                cell(seconds(result.waiting(), result.waiting().p95())),
                cell(decimal(result.demand().gpuHours())),
                cell(decimal(result.demand().unmetGpuHours())),
                account.cost().rounded().amount().toPlainString(),
                account.committed().rounded().amount().toPlainString(),
                account.committed().currency().getCurrencyCode(),
                Integer.toString(result.rightsUse().requests()),
                Integer.toString(result.rightsUse().rounds().size()),
                Long.toString(result.rightsUse().count(ReplayedRound.Ending.LAPSED)));
    }

    private static String cell(@Nullable Number figure) {
        return figure == null ? "" : figure.toString();
    }

    private static void write(Json json, WindowPrice price) throws IOException {
        json.field("scenario", price.scenario())
                .field("clause", price.sweep().right().toString())
                .objects(
                        "points",
                        price.points(),
                        (each, point) -> each.field("window", point.window().toString())
                                .object("meanWait", content -> write(content, point.meanWait()))
                                .field("rounds", decimal(point.offers().rounds()))
                                .field("lapses", decimal(point.offers().lapses())))
                .object("lastLessFirst", content -> write(content, price.difference()));
    }

    static void write(Json json, Estimate estimate) throws IOException {
        json.field("mean", decimal(estimate.mean()))
                .field("low", decimal(estimate.low()))
                .field("high", decimal(estimate.high()));
    }

    private static @Nullable Long seconds(ScenarioResult.Waiting waiting, long seconds) {
        return waiting.ran() == 0 ? null : Long.valueOf(seconds);
    }

    /** What is not a number, as the mean of nothing, is null. */
    private static @Nullable BigDecimal decimal(double value) {
        return Double.isNaN(value) ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
