package io.proviso.faults;

import java.util.Arrays;
import java.util.function.Predicate;

/** Delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 2002). */
final class FaultsShrinking {
    private FaultsShrinking() {}

    /** A subsequence that still fails, of which no single word can be left out. */
    static long[] shrink(long[] failing, Predicate<long[]> fails) {
        long[] least = failing;
        int chunk = Math.max(1, least.length / 2);
        while (true) {
            boolean isShorter = false;
            for (int from = 0; from < least.length; ) {
                long[] without = without(least, from, Math.min(least.length, from + chunk));
                if (fails.test(without)) {
                    least = without;
                    isShorter = true;
                } else {
                    from += chunk;
                }
            }
            if (chunk > 1) {
                chunk /= 2;
            } else if (!isShorter) {
                return least;
            }
        }
    }

    private static long[] without(long[] words, int from, int to) {
        long[] rest = Arrays.copyOf(words, words.length - (to - from));
        System.arraycopy(words, to, rest, from, words.length - to);
        return rest;
    }
}
