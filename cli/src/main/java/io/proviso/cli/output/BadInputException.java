package io.proviso.cli.output;

import io.proviso.reader.yaml.BadFiles;

/**
 * Input that the caller can correct, thrown by a command before it printed anything; the message, which names all
 * problems at once, is shown as it is and the exit code is {@link ExitCode#BAD_INPUT}.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String diagnostics;

    public BadInputException(String diagnostics) {
        super(diagnostics);
        this.diagnostics = diagnostics;
    }

    public BadInputException(BadFiles files) {
        this(files.text() + (files.portfolio() == null ? "" : "\nThe portfolio is " + files.portfolio() + "."));
    }

    public String diagnostics() {
        return diagnostics;
    }
}
