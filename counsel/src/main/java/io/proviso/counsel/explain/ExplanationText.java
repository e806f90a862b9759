package io.proviso.counsel.explain;

import io.proviso.charts.WebPage;
import io.proviso.charts.Xml;
import io.proviso.counsel.english.Lines;
import io.proviso.counsel.english.Markdown;
import java.util.List;

/** An explanation to be read: as plain text, as a nested Markdown list, or as a page of nested {@code <details>}. */
public final class ExplanationText {
    private static final String STYLE = """
        body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:52rem;background:var(--paper);color:var(--ink);\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.5rem;margin:0 0 1rem}
        details,.leaf{margin:.375rem 0}
        details>:not(summary),.leaf>p{margin-left:1.125rem}
        summary{cursor:pointer}
        main>details>summary{font-weight:600}
        p{margin:.125rem 0}
        .because,.foot{color:var(--muted);overflow-wrap:anywhere}
        .foot{margin-top:2rem}
        """;

    private ExplanationText() {}

    public static String text(Explanation explanation) {
        var lines = new Lines().line(explanation.outcome() + "  " + explanation.ruling());
        int number = 1;
        for (var step : explanation.steps()) {
            lines.blank().wrap(0, number + ". " + step.says());
            step.because().forEach(because -> lines.wrap(3, because));
            text(lines, 3, step.under());
            number++;
        }
        return lines.blank().line("Not legal advice.").toString();
    }

    private static void text(Lines lines, int indent, List<Explanation.Step> steps) {
        for (var step : steps) {
            lines.wrap(indent, "- " + step.says());
            step.because().forEach(because -> lines.wrap(indent + 4, because));
            text(lines, indent + 2, step.under());
        }
    }

    public static String markdown(Explanation explanation) {
        var lines = new Lines()
                .line("**" + explanation.outcome() + "** `" + explanation.ruling() + "`")
                .blank();
        markdown(lines, "", explanation.steps());
        return lines.blank().line("Not legal advice.").toString();
    }

    private static void markdown(Lines lines, String indent, List<Explanation.Step> steps) {
        for (var step : steps) {
            lines.line(indent + "- " + Markdown.escape(step.says()));
            step.because().forEach(because -> lines.line(indent + "  - *" + Markdown.escape(because) + "*"));
            markdown(lines, indent + "  ", step.under());
        }
    }

    /**
     * One self-contained page that needs no script.
     *
     * @param before sentences that stand before everything else
     */
    public static String page(Explanation explanation, List<String> before) {
        var html = new StringBuilder();
        before.forEach(
                sentence -> html.append("<p>").append(Xml.escape(sentence)).append("</p>\n"));
        explanation.steps().forEach(step -> step(html, step, true));
        html.append("<p class=\"foot\">Not legal advice.</p>\n");
        return WebPage.of(explanation.outcome() + ": " + explanation.ruling(), STYLE, html.toString());
    }

    private static void step(StringBuilder html, Explanation.Step step, boolean open) {
        if (step.because().isEmpty() && step.under().isEmpty()) {
            html.append("<div class=\"leaf\"><p>")
                    .append(Xml.escape(step.says()))
                    .append("</p></div>\n");
            return;
        }
        html.append(open ? "<details open=\"open\"><summary>" : "<details><summary>")
                .append(Xml.escape(step.says()))
                .append("</summary>\n");
        step.because()
                .forEach(because -> html.append("<p class=\"because\">")
                        .append(Xml.escape(because))
                        .append("</p>\n"));
        step.under().forEach(under -> step(html, under, false));
        html.append("</details>\n");
    }
}
