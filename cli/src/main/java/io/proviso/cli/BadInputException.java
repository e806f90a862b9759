package io.proviso.cli;

/**
 * Input that the caller can correct, thrown by a command before it printed anything; the message, which names all
 * problems at once, is shown as it is and the exit code is {@link ExitCode#BAD_INPUT}.
 */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(String diagnostics) {
        super(diagnostics);
    }
}
