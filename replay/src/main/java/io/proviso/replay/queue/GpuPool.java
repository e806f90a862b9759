package io.proviso.replay.queue;

/**
 * A pool of equal GPUs with one queue, driven from outside through virtual time. At one instant completions come first, then
 * changes of capacity and arrivals, then starts; a job of no duration that ends as it starts frees its GPUs for another
 * round of starts at the same instant.
 *
 * <p>The driver calls {@link #advanceTo}, then {@link #capacity(int)} and {@link #arrive} for that instant. The starts of an
 * instant happen when time moves on, or when the driver asks for them by {@link #settle}, after which the state can be read.
 * When capacity falls below what runs, running jobs finish and nothing starts until enough of them have.
 *
 * <p>The trace itself is the list of arrivals, so only completions are kept in a heap: a step costs the logarithm of the
 * number of running jobs. One thread at a time.
 */
public final class GpuPool {
    private final Trace trace;
    private final JobQueue queue;
    private final StartListener listener;
    /** Key: the second a job ends; value: the GPUs it gives back. */
    private final LongIntHeap completions = new LongIntHeap();

    private long now = Long.MIN_VALUE;
    private int capacity;
    private int gpusInUse;
    private int lastArrival = JobQueue.NONE;
    private int waitingJobs;
    private long waitingGpus;
    private long waitingGpuSeconds;

    /** Starts empty, before any instant. */
    public GpuPool(Trace trace, Discipline discipline, int capacity, StartListener listener) {
        this.trace = trace;
        this.queue = discipline.queue(trace);
        this.listener = listener;
        capacity(capacity);
    }

    /** Moves to an instant: everything before it happens, and its completions, but not yet its starts. */
    public void advanceTo(long instant) {
        if (instant < now) {
            throw new IllegalArgumentException("pool: time cannot go back from " + now + " to " + instant);
        }
        if (instant == now) {
            return;
        }
        settle();
        while (completions.firstKey() < instant) {
            step();
        }
        now = instant;
        complete();
    }

    /**
     * Queues a job of the trace now, at its submission or later; its wait counts from the submission. Jobs arrive in the order of
     * the trace, and a pool need not get all of them.
     */
    public void arrive(int job) {
        if (job <= lastArrival) {
            throw new IllegalArgumentException("pool: job " + job + " arrives after job " + lastArrival
                    + "; jobs arrive in the order of the trace, each once");
        }
        if (trace.submission(job) > now) {
            throw new IllegalArgumentException(
                    "pool: job " + job + " arrives before its submission at " + trace.submission(job));
        }
        lastArrival = job;
        queue.add(job);
        waitingJobs++;
        waitingGpus += trace.gpus(job);
        waitingGpuSeconds += trace.gpuSeconds(job);
    }

    /** Sets how many GPUs the pool has from now on. */
    public void capacity(int gpus) {
        if (gpus < 0) {
            throw new IllegalArgumentException("pool: the capacity (" + gpus + ") must not be negative");
        }
        capacity = gpus;
    }

    /** Starts what the discipline starts now. Jobs that arrive at this instant afterwards are considered after these. */
    public void settle() {
        do {
            for (int job = queue.take(free()); job != JobQueue.NONE; job = queue.take(free())) {
                start(job);
            }
        } while (complete());
    }

    /** Runs until nothing runs any more. Jobs that do not fit the present capacity, and those behind them, stay waiting. */
    public void drain() {
        settle();
        while (!completions.isEmpty()) {
            step();
        }
    }

    /** {@link Long#MIN_VALUE} before the first instant. */
    public long now() {
        return now;
    }

    public int capacity() {
        return capacity;
    }

    /** May exceed the capacity after it fell. */
    public int gpusInUse() {
        return gpusInUse;
    }

    /** GPUs a job could start on now; negative while running jobs hold more than the capacity. */
    public int free() {
        return capacity - gpusInUse;
    }

    public int waitingJobs() {
        return waitingJobs;
    }

    /** The backlog as GPUs: what would have to be free for every waiting job to start now. */
    public long waitingGpus() {
        return waitingGpus;
    }

    /** The backlog as work. */
    public long waitingGpuSeconds() {
        return waitingGpuSeconds;
    }

    private void step() {
        now = completions.firstKey();
        complete();
        settle();
    }

    private boolean complete() {
        boolean any = false;
        while (completions.firstKey() <= now) {
            gpusInUse -= completions.removeFirst();
            any = true;
        }
        return any;
    }

    private void start(int job) {
        int gpus = trace.gpus(job);
        waitingJobs--;
        waitingGpus -= gpus;
        waitingGpuSeconds -= trace.gpuSeconds(job);
        gpusInUse += gpus;
        completions.add(now + trace.duration(job), gpus);
        listener.started(job, now);
    }
}
