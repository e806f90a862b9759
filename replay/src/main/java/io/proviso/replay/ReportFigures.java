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
                        "mean wait",
                        "95 % interval",
                        "p50",
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
                            tenth(point.rounds()),
                            tenth(point.lapses())));
        }
        return footer(html);
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
                + time(widest(grid, AcceptanceGrid.Cell::meanWait)) + " to either side of a mean wait and "
                + Unit.dollars().label(widest(grid, AcceptanceGrid.Cell::cost))
                + " of a cost. The differences in the findings are taken seed by seed.";
    }

    private static double widest(AcceptanceGrid grid, Function<AcceptanceGrid.Cell, Estimate> figure) {
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
                                            + " never began, behind a job larger than the capacity there ever was.");
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

    /** In hours, so that times compare; in what suits it where it is less. */
    static String time(double seconds) {
        return Math.abs(seconds) < 3600 ? Unit.seconds().label(seconds) : tenth(seconds / 3600) + " h";
    }

    static String money(Money money) {
        return Unit.dollars().label(money.amount().doubleValue());
    }

    static String interval(Estimate estimate) {
        return estimate.seeds() < 2 ? "one seed" : time(Math.max(0, estimate.low())) + " to " + time(estimate.high());
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
