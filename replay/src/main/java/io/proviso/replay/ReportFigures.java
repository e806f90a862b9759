package io.proviso.replay;

import io.proviso.charts.Unit;
import io.proviso.units.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
                        "mean wait, " + Findings.seeds(comparison.seeds().count()),
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
                            time(result.waiting().summary().waits().p50()),
                            time(result.waiting().p95()),
                            Unit.share().label(result.demand().unmetShare()),
                            money(result.account().cost()),
                            money(result.account().committed()),
                            whole(result.exercise().requests()),
                            whole(result.exercise().rounds().size()),
                            whole(result.exercise().count(Round.Ending.LAPSED))));
        }
        return footer(html);
    }

    /** One row for each window. */
    String windows(WindowPrice price) {
        var html = new StringBuilder();
        header(html, List.of("window", "mean wait", "95 % interval", "rounds", "of them lapsed"));
        for (var point : price.points()) {
            row(
                    html,
                    List.of(
                            point.window().toString(),
                            time(point.meanWait().mean()),
                            interval(point.meanWait()),
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

    /** How far the means of a grid can be trusted. */
    String precision(AcceptanceGrid grid) {
        int seeds = grid.seeds();
        if (seeds < 2) {
            return "Each cell is one run with seed " + comparison.seeds().first() + ", hence without an interval.";
        }
        return "Each cell is the mean over " + seeds + " seeds ("
                + comparison.seeds().first()
                + " and following), the same in every cell; the widest 95 % interval is "
                + time(widest(grid, SweepPoint::meanWait)) + " to either side of a mean wait and "
                + Unit.money(comparison.currency()).label(widest(grid, SweepPoint::cost))
                + " of a cost. The differences in the findings are taken seed by seed.";
    }

    private static double widest(AcceptanceGrid grid, Function<SweepPoint, Estimate> figure) {
        return grid.rows().stream()
                .flatMap(List::stream)
                .map(figure)
                .mapToDouble(estimate -> estimate.high() - estimate.mean())
                .max()
                .orElse(0);
    }

    /** What became of the jobs, a sentence for each scenario. */
    List<String> jobs() {
        return comparison.compared().stream()
                .map(one -> {
                    var waiting = one.result().waiting();
                    return one.name() + ": " + whole(waiting.summary().jobs()) + " jobs ran, "
                            + whole(waiting.summary().waits().waited()) + " of them after a wait"
                            + (waiting.neverStarted() == 0
                                    ? "."
                                    : "; " + whole(waiting.neverStarted())
                                            + " never began: the first of them wanted more GPUs than were ever free together.");
                })
                .toList();
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

    /** As the pictures write it; in a sentence nothing has a unit too. */
    static String time(double seconds) {
        return seconds == 0 ? "0 h" : Unit.seconds().label(seconds);
    }

    static String money(Money money) {
        return Unit.money(money.currency()).label(money.amount().doubleValue());
    }

    static String interval(Estimate estimate) {
        return estimate.seeds() < 2 ? "one seed" : time(estimate.lowFromZero()) + " to " + time(estimate.high());
    }

    static String time(long seconds) {
        return time((double) seconds);
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** As short as a picture needs it. */
    static String gpus(long number) {
        return Unit.count("GPUs").label((double) number);
    }

    static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
