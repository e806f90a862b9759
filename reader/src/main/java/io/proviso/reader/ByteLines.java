package io.proviso.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as windows on one buffer; CR LF counts as an end of line, and the last line needs none. */
final class ByteLines {
    private static final int LONGEST_LINE = 1 << 24;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line, if there is one; the window of the line before is void then. */
    boolean next() throws IOException {
        int scanned = next;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (buffer[i] == '\n') {
                    window(next, i);
                    next = i + 1;
                    return true;
                }
            }
            int partial = filled - next;
            if (!fill()) {
                window(next, filled);
                next = filled;
                return partial > 0;
            }
            scanned = next + partial;
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    private void window(int from, int to) {
        start = from;
        end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    }

    /** Moves the line begun to the front and reads on behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            if (filled >= LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }
}
