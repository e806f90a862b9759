package io.proviso.replay.report;

import io.proviso.calendar.UnlistedYear;
import io.proviso.charts.WebPage;
import io.proviso.charts.scale.Unit;
import io.proviso.replay.queue.SyntheticTrace;
import io.proviso.replay.queue.Term;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.study.ScenarioComparison;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * A comparison as one HTML page that needs nothing else: the finding in words, the figures, the pictures, and what they rest
 * on. Equal comparisons give equal bytes. It is well-formed XML, so that a test can read it.
 */
public final class ReportPage {
    private static final String STYLE = """
        body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);overflow-wrap:break-word;\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
        h2{font-size:1.2rem;margin:2.5rem 0 .5rem}
        p,li{max-width:46em}
        .note{color:var(--muted);font-size:.875rem}
        .lead{font-size:1.1rem}
        .scroll{overflow-x:auto}
        table.figures{font-size:.875rem;border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.5rem 0 1rem}
        .figures th,.figures td{padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--rule);text-align:right;\
        font-weight:400;white-space:nowrap}
        .figures thead th{font-weight:600;vertical-align:bottom;white-space:normal}
        .figures th:first-child{text-align:left}
        code{overflow-wrap:anywhere;font-size:.8125rem}
        dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:.5rem 0;font-size:.875rem}
        dt{font-weight:600}
        dd{margin:0;max-width:46em}
        """;

    private static final int MOST_LISTED = 20;

    private final ScenarioComparison comparison;
    private final Inputs inputs;
    private final ReportFigures figures;
    private final Html html = new Html();

    /**
     * What the page says of its inputs.
     *
     * @param digests SHA-256 by name: traces, scenario files
     * @param zone in which the page writes times
     * @param remarks of the reading, for example rows that held no job
     */
    public record Inputs(Trace trace, Map<String, String> digests, ZoneId zone, List<String> remarks) {
        public Inputs {
            digests = Collections.unmodifiableMap(new TreeMap<>(digests));
            remarks = List.copyOf(remarks);
        }

        boolean isSynthetic() {
            return trace.sources().contains(SyntheticTrace.SOURCE);
        }
    }

    private ReportPage(ScenarioComparison comparison, Inputs inputs) {
        this.comparison = comparison;
        this.inputs = inputs;
        this.figures = new ReportFigures(comparison);
    }

    /** The whole page. */
    public static String of(ScenarioComparison comparison, Inputs inputs) {
        return new ReportPage(comparison, inputs).page();
    }

    private String page() {
        String title = (inputs.isSynthetic() ? "Synthetic demand" : "Demand") + " under "
                + Wording.joined(comparison.compared().stream()
                        .map(ScenarioComparison.Compared::name)
                        .toList());
        finding();
        html.heading("figures", "The figures");
        figures();
        words();
        charts();
        price();
        acceptance();
        basis();
        return WebPage.of(title, STYLE, html.toString());
    }

    private void finding() {
        html.markup("<section id=\"finding\">\n");
        if (inputs.isSynthetic()) {
            html.paragraph(
                    "note",
                    "The demand of this page is synthetic: "
                            + Wording.count(inputs.trace().size(), "job")
                            + " generated from a seed, shaped like the published statistics of eight Microsoft"
                            + " training clusters. It is nobody's real demand.");
        }
        var findings = new ReportSentences(comparison);
        findings.sentences().forEach(sentence -> html.paragraph("lead", sentence));
        html.paragraph(
                "note",
                "Not legal advice. The portfolio is made from public statements; nobody here has read the executed"
                        + " contracts.");
        html.markup("</section>\n");
    }

    private void figures() {
        html.list(comparison.compared().stream()
                .map(one -> one.name() + ": " + one.scenario().about().says() + ".")
                .toList());
        html.markup(figures.table());
        html.paragraph(
                "note",
                "The mean wait is over all seeds, all else is of seed "
                        + comparison.seeds().first()
                        + ". Waits are of all jobs that began, in hours, below one in minutes or seconds.");
        html.paragraph(
                "note",
                String.join(
                        " ", comparison.compared().stream().map(WaitWords::jobs).toList()));
        tooLarge();
    }

    private void words() {
        html.heading("words", "What the words mean");
        html.terms(List.of(Term.values()));
    }

    private void tooLarge() {
        var jobs = comparison.compared().getFirst().result().waiting().tooLarge();
        if (jobs.isEmpty()) {
            html.paragraph("note", "No job is larger than what the providers of these scenarios could have together.");
            return;
        }
        html.paragraph(
                "",
                ReportFigures.whole(jobs.size())
                        + (jobs.size() == 1 ? " job is" : " jobs are")
                        + " larger than what the providers of these scenarios could have together; they were not"
                        + " queued:");
        html.list(jobs.stream()
                .limit(MOST_LISTED)
                .map(job -> fileName(job.source()) + ":" + job.row() + ": " + ReportFigures.whole(job.gpus())
                        + " GPUs for " + ReportFigures.time(job.duration()))
                .toList());
        if (jobs.size() > MOST_LISTED) {
            html.paragraph("note", "and " + ReportFigures.whole(jobs.size() - MOST_LISTED) + " more.");
        }
    }

    /** A page names no directory of the machine that made it. */
    private static String fileName(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    private void charts() {
        var charts = new ReportCharts(comparison, inputs.zone());
        html.heading("waits", "How long jobs wait");
        ofOneSeed();
        html.chart(charts.waits());
        html.chart(charts.wanted());
        html.heading("capacity", "Capacity against demand");
        ofOneSeed();
        html.before("Where the demand exceeds the capacity, the backlog grows.");
        html.markup(figures.capacity());
        charts.capacity().forEach(html::chart);
        html.heading("rounds", "Rounds of first refusal");
        ofOneSeed();
        var rounds = charts.rounds();
        if (rounds.isEmpty()) {
            html.paragraph("", "No scenario had a round of first refusal.");
        }
        if (comparison.compared().stream()
                .anyMatch(one -> RoundsChart.isRepeated(one.result().rightsUse()))) {
            html.before("The first offer of a round is blue; later ones of the same need are orange.");
        }
        rounds.forEach(html::chart);
        rights();
        html.heading("unmet", "Wanted and unmet");
        ofOneSeed();
        html.chart(charts.unmet());
        html.heading("cost", "Cost and shares");
        ofOneSeed();
        html.chart(charts.cost());
        html.chart(charts.shares());
    }

    /** Where the mean over all seeds stands beside figures of one, each says which it is. */
    private void ofOneSeed() {
        var seeds = comparison.seeds();
        html.before(
                seeds.count() == 1
                        ? "Seed " + seeds.first() + "."
                        : "Of seed " + seeds.first() + ", one of " + seeds.count()
                                + ": a mean here is that of this run, not the mean wait over all seeds.");
    }

    private void rights() {
        var table = figures.rights();
        if (table.isEmpty()) {
            return;
        }
        html.heading("rights", "What the rights did");
        html.markup(table);
        html.paragraph(
                "note",
                "Counts of seed " + comparison.seeds().first() + ". " + RightsTable.CANNOT
                        + ": it cannot happen in that scenario; none: it could, and did not. Rounds begun by the last"
                        + " submission count to their end, and deliveries that were due by then.");
        var tails = comparison.compared().stream()
                .anyMatch(one -> one.result().rightsUse().powers().reopens());
        if (tails) {
            html.paragraph(
                    "note",
                    "A refusal frees the customer for what was refused. A bargain that goes beyond that, in price or"
                            + " otherwise, is put to the holder once more before it is signed; it may do so in several"
                            + " respects at once. Days added run from that offer, or from the end of the tail, until the"
                            + " customer can award again.");
        }
        if (comparison.compared().stream()
                .anyMatch(one -> one.scenario().market().slips()
                        || one.scenario().market().fails())) {
            html.paragraph(
                    "note",
                    "What delays take off prices is not taken off the costs above, which count capacity from the day"
                            + " it came. What never came costs nothing; it was looked for again, without its provider, and"
                            + " if that was the holder of a right, this stood before the need no more.");
        }
    }

    private void price() {
        html.heading("price-of-the-window", "The price of the window");
        var price = comparison.price();
        if (price == null) {
            html.paragraph("", "No window was varied: no scenario asks for it, or the right is in force in none.");
            return;
        }
        var charts = new ReportCharts(comparison, inputs.zone());
        html.chart(WindowChart.of(price, comparison, charts.hue(price.scenario())));
        html.markup(figures.windows(price));
        html.paragraph(
                "note",
                "Each point is the mean over "
                        + WindowWords.seeds(comparison.seeds().count()) + " ("
                        + comparison.seeds().first()
                        + " and following) with its 95 % confidence interval by Student's t; the lines of the other"
                        + " scenarios are means over the same seeds. Under every window the same seed draws the same"
                        + " numbers for the same request (common random numbers), and the difference in the finding is"
                        + " taken seed by seed.");
    }

    /** Nothing public says how often a right is exercised, so the page shows what hangs on it, where a scenario asks. */
    private void acceptance() {
        var grid = comparison.acceptance();
        if (grid == null) {
            return;
        }
        html.heading("acceptance", "If the holder accepted more or less often");
        var money = Unit.money(comparison.currency());
        var charts = new AcceptanceChart(grid, money);
        html.chart(charts.waits());
        html.chart(charts.costs());
        html.markup(figures.accepted(grid));
        html.markup(figures.lastLessFirst(grid));
        html.paragraph("note", WindowWords.precision(grid, comparison.seeds().first(), money));
        html.paragraph(
                "note",
                "A holder that would accept does so as far as its headroom goes and if its window is not over before"
                        + " it answers; the table tells how many offers that came to, over all seeds. Of the offers that"
                        + " it would not accept, the scenario's proportion lapses and the rest is declined; a provider"
                        + " that declined does not bid for the same capacity. Capacity is paid for from its delivery until"
                        + " the last submission: what comes later costs less here, and jobs wait for it.");
    }

    private void basis() {
        html.heading("assumptions", "What this assumes");
        SequencedSet<String> assumptions = new LinkedHashSet<>(ReportSentences.MODEL);
        comparison
                .compared()
                .forEach(one -> assumptions.addAll(one.scenario().about().assumptions()));
        assumptions.addAll(MarketWords.of(comparison.compared()));
        comparison
                .compared()
                .forEach(one -> UnlistedYear.sentences(one.result().rightsUse().unlisted())
                        .forEach(each -> assumptions.add("In " + one.name() + ", " + each + ".")));
        html.list(List.copyOf(assumptions));
        html.heading("sources", "Sources");
        SequencedSet<String> sources = new LinkedHashSet<>();
        comparison
                .compared()
                .forEach(one -> sources.addAll(one.scenario().about().sources()));
        html.list(List.copyOf(sources));
        html.heading("inputs", "Inputs");
        html.markup("<ul>\n");
        for (var one : comparison.compared()) {
            html.item(
                    "scenario " + one.scenario().name() + ": " + ReportSentences.basis(one.scenario(), inputs.zone())
                            + "; portfolio ",
                    one.portfolio());
        }
        inputs.digests().forEach((name, digest) -> html.item(name + ": SHA-256 ", digest));
        html.markup("</ul>\n");
        html.list(inputs.remarks());
        html.paragraph(
                "note",
                "Seed " + comparison.seeds().first() + "; the same inputs and seed give the same page, byte for byte.");
    }
}
