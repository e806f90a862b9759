package io.proviso.counsel;

/** Text that Markdown must not take for marks of its own. */
final class Markdown {
    private Markdown() {}

    static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<])", "\\\\$1").replace("\n", " ");
    }

    /** For a cell of a table, where a bar would end it. */
    static String cell(String text) {
        return escape(text).replace("|", "\\|");
    }
}
