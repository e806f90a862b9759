package io.proviso.cli;

import java.io.PrintStream;

/** The two streams of a command: answers go to {@code out}; progress, warnings and diagnostics to {@code err}. */
record Console(PrintStream out, PrintStream err) {}
