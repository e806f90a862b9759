package io.proviso.cli;

/**
 * The two streams of a command: answers go to {@code out}; progress, warnings and diagnostics to {@code err}.
 *
 * @param watched whether {@code err} is a terminal
 */
record Console(Output out, Output err, boolean watched) {}
