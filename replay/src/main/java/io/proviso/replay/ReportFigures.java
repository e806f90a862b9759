package io.proviso.replay;

import io.proviso.charts.Unit;
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
                        "mean wait",
                        "p50",
                        "p95",
                        "unmet GPU-hours",
                        "of those wanted",
                        "not begun at the end, GPU-hours",
                        "cost",
                        "committed",
                        "requests",
                        "rounds",
                        "lapses"));
        for (var one : comparison.compared()) {
            var result = one.result();
            var waits = result.waiting().summary().waits();
            row(
                    html,
                    List.of(
                            one.scenario().name(),
                            time(waits.average()),
                            time(waits.p50()),
                            time(result.waiting().p95()),
                            whole(result.demand().unmetGpuHours()),
                            Unit.share().label(result.demand().unmetShare()),
                            whole(result.demand().unservedGpuHours()),
                            Unit.dollars().label(result.account().cost().amount().doubleValue()),
                            Unit.dollars().label(result.account().committed().amount().doubleValue()),
                            whole(result.requests()),
                            whole(result.rounds().size()),
                            whole(result.lapses())));
        }
        return footer(html)
                + "<p class=\"note\">Waits are of all jobs until the queue is empty. Unmet: GPUs wanted, by running and waiting jobs,"
                + " above the capacity there was, over the time until the last submission. Cost: capacity reserved until"
                + " then, used or not; committed: for whole terms.</p>\n"
                + jobs();
    }

    /** One row for each window. */
    String windows(WindowPrice price) {
        var html = new StringBuilder();
        header(html, List.of("window", "mean wait", "95 % interval", "rounds", "of them lapsed"));
        for (var point : price.points()) {
            row(html, List.of(
                    point.window().toString(),
                    time(point.meanWait().mean()),
                    interval(point.meanWait()),
                    tenth(point.rounds()),
                    tenth(point.lapses())));
        }
        for (var reference : price.references()) {
            row(html, List.of(
                    "(" + reference.scenario() + ")",
                    time(reference.meanWait().mean()),
                    interval(reference.meanWait()),
                    "",
                    ""));
        }
        return footer(html);
    }

    private String jobs() {
        var html = new StringBuilder();
        for (var one : comparison.compared()) {
            var waiting = one.result().waiting();
            html.append("<p class=\"note\">")
                    .append(Html.escape(one.scenario().name()))
                    .append(": ")
                    .append(whole(waiting.summary().jobs()))
                    .append(" jobs ran, ")
                    .append(whole(waiting.summary().waits().waited()))
                    .append(" of them after a wait; ")
                    .append(whole(waiting.tooLarge().size()))
                    .append(" are larger than any capacity these scenarios could reach and were not queued")
                    .append(waiting.neverStarted() == 0 ? "" : "; " + whole(waiting.neverStarted())
                            + " never began, behind a job larger than the capacity there ever was")
                    .append(".</p>\n");
        }
        return html.toString();
    }

    private static void header(StringBuilder html, List<String> columns) {
        html.append("<div class=\"scroll\"><table class=\"figures\">\n<thead><tr>");
        columns.forEach(column -> html.append("<th>").append(Html.escape(column)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    private static void row(StringBuilder html, List<String> cells) {
        html.append("<tr><th>").append(Html.escape(cells.getFirst())).append("</th>");
        cells.stream().skip(1).forEach(cell -> html.append("<td>").append(Html.escape(cell)).append("</td>"));
        html.append("</tr>\n");
    }

    private static String footer(StringBuilder html) {
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    static String time(double seconds) {
        return Unit.seconds().label(seconds);
    }

    static String interval(Estimate estimate) {
        return estimate.seeds() < 2 ? "one seed" : time(Math.max(0, estimate.low())) + " to " + time(estimate.high());
    }

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
