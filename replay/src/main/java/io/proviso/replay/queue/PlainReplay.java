package io.proviso.replay.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A trace through one queue over one pool of constant size, under no agreement: the measure that scenarios are held against.
 *
 * @param tooLarge jobs that the pool could never hold, in order of submission; they were not queued
 */
public record PlainReplay(ReplaySummary summary, List<Job> tooLarge) {
    public PlainReplay {
        tooLarge = List.copyOf(tooLarge);
    }

    /** Replays all of a trace. */
    public static PlainReplay run(Trace trace, int gpus, Discipline discipline) {
        return run(trace, gpus, discipline, _ -> {});
    }

    /**
     * Replays all of a trace before somebody's eyes.
     *
     * @param progress hears the index of every job as its turn comes, in order
     */
    public static PlainReplay run(Trace trace, int gpus, Discipline discipline, IntConsumer progress) {
        if (gpus < 1) {
            throw new IllegalArgumentException("pool: " + gpus + " GPUs; a pool needs at least one");
        }
        var accounting = new Accounting(trace);
        var pool = new GpuPool(trace, discipline, gpus, accounting);
        var tooLarge = new ArrayList<Job>();
        for (int job = 0; job < trace.size(); job++) {
            progress.accept(job);
            if (trace.gpus(job) > gpus) {
                tooLarge.add(trace.job(job));
            } else {
                pool.advanceTo(trace.submission(job));
                pool.arrive(job);
            }
        }
        pool.drain();
        return new PlainReplay(accounting.summary((double) gpus * accounting.makespan()), tooLarge);
    }
}
