package io.proviso.counsel.notice;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.charts.Theme;
import io.proviso.charts.Xml;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.check.FindingsInBrief;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.counsel.compare.ComparisonText;
import io.proviso.counsel.compare.PortfolioDiff;
import io.proviso.counsel.due.Marks;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.english.Lines;
import io.proviso.counsel.english.Markdown;
import io.proviso.counsel.render.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What those who decide have to know of a time, on a page: what changed in it, what binds at its end, what is owed in the year after,
 * and what there is to find fault with. Each part is what the command of its own says in brief, so that a memo never says anything else.
 */
public record Memo(String title, List<Section> sections) {
    private static final String ADVICE =
            "Not legal advice. All of each part: diff, render, obligations and check, with -v.";

    private static final String STYLE = """
        *{box-sizing:border-box}
        body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:52rem;background:var(--paper);color:var(--ink);\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.5rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.125rem;margin:1.5rem 0 .25rem}
        p{margin:0;color:var(--muted)}
        pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem;line-height:1.35}
        """;

    public Memo {
        sections = List.copyOf(sections);
    }

    /** A part, as it is told on a terminal; how to see more of it is said once for all. */
    public record Section(String heading, String text) {
        public Section {
            text = text.lines()
                    .filter(line -> !line.startsWith("More: "))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining())
                    .stripTrailing();
        }
    }

    /** Of the time between two looks at one portfolio, for the eyes of those who may read all of it. */
    public static Memo between(Standpoint before, Standpoint after) {
        var portfolio = after.portfolio();
        var yearLater = after.asOf().atZone(portfolio.zone()).plusYears(1).toInstant();
        var obligations = Obligations.until(after, yearLater);
        return new Memo(
                portfolio.name() + ", " + before.asOfWords() + " to " + after.asOfWords(),
                List.of(
                        new Section(
                                "What changed",
                                new ComparisonText(PortfolioDiff.of(before, after), Disclosure.INTERNAL).brief()),
                        new Section("What binds at the end", binding(after)),
                        new Section("What is owed in the year after", ObligationsText.brief(obligations)),
                        new Section(
                                "What to look into",
                                FindingsInBrief.of(
                                        PortfolioCheck.of(after.compiled(), null),
                                        portfolio.name(),
                                        portfolio.zone(),
                                        null))));
    }

    /** The same with what is supposed in its title, for a page has no line before it. */
    public Memo supposing(String sentence) {
        return sentence.isEmpty() ? this : new Memo(sentence.strip() + " " + title, sections);
    }

    private static String binding(Standpoint at) {
        var lines = Lines.ofAScreen();
        for (var section : Rendering.inForce(at, null, Disclosure.INTERNAL).sections()) {
            if (!section.rows().isEmpty()) {
                lines.line(section.agreement());
            }
            for (var row : section.rows()) {
                var says = row.norm().stream()
                        .filter(sentence -> !sentence.out())
                        .map(Rendering.Sentence::text)
                        .collect(Collectors.joining(" "));
                lines.wrap(2, row.heading() + ". " + says + Marks.words(row.marks()));
            }
        }
        return lines.count() == 0 ? "Nothing is in force.\n" : lines.toString();
    }

    /** For a terminal. */
    public String text() {
        return title + "\n" + ADVICE + "\n"
                + sections.stream()
                        .map(section ->
                                "\n" + section.heading().toUpperCase(Locale.ROOT) + "\n" + section.text() + "\n")
                        .collect(Collectors.joining());
    }

    /** The parts are set as they stand, four in from the margin. */
    public String markdown() {
        var lines = new ArrayList<String>(List.of("# " + Markdown.escape(title), "", ADVICE));
        for (var section : sections) {
            lines.addAll(List.of("", "## " + Markdown.escape(section.heading()), ""));
            section.text().lines().forEach(line -> lines.add(line.isEmpty() ? "" : "    " + line));
        }
        return String.join("\n", lines) + "\n";
    }

    /** A page that stands by itself and prints. */
    public String page() {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
                .append(Xml.escape(title))
                .append("</title>\n<style>\n")
                .append(Theme.css())
                .append(STYLE)
                .append(Theme.sheets(title, ADVICE))
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(Xml.escape(title))
                .append("</h1>\n<p>")
                .append(ADVICE)
                .append("</p>\n");
        for (var section : sections) {
            html.append("<h2>")
                    .append(Xml.escape(section.heading()))
                    .append("</h2>\n<pre>")
                    .append(Xml.escape(section.text()))
                    .append("</pre>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }
}
