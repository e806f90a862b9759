package io.proviso.replay.queue;

/** Strict first in, first out. */
final class HeadOfLineQueue implements JobQueue {
    private final Trace trace;
    private final IntFifo jobs = new IntFifo();

    HeadOfLineQueue(Trace trace) {
        this.trace = trace;
    }

    @Override
    public void add(int job) {
        jobs.add(job);
    }

    @Override
    public int take(int free) {
        return jobs.isEmpty() || trace.gpus(jobs.first()) > free ? NONE : jobs.removeFirst();
    }
}
