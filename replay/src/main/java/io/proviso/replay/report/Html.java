package io.proviso.replay.report;

import io.proviso.charts.Chart;
import io.proviso.replay.queue.Term;
import java.util.List;

/** The body of a page while it is written. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What is markup already. */
    void markup(String markup) {
        html.append(markup);
    }

    void heading(String id, String text) {
        html.append("<h2 id=\"")
                .append(id)
                .append("-section\">")
                .append(escape(text))
                .append("</h2>\n");
    }

    void paragraph(String style, String text) {
        html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(escape(text))
                .append("</p>\n");
    }

    /** About what follows, and printed on the same sheet as its beginning. */
    void before(String text) {
        paragraph("note before", text);
    }

    void list(List<String> items) {
        if (!items.isEmpty()) {
            html.append("<ul>\n");
            items.forEach(text -> html.append("<li>").append(escape(text)).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    void item(String text, String code) {
        html.append("<li>")
                .append(escape(text))
                .append("<code>")
                .append(escape(code))
                .append("</code></li>\n");
    }

    void terms(List<Term> terms) {
        html.append("<dl>\n");
        terms.forEach(term -> html.append("<dt>")
                .append(escape(term.word()))
                .append("</dt><dd>")
                .append(escape(term.meaning()))
                .append(".</dd>\n"));
        html.append("</dl>\n");
    }

    void chart(Chart chart) {
        html.append(chart.figure(Chart.WIDE));
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
