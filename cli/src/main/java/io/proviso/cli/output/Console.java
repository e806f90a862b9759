package io.proviso.cli.output;

/**
 * Where a command was called from, and its two streams: answers go to {@code out}; progress, warnings and diagnostics to {@code err}.
 *
 * @param watched whether {@code err} is a terminal
 * @param called what the caller typed to get here, so that a command that we show can be pasted there
 */
public record Console(Output out, Output err, boolean watched, String called) {
    public static final String NAME = "proviso";
}
