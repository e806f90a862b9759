package io.proviso.counsel;

/** Plain text for a terminal, broken between words. */
final class Lines {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    Lines line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    Lines blank() {
        return line("");
    }

    /** What follows the first line is indented under what began. */
    Lines wrap(int indent, String paragraph) {
        var line = new StringBuilder(" ".repeat(indent));
        boolean started = false;
        for (var word : paragraph.split("\\s+", -1)) {
            if (started && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(" ".repeat(indent + 2));
                started = false;
            }
            line.append(started ? " " : "").append(word);
            started = true;
        }
        return line(line.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
