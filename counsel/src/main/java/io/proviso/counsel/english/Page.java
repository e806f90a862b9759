package io.proviso.counsel.english;

import io.proviso.charts.WebPage;
import io.proviso.charts.Xml;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer to be read by people who were not there: as Markdown, or as a page that prints. */
public record Page(String title, List<Block> blocks) {
    private static final String FOOT = "Not legal advice.";

    private static final String STYLE = """
        *{box-sizing:border-box}
        body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:64rem;background:var(--paper);color:var(--ink);overflow-wrap:break-word;\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
        h2{font-size:1.1875rem;margin:2.25rem 0 .5rem}
        h3{font-size:1rem;margin:1.25rem 0 .25rem}
        p,li{max-width:46em}
        table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
        th,td{padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
        .figure{text-align:right}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.875rem}
        .foot{margin-top:2rem;color:var(--muted)}
        """;

    public Page {
        blocks = List.copyOf(blocks);
    }

    /** A part of a page. */
    public sealed interface Block permits Heading, Subheading, Paragraph, Bullets, Verbatim, Table {
        /** Lines, each with its end. */
        String markdown();

        String html();
    }

    public record Heading(String text) implements Block {
        @Override
        public String markdown() {
            return "## " + Markdown.escape(text) + "\n";
        }

        @Override
        public String html() {
            return "<h2>" + Xml.escape(text) + "</h2>\n";
        }
    }

    /** Within what a heading heads. */
    public record Subheading(String text) implements Block {
        @Override
        public String markdown() {
            return "### " + Markdown.escape(text) + "\n";
        }

        @Override
        public String html() {
            return "<h3>" + Xml.escape(text) + "</h3>\n";
        }
    }

    public record Paragraph(String text) implements Block {
        @Override
        public String markdown() {
            return Markdown.escape(text) + "\n";
        }

        @Override
        public String html() {
            return "<p>" + Xml.escape(text) + "</p>\n";
        }
    }

    /**
     * A point of a list.
     *
     * @param strong what it begins with, or nothing
     * @param under points of its own
     */
    public record Bullet(String strong, String text, List<String> under) {
        public Bullet {
            under = List.copyOf(under);
        }

        public Bullet(String text) {
            this("", text, List.of());
        }

        private String markdown() {
            return "- " + (strong.isEmpty() ? "" : "**" + Markdown.escape(strong) + "** ") + Markdown.escape(text)
                    + "\n"
                    + under.stream()
                            .map(each -> "  - " + Markdown.escape(each) + "\n")
                            .collect(Collectors.joining());
        }

        private String html() {
            var own = under.stream().map(Bullet::item).collect(Collectors.joining());
            return "<li>" + (strong.isEmpty() ? "" : "<strong>" + Xml.escape(strong) + "</strong> ") + Xml.escape(text)
                    + (own.isEmpty() ? "" : "\n<ul>\n" + own + "</ul>\n") + "</li>\n";
        }

        private static String item(String text) {
            return "<li>" + Xml.escape(text) + "</li>\n";
        }
    }

    public record Bullets(List<Bullet> points) implements Block {
        public Bullets {
            points = List.copyOf(points);
        }

        @Override
        public String markdown() {
            return points.stream().map(Bullet::markdown).collect(Collectors.joining());
        }

        @Override
        public String html() {
            return "<ul>\n" + points.stream().map(Bullet::html).collect(Collectors.joining()) + "</ul>\n";
        }
    }

    /** Lines that stay as they are: a text for a terminal, or commands to paste. */
    public record Verbatim(String text) implements Block {
        /** Longer than any run of the marks within, which would end it. */
        @Override
        public String markdown() {
            var fence = new StringBuilder("```");
            while (text.contains(fence)) {
                fence.append('`');
            }
            return fence + "\n" + text.strip() + "\n" + fence + "\n";
        }

        @Override
        public String html() {
            return "<pre>" + Xml.escape(text.strip()) + "</pre>\n";
        }
    }

    /** The same page with these sentences before everything else. */
    public Page after(List<String> sentences) {
        return new Page(
                title,
                Stream.concat(sentences.stream().map(Paragraph::new), blocks.stream())
                        .toList());
    }

    public String markdown() {
        return "# " + Markdown.escape(title) + "\n\n"
                + blocks.stream().map(block -> block.markdown() + "\n").collect(Collectors.joining())
                + FOOT + "\n";
    }

    public String html() {
        return WebPage.of(
                title,
                STYLE,
                blocks.stream().map(Block::html).collect(Collectors.joining()) + "<p class=\"foot\">" + FOOT
                        + "</p>\n");
    }
}
