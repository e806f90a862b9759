package io.proviso.replay.queue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in order of submission, those of one instant in the order they were added. Columns instead of objects: 22 bytes a job,
 * so that ten million jobs fit a small heap. A job is named by its index in this order.
 */
public final class Trace {
    private final List<String> sources;
    private final short[] source;
    private final int[] row;
    private final long[] submission;
    private final int[] duration;
    private final int[] gpus;

    private Trace(Builder jobs, int @Nullable [] order) {
        this.sources = List.copyOf(jobs.sources);
        this.source = new short[jobs.size];
        this.row = new int[jobs.size];
        this.submission = new long[jobs.size];
        this.duration = new int[jobs.size];
        this.gpus = new int[jobs.size];
        for (int to = 0; to < jobs.size; to++) {
            int from = order == null ? to : order[to];
            source[to] = jobs.source[from];
            row[to] = jobs.row[from];
            submission[to] = jobs.submission[from];
            duration[to] = jobs.duration[from];
            gpus[to] = jobs.gpus[from];
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return submission.length;
    }

    /** In the order they were given. */
    public List<String> sources() {
        return sources;
    }

    public long submission(int job) {
        return submission[job];
    }

    public int duration(int job) {
        return duration[job];
    }

    public int gpus(int job) {
        return gpus[job];
    }

    public long gpuSeconds(int job) {
        return (long) gpus[job] * duration[job];
    }

    public Job job(int job) {
        return new Job(sources.get(source[job]), row[job], submission[job], duration[job], gpus[job]);
    }

    /**
     * The same jobs, with every gang that many times as wide (rounded up) and all submissions that many times denser. Ten times
     * 1.1 is eleven: gangs are reckoned in decimal, as the factor was written.
     */
    public Trace scaled(double gangs, double arrivals) {
        var scaled = builder();
        sources.forEach(scaled::source);
        long zero = size() == 0 ? 0 : submission[0];
        var factor = BigDecimal.valueOf(gangs);
        for (int job = 0; job < size(); job++) {
            long at = zero + (long) ((submission[job] - zero) / arrivals);
            scaled.add(row[job], at, duration[job], wider(gpus[job], factor));
            scaled.source[job] = source[job];
        }
        return scaled.build();
    }

    private static long wider(int gang, BigDecimal factor) {
        return factor.multiply(BigDecimal.valueOf(gang))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** The gang sizes that occur, ascending, each once. */
    public int[] gangSizes() {
        int[] sizes = new int[16];
        int known = 0;
        for (int size : gpus) {
            int at = Arrays.binarySearch(sizes, 0, known, size);
            if (at < 0) {
                int insertion = -at - 1;
                sizes = known == sizes.length ? Arrays.copyOf(sizes, known * 2) : sizes;
                System.arraycopy(sizes, insertion, sizes, insertion + 1, known - insertion);
                sizes[insertion] = size;
                known++;
            }
        }
        return Arrays.copyOf(sizes, known);
    }

    /** Collects jobs source by source, in any order of time; the sources are merged by {@link #build()}. */
    public static final class Builder {
        private final List<String> sources = new ArrayList<>();
        private short[] source = new short[1024];
        private int[] row = new int[1024];
        private long[] submission = new long[1024];
        private int[] duration = new int[1024];
        private int[] gpus = new int[1024];
        private int size;

        private Builder() {}

        /** Names where the jobs that follow come from. */
        public Builder source(String name) {
            if (sources.size() == Short.MAX_VALUE) {
                throw new IllegalArgumentException("trace: more than " + Short.MAX_VALUE + " sources");
            }
            sources.add(name);
            return this;
        }

        /**
         * Adds a job of the current source.
         *
         * @throws IllegalArgumentException if the job is none (see {@link Job}); nothing was added then
         */
        public Builder add(int rowOfJob, long submissionSeconds, long durationSeconds, long gang) {
            Job.check(submissionSeconds, durationSeconds, gang);
            if (sources.isEmpty()) {
                throw new IllegalStateException("trace: a job before its source was named");
            }
            if (size == submission.length) {
                grow();
            }
            source[size] = (short) (sources.size() - 1);
            row[size] = rowOfJob;
            submission[size] = submissionSeconds;
            duration[size] = (int) durationSeconds;
            gpus[size] = (int) gang;
            size++;
            return this;
        }

        /** Takes back the job that was added last. */
        public Builder takeBack() {
            if (size == 0) {
                throw new IllegalStateException("trace: there is no job to take back");
            }
            size--;
            return this;
        }

        public Trace build() {
            return new Trace(this, SubmissionOrder.of(submission, size));
        }

        private void grow() {
            int larger = size + (size >> 1);
            source = Arrays.copyOf(source, larger);
            row = Arrays.copyOf(row, larger);
            submission = Arrays.copyOf(submission, larger);
            duration = Arrays.copyOf(duration, larger);
            gpus = Arrays.copyOf(gpus, larger);
        }
    }
}
