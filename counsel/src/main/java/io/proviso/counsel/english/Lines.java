package io.proviso.counsel.english;

/** Plain text for a terminal, broken between words. */
public final class Lines {
    private static final int WIDTH = 100;

    private final int width;
    private final StringBuilder text = new StringBuilder();

    public Lines() {
        this(WIDTH);
    }

    public Lines(int width) {
        this.width = width;
    }

    /** A terminal that nobody has made wider. */
    public static Lines ofAScreen() {
        return new Lines(80);
    }

    public Lines line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    public Lines blank() {
        return line("");
    }

    /** What follows the first line is indented under what began. */
    public Lines wrap(int indent, String paragraph) {
        var line = new StringBuilder(" ".repeat(indent));
        boolean started = false;
        for (var word : paragraph.split("\\s+", -1)) {
            if (started && line.length() + 1 + word.length() > width) {
                line(line.toString());
                line = new StringBuilder(" ".repeat(indent + 2));
                started = false;
            }
            line.append(started ? " " : "").append(word);
            started = true;
        }
        return line(line.toString());
    }

    /** A number with the right word: {@code 1 row}, {@code 2 rows}, {@code no row}. */
    public static String count(long n, String one, String many) {
        return n == 0 ? "no " + one : n + " " + (n == 1 ? one : many);
    }

    /** How many lines there are. */
    public int count() {
        return (int) text.chars().filter(each -> each == '\n').count();
    }

    public Lines add(Lines more) {
        text.append(more.text);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
