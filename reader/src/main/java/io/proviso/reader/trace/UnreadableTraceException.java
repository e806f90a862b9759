package io.proviso.reader.trace;

import java.io.Serial;
import java.util.List;

/** One or more trace files that could not be read at all; the message names each with its reason. */
public final class UnreadableTraceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreadableTraceException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
