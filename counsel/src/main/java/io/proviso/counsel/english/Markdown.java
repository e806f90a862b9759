package io.proviso.counsel.english;

/** Text that Markdown must not take for marks of its own. */
public final class Markdown {
    private Markdown() {}

    public static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<])", "\\\\$1").replace("\n", " ");
    }

    /** An address as the target of a link, in a cell too; percent signs stand for what would end either. */
    public static String target(String url) {
        return url.replace("|", "%7C").replace("(", "%28").replace(")", "%29").replace(" ", "%20");
    }

    /** For a cell of a table, where a bar would end it. */
    public static String cell(String text) {
        return escape(text).replace("|", "\\|");
    }
}
