package io.proviso.replay.report;

import io.proviso.charts.scale.Unit;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.study.AcceptanceGrid;
import io.proviso.replay.study.Estimate;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.SweepPoint;
import io.proviso.replay.study.WindowPrice;
import io.proviso.units.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a report. */
final class ReportFigures {
    private final ScenarioComparison comparison;

    ReportFigures(ScenarioComparison comparison) {
        this.comparison = comparison;
    }

    /** One row for each scenario. */
    String table() {
        var html = new StringBuilder();
        header(
                html,
                List.of(
                        "scenario",
                        "mean wait, " + WindowWords.seeds(comparison.seeds().count()),
                        "95 % interval",
                        "p50, seed " + comparison.seeds().first(),
                        "p95",
                        "unmet",
                        "cost",
                        "committed",
                        "requests",
                        "rounds",
                        "lapses"));
        for (var one : comparison.compared()) {
            var result = one.result();
            row(
                    html,
                    List.of(
                            one.name(),
                            time(one.meanWait().mean()),
                            interval(one.meanWait()),
                            ofJobs(
                                    result.waiting(),
                                    result.waiting().summary().waits().p50()),
                            ofJobs(result.waiting(), result.waiting().p95()),
                            unmet(result.demand()),
                            money(result.account().cost()),
                            money(result.account().committed()),
                            whole(result.rightsUse().requests()),
                            whole(result.rightsUse().rounds().size()),
                            whole(result.rightsUse().count(ReplayedRound.Ending.LAPSED))));
        }
        return footer(html);
    }

    /** What capacity there was, and at how many reviews the demand was above it. */
    String capacity() {
        var html = new StringBuilder();
        header(
                html,
                List.of(
                        "capacity, GPUs",
                        "at the start",
                        "at most",
                        "at the end",
                        "reviews",
                        "with the demand above it"));
        for (var one : comparison.compared()) {
            var figures = CapacityWords.Figures.of(one);
            row(
                    html,
                    List.of(
                            figures.scenario(),
                            whole(figures.start()),
                            whole(figures.most()),
                            whole(figures.end()),
                            whole(figures.reviews()),
                            whole(figures.above())));
        }
        return footer(html);
    }

    /** One row for each window. */
    String windows(WindowPrice price) {
        var html = new StringBuilder();
        header(
                html,
                List.of(
                        "window",
                        "mean wait",
                        "95 % interval",
                        "longer than with the first",
                        "95 % interval",
                        "rounds",
                        "lapses"));
        for (var point : price.points()) {
            row(
                    html,
                    List.of(
                            point.window().toString(),
                            time(point.meanWait().mean()),
                            interval(point.meanWait()),
                            time(price.lessFirst(point).mean()),
                            difference(price.lessFirst(point)),
                            tenth(point.offers().rounds()),
                            tenth(point.offers().lapses())));
        }
        return footer(html);
    }

    /** What came of the holder's will: a row for each window, a column for each share that it would accept. */
    String accepted(AcceptanceGrid grid) {
        var html = new StringBuilder();
        var columns = new ArrayList<String>();
        columns.add("accepted, of the offers made");
        grid.sweep()
                .accepts()
                .forEach(share -> columns.add("would accept " + Unit.share().label(share)));
        header(html, columns);
        for (var row : grid.rows()) {
            var cells = new ArrayList<String>();
            cells.add(row.getFirst().window().toString());
            row.forEach(cell -> cells.add(accepted(cell.offers())));
            row(html, cells);
        }
        return footer(html);
    }

    private static String accepted(SweepPoint.Offers offers) {
        return Double.isNaN(offers.accepted()) ? "no offer" : Unit.share().label(offers.accepted());
    }

    /** The last window less the first: a row for each share that the holder would accept. */
    String lastLessFirst(AcceptanceGrid grid) {
        var html = new StringBuilder();
        var last = grid.rows().getLast().getFirst().window();
        var first = grid.rows().getFirst().getFirst().window();
        header(html, List.of(last + " less " + first, "mean wait", "95 % interval", "cost", "95 % interval"));
        var money = Unit.money(comparison.currency());
        for (int column = 0; column < grid.sweep().accepts().size(); column++) {
            var waits = grid.lastLessFirst(column, SweepPoint::waits);
            var costs = grid.lastLessFirst(column, SweepPoint::costs);
            row(
                    html,
                    List.of(
                            "would accept " + share(grid.sweep().accepts().get(column)),
                            time(waits.mean()),
                            difference(waits),
                            money.label(costs.mean()),
                            costs.seeds() < 2
                                    ? "one seed"
                                    : money.label(costs.low()) + " to " + money.label(costs.high())));
        }
        return footer(html);
    }

    /** What the rights did and what came late, a column for each scenario; empty if nothing of it could happen anywhere. */
    String rights() {
        var table = new RightsTable(comparison);
        if (table.rows().isEmpty()) {
            return "";
        }
        var html = new StringBuilder();
        var columns = new ArrayList<String>();
        columns.add("");
        comparison.compared().forEach(one -> columns.add(one.name()));
        header(html, columns);
        for (var row : table.rows()) {
            var cells = new ArrayList<String>();
            cells.add(row.what());
            cells.addAll(row.cells());
            row(html, cells);
        }
        return footer(html);
    }

    private static void header(StringBuilder html, List<String> columns) {
        html.append("<div class=\"scroll\"><table class=\"figures\">\n<thead><tr>");
        columns.forEach(
                column -> html.append("<th>").append(Html.escape(column)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    private static void row(StringBuilder html, List<String> cells) {
        html.append("<tr><th>").append(Html.escape(cells.getFirst())).append("</th>");
        cells.stream()
                .skip(1)
                .forEach(cell -> html.append("<td>").append(Html.escape(cell)).append("</td>"));
        html.append("</tr>\n");
    }

    private static String footer(StringBuilder html) {
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    /** As the pictures write it; in a sentence nothing has a unit too, and what is not a number is none. */
    static String time(double seconds) {
        return Double.isNaN(seconds)
                ? "none"
                : seconds == 0 ? "0 h" : Unit.seconds().label(seconds);
    }

    static String share(double share) {
        return Unit.share().label(share);
    }

    /** Of what was wanted. */
    static String unmet(ScenarioResult.Demand demand) {
        return demand.gpuHours() == 0 ? "none wanted" : share(demand.unmetShare());
    }

    private static String ofJobs(ScenarioResult.Waiting waiting, long seconds) {
        return waiting.ran() == 0 ? "none" : time(seconds);
    }

    static String money(Money money) {
        return Unit.money(money.currency()).label(money.amount().doubleValue());
    }

    static String interval(Estimate estimate) {
        return estimate.seeds() < 2 ? seeds(estimate) : time(estimate.lowFromZero()) + " to " + time(estimate.high());
    }

    private static String difference(Estimate estimate) {
        return estimate.seeds() < 2 ? seeds(estimate) : time(estimate.low()) + " to " + time(estimate.high());
    }

    private static String seeds(Estimate estimate) {
        return estimate.isKnown() ? "one seed" : "none";
    }

    static String time(long seconds) {
        return time((double) seconds);
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
