package io.proviso.counsel.render;

import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.counsel.english.Lines;
import io.proviso.counsel.english.Markdown;
import java.util.stream.Collectors;

/** A rendering as Markdown, one table of two columns for each instrument or agreement. */
public final class RenderingMarkdown {
    private RenderingMarkdown() {}

    public static String of(Rendering rendering) {
        var lines = new Lines();
        lines.line("# " + Markdown.escape(rendering.title())).blank();
        lines.line(Markdown.escape(rendering.about()) + " Not legal advice.");
        var agreement = "";
        for (var section : rendering.sections()) {
            if (!section.agreement().equals(agreement)) {
                agreement = section.agreement();
                lines.blank().line("## " + Markdown.escape(agreement));
            }
            section(lines, section);
        }
        return lines.toString();
    }

    private static void section(Lines lines, Rendering.Section section) {
        lines.blank().line("### " + Markdown.escape(section.title())).blank();
        lines.line(Markdown.escape(section.about()));
        if (section.source() != null) {
            lines.blank().line("Source: " + source(section.source()));
        }
        if (section.rows().isEmpty()) {
            return;
        }
        lines.blank().line("| words | what Proviso makes of them |").line("|---|---|");
        section.rows().forEach(row -> lines.line("| " + words(row) + " | " + norm(row) + " |"));
    }

    private static String words(Rendering.Row row) {
        return "**" + Markdown.cell(row.heading()) + "**"
                + (row.words() == null ? "" : "<br>" + words(row.words()))
                + (row.source() == null ? "" : "<br>Source: " + source(row.source()));
    }

    private static String words(Words words) {
        return switch (words.kind()) {
            case QUOTE -> Markdown.cell(words.quoted());
            case PARAPHRASE -> Markdown.cell(words.says()) + " *(our paraphrase)*";
        };
    }

    private static String norm(Rendering.Row row) {
        var norm = row.norm().stream().map(RenderingMarkdown::sentence).collect(Collectors.joining("<br>"));
        return norm
                + row.marks().stream()
                        .map(mark -> "<br>*" + Markdown.cell(mark) + "*")
                        .collect(Collectors.joining());
    }

    private static String sentence(Rendering.Sentence sentence) {
        var text = Markdown.cell(sentence.text());
        return (sentence.out() ? "~~" + text + "~~" : text)
                + (sentence.words() == null ? "" : " — " + words(sentence.words()));
    }

    private static String source(Source source) {
        var title = Markdown.cell(source.title());
        return (source.url() == null ? title : "[" + title + "](" + Markdown.target(source.url()) + ")") + " ("
                + source.confidence().words() + ")";
    }
}
