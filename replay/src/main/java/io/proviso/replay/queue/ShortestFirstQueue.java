package io.proviso.replay.queue;

/** By duration, then by submission; a short gang that does not fit holds up the rest. */
final class ShortestFirstQueue implements JobQueue {
    private final Trace trace;
    private final LongIntHeap jobs = new LongIntHeap();

    ShortestFirstQueue(Trace trace) {
        this.trace = trace;
    }

    @Override
    public void add(int job) {
        jobs.add(trace.duration(job), job);
    }

    @Override
    public int take(int free) {
        return jobs.isEmpty() || trace.gpus(jobs.firstValue()) > free ? NONE : jobs.removeFirst();
    }
}
