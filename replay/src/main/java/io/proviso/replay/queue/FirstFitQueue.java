package io.proviso.replay.queue;

import java.util.Arrays;

/**
 * The oldest job that fits, without a scan of the queue. Jobs of one gang size fit or do not fit together, so each size has
 * its own line, and only the heads compete: a tournament tree over the sizes holds the oldest head of every range of sizes,
 * and "fits" is a prefix of the sizes. A step costs the logarithm of the number of sizes, whatever the length of the queue.
 *
 * <p>It equals the scan that the discipline is defined by: GPUs only become fewer during a scan, so a job that was passed over
 * would be passed over again, and the scan always starts the oldest job that fits.
 */
final class FirstFitQueue implements JobQueue {
    private static final int EMPTY = Integer.MAX_VALUE;

    private final Trace trace;
    private final int[] sizes;
    private final IntFifo[] lines;
    /** Leaf {@code sizes.length + i} is the head of line i; an inner node k is the older of 2k and 2k+1. */
    private final int[] oldest;

    FirstFitQueue(Trace trace) {
        this.trace = trace;
        this.sizes = trace.gangSizes();
        this.lines = new IntFifo[sizes.length];
        Arrays.setAll(lines, _ -> new IntFifo());
        this.oldest = new int[2 * sizes.length];
        Arrays.fill(oldest, EMPTY);
    }

    @Override
    public void add(int job) {
        int size = Arrays.binarySearch(sizes, trace.gpus(job));
        IntFifo line = lines[size];
        line.add(job);
        if (line.first() == job) {
            headChanged(size);
        }
    }

    @Override
    public int take(int free) {
        int at = Arrays.binarySearch(sizes, free);
        int job = oldestOfFirst(at >= 0 ? at + 1 : -at - 1);
        if (job == EMPTY) {
            return NONE;
        }
        int size = Arrays.binarySearch(sizes, trace.gpus(job));
        lines[size].removeFirst();
        headChanged(size);
        return job;
    }

    private void headChanged(int size) {
        int node = size + sizes.length;
        oldest[node] = lines[size].isEmpty() ? EMPTY : lines[size].first();
        for (node >>= 1; node >= 1; node >>= 1) {
            oldest[node] = Math.min(oldest[2 * node], oldest[2 * node + 1]);
        }
    }

    private int oldestOfFirst(int count) {
        int job = EMPTY;
        int from = sizes.length;
        int to = sizes.length + count;
        while (from < to) {
            if ((from & 1) == 1) {
                job = Math.min(job, oldest[from++]);
            }
            if ((to & 1) == 1) {
                job = Math.min(job, oldest[--to]);
            }
            from >>= 1;
            to >>= 1;
        }
        return job;
    }
}
