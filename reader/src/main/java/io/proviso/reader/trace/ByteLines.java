package io.proviso.reader.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream of comma-separated values as windows on one buffer. CR LF counts as an end of line, the last line needs
 * none, and one within a quoted field ends nothing (RFC 4180): the line then goes on. A byte order mark is no part of the first.
 */
final class ByteLines {
    private static final int LONGEST_LINE = 1 << 24;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;
    private int number;
    /** Ends of line that were passed so far. */
    private int passed;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line, if there is one; the window of the line before is void then. */
    boolean next() throws IOException {
        if (number == 0) {
            skipByteOrderMark();
        }
        number = passed + 1;
        var quotes = new Quotes();
        int scanned = next;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                byte b = buffer[i];
                if (b == '"') {
                    quotes.at(i - next, i == next || buffer[i - 1] == ',');
                } else if (b == '\n') {
                    passed++;
                    if (!quotes.open) {
                        window(next, i);
                        next = i + 1;
                        return true;
                    }
                }
            }
            int partial = filled - next;
            if (!fill(quotes)) {
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

    /** The number of the line as an editor shows it, counted from 1; of one that goes on, where it begins. */
    int number() {
        return number;
    }

    /** A quote opens where a field begins, or at once behind the one that closed: two of them are one within the field. */
    private final class Quotes {
        private boolean open;
        private int closed = -1;
        private int line;

        void at(int place, boolean beginsField) {
            if (open) {
                open = false;
                closed = place;
            } else if (beginsField || (closed >= 0 && closed == place - 1)) {
                open = true;
                line = passed + 1;
            }
        }

        void refuseOpen(String where) throws IOException {
            if (open) {
                throw new IOException("the quoted field that begins in line " + line + " does not end " + where
                        + "\nClose it with a quote, or write a quote that belongs to it twice.");
            }
        }
    }

    private void skipByteOrderMark() throws IOException {
        while (filled < BYTE_ORDER_MARK.length && read() > 0) {
            // A stream may give its first bytes one by one.
        }
        if (filled >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            next = BYTE_ORDER_MARK.length;
        }
    }

    private void window(int from, int to) {
        start = from;
        end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    }

    /** Moves the line begun to the front and reads on behind it. */
    private boolean fill(Quotes quotes) throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            if (filled >= LONGEST_LINE) {
                quotes.refuseOpen("within " + LONGEST_LINE + " bytes");
                throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        boolean more = read() > 0;
        if (!more) {
            quotes.refuseOpen("before the file does");
        }
        return more;
    }

    private int read() throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read;
    }
}
