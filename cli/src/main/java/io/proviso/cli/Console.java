package io.proviso.cli;

import java.io.PrintStream;

/**
 * The two streams of a command: answers go to {@code out}; progress, warnings and diagnostics to {@code err}.
 *
 * @param watched whether {@code err} is a terminal
 */
record Console(PrintStream out, PrintStream err, boolean watched) {}
