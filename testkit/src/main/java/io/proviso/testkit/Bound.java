package io.proviso.testkit;

/**
 * How far an exploration goes: states first reached in {@code depth} steps are seen but not expanded, and once {@code states}
 * are seen none is expanded any more.
 */
public record Bound(int depth, int states) {
    public Bound {
        if (depth < 1 || states < 1) {
            throw new IllegalArgumentException(
                    "bound: depth " + depth + " and " + states + " states explore nothing.\nBoth must be at least 1.");
        }
    }
}
