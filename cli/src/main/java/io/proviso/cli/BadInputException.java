package io.proviso.cli;

import io.proviso.reader.BadFiles;

/**
 * Input that the caller can correct, thrown by a command before it printed anything; the message, which names all
 * problems at once, is shown as it is and the exit code is {@link ExitCode#BAD_INPUT}.
 */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String diagnostics;

    BadInputException(String diagnostics) {
        super(diagnostics);
        this.diagnostics = diagnostics;
    }

    BadInputException(BadFiles files) {
        this(files.text() + (files.portfolio() == null ? "" : "\nThe portfolio is " + files.portfolio() + "."));
    }

    String diagnostics() {
        return diagnostics;
    }
}
