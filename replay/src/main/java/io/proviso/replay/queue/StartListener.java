package io.proviso.replay.queue;

/** Hears of every job that a pool starts. Jobs are not preempted: the job ends its duration later. */
@FunctionalInterface
public interface StartListener {
    /**
     * Called once a job, in order of time.
     *
     * @param job index in the trace
     * @param at second of the start, on the clock of the trace
     */
    void started(int job, long at);
}
