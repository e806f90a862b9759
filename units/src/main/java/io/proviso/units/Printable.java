package io.proviso.units;

/**
 * Text that may be shown to people. What moves the cursor, turns the direction of reading or is not seen at all is shown as
 * a backslash and {@code u{202E}}, so that a reader sees that it is there and a terminal does not obey it. The characters are listed here and not
 * asked of the JDK, whose Unicode grows: the same text gives the same bytes on each.
 */
public final class Printable {
    /** First and last of each range; code points in ascending order. */
    private static final int[] UNSEEN = {
        0x00, 0x08, // C0, without tab and line feed
        0x0B, 0x1F, // … among them ESC
        0x7F, 0x9F, // DEL and C1, among them CSI
        0xAD, 0xAD, // soft hyphen
        0x034F, 0x034F, // grapheme joiner
        0x061C, 0x061C, // Arabic letter mark, a bidi control
        0x115F, 0x1160, // Hangul fillers
        0x17B4, 0x17B5, // inherent vowels of Khmer
        0x180B, 0x180F, // variation selectors and vowel separator of Mongolian
        0x200B, 0x200F, // zero width, and the two direction marks
        0x2028, 0x202E, // line and paragraph separators; bidi embeddings and overrides
        0x2060, 0x206F, // invisible operators; bidi isolates
        0x3164, 0x3164, // Hangul filler
        0xD800, 0xDFFF, // half of a pair
        0xFE00, 0xFE0F, // variation selectors
        0xFEFF, 0xFEFF, // byte order mark
        0xFFA0, 0xFFA0, // half-width Hangul filler
        0xFFF0, 0xFFFB, // interlinear annotation
        0xFFFE, 0xFFFF, // no characters
        0x1BCA0, 0x1BCA3, // controls of shorthand
        0x1D173, 0x1D17A, // controls of musical notation
        0xE0000, 0xE0FFF, // tags, more variation selectors
    };

    private Printable() {}

    /** Whether every character of it is seen, and stays in its line. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(point -> point == '\n' || point == '\t' || isUnseen(point));
    }

    /** As it may be shown; line feed, carriage return before a line feed, and tab stay. */
    public static String escaped(String text) {
        return replaced(text, point -> "\\u{%04X}".formatted(point));
    }

    /** The same of a whole document of JSON, which says it in its own way and means the same as before. */
    public static String escapedJson(String json) {
        return replaced(
                json,
                point -> Character.isBmpCodePoint(point)
                        ? "\\u%04X".formatted(point)
                        : "\\u%04X\\u%04X"
                                .formatted((int) Character.highSurrogate(point), (int) Character.lowSurrogate(point)));
    }

    private interface Escape {
        String of(int point);
    }

    private static String replaced(String text, Escape escape) {
        int at = firstUnseen(text, 0);
        if (at == text.length()) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 8);
        int copied = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            shown.append(text, copied, at).append(escape.of(point));
            copied = at + Character.charCount(point);
            at = firstUnseen(text, copied);
        }
        return shown.append(text, copied, text.length()).toString();
    }

    private static int firstUnseen(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean endsLine = point == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (isUnseen(point) && !endsLine) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean isUnseen(int point) {
        if (point >= ' ' && point < 0x7F) {
            return false;
        }
        for (int i = 0; i < UNSEEN.length && UNSEEN[i] <= point; i += 2) {
            if (point <= UNSEEN[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
