package io.proviso.replay.queue;

/**
 * One job of a trace: a gang that takes all its GPUs at once and keeps them until it ends.
 *
 * @param source the trace it was read from, usually a file
 * @param row its row there, counted from 1 with the header
 * @param submission seconds since the zero of the trace, at most the end of the year 9999 counted from 1970
 * @param duration run time in seconds; zero is a job that ends as it starts
 * @param gpus GPUs it needs at once, at least one
 */
public record Job(String source, int row, long submission, int duration, int gpus) {
    static final long LAST_SUBMISSION = 253_402_300_799L;

    public Job {
        check(submission, duration, gpus);
    }

    /** Takes longs, so that whoever reads a file needs no second rule for numbers that do not fit. */
    static void check(long submission, long duration, long gpus) {
        if (submission < 0 || submission > LAST_SUBMISSION) {
            throw new IllegalArgumentException(
                    "submission " + submission + " s is outside 0 to " + LAST_SUBMISSION + " (the year 9999)");
        }
        if (duration < 0 || duration > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "duration " + duration + " s is outside 0 to " + Integer.MAX_VALUE + " (68 years)");
        }
        if (gpus < 1 || gpus > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(gpus + " GPUs is outside 1 to " + Integer.MAX_VALUE);
        }
    }
}
