package io.proviso.testkit;

/** How far an exploration goes: states deeper than {@code depth} steps, or beyond the first {@code states}, are seen but not expanded. */
public record Bound(int depth, int states) {
    public Bound {
        if (depth < 1 || states < 1) {
            throw new IllegalArgumentException(
                    "bound: depth " + depth + " and " + states + " states explore nothing.\nBoth must be at least 1.");
        }
    }
}
