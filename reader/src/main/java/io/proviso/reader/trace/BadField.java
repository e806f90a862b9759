package io.proviso.reader.trace;

import java.io.Serial;

/** Leaves the reading of one row; the message becomes that of its {@link BadRow}. */
final class BadField extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    BadField(String message) {
        // Bad rows can be as many as rows, and nobody looks at where they were found.
        super(message, null, false, false);
    }
}
