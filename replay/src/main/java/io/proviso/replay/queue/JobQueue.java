package io.proviso.replay.queue;

/** Waiting jobs in the order of one discipline. Jobs are added in order of submission, that is by ascending index. */
sealed interface JobQueue permits HeadOfLineQueue, FirstFitQueue, ShortestFirstQueue {
    int NONE = -1;

    void add(int job);

    /** Removes and returns the job to start with so many GPUs free, or {@link #NONE} if the discipline starts none. */
    int take(int free);
}
