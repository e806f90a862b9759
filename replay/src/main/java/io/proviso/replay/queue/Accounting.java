package io.proviso.replay.queue;

import java.util.Arrays;

/**
 * Adds up what ran and how long it waited, exactly: the positive waits are kept (8 bytes each), zeros are counted. Several
 * pools that share one trace may report to one accounting.
 */
public final class Accounting implements StartListener {
    private final Trace trace;
    private long[] waits = new long[1024];
    private int waited;
    private boolean sorted = true;
    private int jobs;
    private long totalWait;
    private long totalDuration;
    private long gpuSeconds;
    private long firstSubmission = Long.MAX_VALUE;
    private long lastCompletion = Long.MIN_VALUE;

    public Accounting(Trace trace) {
        this.trace = trace;
    }

    @Override
    public void started(int job, long at) {
        long submission = trace.submission(job);
        int duration = trace.duration(job);
        jobs++;
        totalDuration += duration;
        gpuSeconds = Math.addExact(gpuSeconds, trace.gpuSeconds(job));
        firstSubmission = Math.min(firstSubmission, submission);
        lastCompletion = Math.max(lastCompletion, at + duration);
        if (at > submission) {
            waited(at - submission);
        }
    }

    /** Every wait in seconds, ascending, zeros included. */
    public double[] waits() {
        sort();
        var all = new double[jobs];
        for (int i = 0; i < waited; i++) {
            all[jobs - waited + i] = waits[i];
        }
        return all;
    }

    /** The first submission of a job that ran; zero if none did. */
    public long begin() {
        return jobs == 0 ? 0 : firstSubmission;
    }

    /** The last completion; zero if no job ran. */
    public long end() {
        return jobs == 0 ? 0 : lastCompletion;
    }

    /** Seconds from the first submission to the last completion, of jobs that ran; zero if none did. */
    public long makespan() {
        return end() - begin();
    }

    /**
     * The wait that so many percent of the jobs did not exceed, by nearest rank; zero if none ran.
     *
     * @param percent from 1 to 100
     */
    public long percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percentile: " + percent + " is outside 1 to 100");
        }
        int rank = (int) (((long) jobs * percent + 99) / 100);
        int rankAmongWaits = rank - (jobs - waited);
        if (rankAmongWaits <= 0) {
            return 0;
        }
        sort();
        return waits[rankAmongWaits - 1];
    }

    /**
     * All figures so far; averages and utilisation are zero where there is nothing to divide by.
     *
     * @param gpuSecondsOffered the capacity summed over the makespan, which utilisation is measured by
     */
    public ReplaySummary summary(double gpuSecondsOffered) {
        double count = Math.max(1, jobs);
        var summary = new ReplaySummary.Waits(
                totalWait / count, percentile(50), percentile(90), percentile(99), percentile(100), waited);
        double utilisation = gpuSecondsOffered > 0 ? gpuSeconds / gpuSecondsOffered : 0;
        return new ReplaySummary(
                jobs, summary, (totalWait + totalDuration) / count, makespan(), utilisation, gpuSeconds);
    }

    private void waited(long wait) {
        if (waited == waits.length) {
            waits = Arrays.copyOf(waits, waited + (waited >> 1));
        }
        waits[waited++] = wait;
        totalWait += wait;
        sorted = false;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(waits, 0, waited);
            sorted = true;
        }
    }
}
