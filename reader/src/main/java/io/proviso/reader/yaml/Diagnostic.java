package io.proviso.reader.yaml;

import io.proviso.units.Printable;
import org.jspecify.annotations.Nullable;

/** One thing wrong with a file, shown with its line and a caret; {@code advice} is what to do next. */
public record Diagnostic(
        Place place, String message, @Nullable String advice) {
    private static final int WIDEST = 140;
    private static final int BEFORE_CARET = 60;
    private static final int UNSEEN = 0xFFFD;

    /** The text a person reads, without a line break at the end; its form is held by golden files. */
    public String text() {
        var text = new StringBuilder().append(place).append(": ").append(message);
        if (place.line() > 0) {
            appendExcerpt(text);
        }
        if (advice != null) {
            text.append('\n').append(advice);
        }
        return text.toString();
    }

    /** What it follows from: a word that nothing explains is one mistake wherever it stands, all else is a mistake of its own place. */
    String cause() {
        return message.startsWith(Problems.UNKNOWN) ? message + "\n" + advice : place + " " + message;
    }

    /** In one column each, so that the caret stands under the right one. */
    private static int shown(int character) {
        return Printable.isPlain(Character.toString(character)) ? character : character == '\t' ? ' ' : UNSEEN;
    }

    private void appendExcerpt(StringBuilder text) {
        int[] line = place.source().line(place.line()).codePoints().toArray();
        int caret = Math.min(place.column() - 1, line.length);
        int from = line.length > WIDEST ? Math.max(0, caret - BEFORE_CARET) : 0;
        int to = Math.min(line.length, from + WIDEST);
        int carets = Math.clamp(place.length(), 1, Math.max(1, to - caret));
        text.append('\n').append("%5d | ".formatted(place.line())).append(from > 0 ? "…" : "");
        for (int i = from; i < to; i++) {
            text.appendCodePoint(shown(line[i]));
        }
        text.append(to < line.length ? "…" : "");
        text.append('\n')
                .append("      | ")
                .repeat(' ', caret - from + (from > 0 ? 1 : 0))
                .repeat('^', carets);
    }
}
