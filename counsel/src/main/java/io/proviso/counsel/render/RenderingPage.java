package io.proviso.counsel.render;

import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.charts.Chart;
import io.proviso.charts.WebPage;
import io.proviso.charts.Xml;
import java.util.List;
import java.util.Map;

/** A rendering as one self-contained page that needs no script, with the picture of each agreement above its clauses. */
public final class RenderingPage {
    private static final String STYLE = """
        *{box-sizing:border-box}
        body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:74rem;background:var(--paper);color:var(--ink);\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.375rem;margin:3rem 0 1rem}
        h3{font-size:1.0625rem;margin:2.25rem 0 .25rem}
        a{color:var(--blue-line)}
        .about,.source,.mark,.column{color:var(--muted)}
        .about{margin:0 0 .5rem;max-width:56rem}
        .source,.mark,.column{font-size:.875rem}
        .row{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:0 2.5rem;padding:1rem 0;border-top:1px solid var(--rule)}
        .row h4{grid-column:1/-1;margin:0 0 .375rem;font-size:1rem}
        .row p{margin:0 0 .5rem}
        .head{padding:.25rem 0;border-top:0}
        blockquote{margin:0 0 .5rem;padding-left:.875rem;border-left:3px solid var(--blue-line)}
        .norm p{max-width:44rem}
        .reading{color:var(--muted);font-size:.9375rem}
        .out{color:var(--muted);text-decoration:line-through;text-decoration-thickness:1px}
        .mark{display:inline-block;margin:0 .5rem .25rem 0;padding:0 .5rem;border:1px solid var(--rule);border-radius:999px}
        @media (max-width:44rem){.row{grid-template-columns:1fr}.head{display:none}}
        @media print{.row h4{break-after:avoid}}
        """;

    private final Rendering rendering;
    private final Map<String, ? extends Chart> pictures;
    private final StringBuilder html = new StringBuilder();

    private RenderingPage(Rendering rendering, Map<String, ? extends Chart> pictures) {
        this.rendering = rendering;
        this.pictures = pictures;
    }

    /**
     * The page.
     *
     * @param pictures by name of the agreement; an agreement without one is rendered without
     * @param before sentences that stand before everything else
     */
    public static String of(Rendering rendering, Map<String, ? extends Chart> pictures, List<String> before) {
        return new RenderingPage(rendering, pictures).write(before);
    }

    private String write(List<String> before) {
        before.forEach(sentence -> element("p", "about", sentence));
        element("p", "about", rendering.about() + " Not legal advice.");
        var agreement = "";
        for (var section : rendering.sections()) {
            if (!section.agreement().equals(agreement)) {
                agreement = section.agreement();
                element("h2", "", agreement);
                var picture = pictures.get(agreement);
                if (picture != null) {
                    html.append(picture.figure(1140));
                    element("p", "about", picture.caption().description());
                }
            }
            section(section);
        }
        return WebPage.of(rendering.title(), STYLE, html.toString());
    }

    private void section(Rendering.Section section) {
        html.append("<section>\n");
        element("h3", "", section.title());
        element("p", "about", section.about());
        if (section.source() != null) {
            source(section.source());
        }
        if (!section.rows().isEmpty()) {
            html.append("<div class=\"row head\">");
            element("div", "column", "The words");
            element("div", "column", "What Proviso makes of them");
            html.append("</div>\n");
        }
        section.rows().forEach(this::row);
        html.append("</section>\n");
    }

    private void row(Rendering.Row row) {
        html.append("<article class=\"row\">\n");
        element("h4", "", row.heading());
        html.append("<div>\n");
        if (row.words() != null) {
            words(row.words());
        }
        if (row.source() != null) {
            source(row.source());
        }
        html.append("</div>\n<div class=\"norm\">\n");
        row.norm().forEach(this::sentence);
        marks(row.marks());
        html.append("</div>\n</article>\n");
    }

    private void words(Words words) {
        switch (words.kind()) {
            case QUOTE -> element("blockquote", "", words.quoted());
            case PARAPHRASE ->
                html.append("<p>")
                        .append(Xml.escape(words.says()))
                        .append(" <span class=\"source\">(our paraphrase)</span></p>\n");
        }
    }

    private void sentence(Rendering.Sentence sentence) {
        element("p", sentence.out() ? "out" : "", sentence.text());
        if (sentence.words() != null) {
            element("p", "reading", sentence.words().quoted());
        }
    }

    private void marks(List<String> marks) {
        if (!marks.isEmpty()) {
            html.append("<p>");
            marks.forEach(mark -> element("span", "mark", mark));
            html.append("</p>\n");
        }
    }

    private void source(Source source) {
        html.append("<p class=\"source\">Source: ");
        if (source.url() == null) {
            html.append(Xml.escape(source.title()));
        } else {
            html.append("<a href=\"").append(Xml.escape(source.url())).append("\">");
            html.append(Xml.escape(source.title())).append("</a>");
        }
        html.append(" (").append(source.confidence().words()).append(")</p>\n");
    }

    private void element(String name, String type, String text) {
        html.append('<').append(name);
        if (!type.isEmpty()) {
            html.append(" class=\"").append(type).append('"');
        }
        html.append('>').append(Xml.escape(text)).append("</").append(name).append(">\n");
    }
}
