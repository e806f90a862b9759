package io.proviso.replay.queue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Traces for tests. */
public final class Traces {
    private Traces() {}

    /** Each job as submission, duration, GPUs; rows from 2, as in a file with a header. */
    public static Trace of(int[]... jobs) {
        var trace = Trace.builder().source("by hand");
        for (int i = 0; i < jobs.length; i++) {
            trace.add(i + 2, jobs[i][0], jobs[i][1], jobs[i][2]);
        }
        return trace.build();
    }

    /** The work of all jobs together. */
    static long gpuSeconds(Trace trace) {
        return IntStream.range(0, trace.size()).mapToLong(trace::gpuSeconds).sum();
    }

    /** Crowded, with many jobs of one instant, jobs of no duration, odd sizes, and rows out of order. */
    static Trace random(long seed) {
        var random = new SplittableRandom(seed);
        int jobs = 1 + random.nextInt(120);
        int span = 1 + random.nextInt(300);
        int largest = 1 + random.nextInt(14);
        var trace = Trace.builder().source("seed " + seed);
        for (int i = 0; i < jobs; i++) {
            trace.add(i, random.nextInt(span), random.nextInt(25), 1 + random.nextInt(largest));
        }
        return trace.build();
    }
}
