package io.proviso.replay.queue;

import org.jspecify.annotations.Nullable;

/**
 * The stable order of submission times as a permutation: least-significant-digit radix sort, 16 bits a pass, linear, no
 * objects. Seconds of one trace span less than 32 bits in practice, which makes two passes.
 */
final class SubmissionOrder {
    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    private SubmissionOrder() {}

    /** Returns null when the times are in order already, as those of most files are. */
    static int @Nullable [] of(long[] times, int size) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = 0; i < size; i++) {
            sorted &= times[i] >= max;
            min = Math.min(min, times[i]);
            max = Math.max(max, times[i]);
        }
        if (sorted) {
            return null;
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        int[] spare = new int[size];
        for (int shift = 0; shift < Long.SIZE && (max - min) >>> shift != 0; shift += BITS) {
            pass(times, min, shift, order, spare);
            int[] swap = order;
            order = spare;
            spare = swap;
        }
        return order;
    }

    private static void pass(long[] times, long min, int shift, int[] from, int[] to) {
        int[] next = new int[BUCKETS + 1];
        for (int i : from) {
            next[digit(times[i] - min, shift) + 1]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            next[bucket + 1] += next[bucket];
        }
        for (int i : from) {
            to[next[digit(times[i] - min, shift)]++] = i;
        }
    }

    private static int digit(long offset, int shift) {
        return (int) (offset >>> shift) & (BUCKETS - 1);
    }
}
