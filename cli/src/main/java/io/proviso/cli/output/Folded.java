package io.proviso.cli.output;

import java.util.regex.Pattern;

/** Text in lines that fit a terminal, broken between words; what is to be pasted or stands over carets stays in one line. */
public final class Folded {
    /** Where nobody knows how wide it is. */
    public static final int COLUMNS = 80;

    private static final Pattern CARETS = Pattern.compile("[ |]*\\^[ ^]*");
    private static final Pattern COMMAND = Pattern.compile(" +('.*/|\\S*/)?" + Console.NAME + "'? .*");

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    private Folded(int columns) {
        this.columns = columns;
    }

    /** The same words; no line is wider that need not be. */
    static String text(String wide, int columns) {
        var lines = wide.split("\n", -1);
        var folded = new Folded(columns);
        for (int i = 0; i < lines.length; i++) {
            folded.text.append(i == 0 ? "" : "\n");
            boolean isWhole = isDrawn(lines[i])
                    || (i + 1 < lines.length && CARETS.matcher(lines[i + 1]).matches());
            if (isWhole) {
                folded.text.append(lines[i]);
            } else {
                folded.fold(lines[i]);
            }
        }
        return folded.text.toString();
    }

    private static boolean isDrawn(String line) {
        return CARETS.matcher(line).matches() || COMMAND.matcher(line).matches() || line.startsWith("\t");
    }

    /** Its further lines begin below its first word. */
    private void fold(String line) {
        int indent = line.length() - line.stripLeading().length();
        int used = 0;
        for (var word : line.substring(indent).split(" ", -1)) {
            int width = word.codePointCount(0, word.length());
            if (used > indent && used + 1 + width > columns) {
                text.append('\n');
                used = 0;
            }
            if (used == 0) {
                text.append(line, 0, indent);
                used = indent;
            } else {
                text.append(' ');
                used++;
            }
            text.append(word);
            used += width;
        }
    }
}
