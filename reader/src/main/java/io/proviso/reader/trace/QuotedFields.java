package io.proviso.reader.trace;

/**
 * The fields of one line of comma-separated values without their quotes (RFC 4180): a field in quotes may hold commas and ends of
 * line, and two quotes in it are one. The bytes of each field follow those of the one before, with one place between them.
 */
final class QuotedFields {
    private final byte[] line;
    private final int to;
    private final byte[] bytes;
    private int at;
    private int end;
    private boolean begun;

    QuotedFields(byte[] line, int from, int to) {
        this.line = line;
        this.to = to;
        this.at = from;
        this.bytes = new byte[to - from + 1];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Reads a field; false if it is the last one. */
    boolean next() throws BadField {
        end = begun ? end + 1 : 0;
        begun = true;
        if (at < to && line[at] == '"') {
            at++;
            quoted();
        } else {
            plain();
        }
        return at++ < to;
    }

    /** Where the field that was read ends. */
    int end() {
        return end;
    }

    private void quoted() throws BadField {
        while (at < to) {
            if (line[at] != '"') {
                take();
            } else if (at + 1 < to && line[at + 1] == '"') {
                at++;
                take();
            } else {
                at++;
                if (at < to && line[at] != ',') {
                    throw new BadField("something stands behind the quote that ends a field");
                }
                return;
            }
        }
        throw new BadField("a quoted field does not end");
    }

    private void plain() throws BadField {
        while (at < to && line[at] != ',') {
            if (line[at] == '"') {
                throw new BadField("a quote stands in a field that does not begin with one");
            }
            take();
        }
    }

    private void take() {
        bytes[end++] = line[at++];
    }
}
