package io.proviso.replay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GpuPoolTest {
    private final List<String> starts = new ArrayList<>();

    private GpuPool pool(Trace trace, int capacity) {
        return new GpuPool(trace, Discipline.FIFO, capacity, (job, at) -> starts.add(job + "@" + at));
    }

    @Test
    void aReservationDeliveredLaterStartsTheBacklog() {
        GpuPool pool = pool(Traces.of(new int[] {0, 10, 8}, new int[] {0, 10, 4}), 0);
        pool.advanceTo(0);
        pool.arrive(0);
        pool.arrive(1);
        pool.advanceTo(100);
        assertEquals(2, pool.waitingJobs());
        assertEquals(12, pool.waitingGpus());
        assertEquals(120, pool.waitingGpuSeconds());
        pool.capacity(8);
        pool.settle();
        assertEquals(8, pool.gpusInUse());
        assertEquals(4, pool.waitingGpus());
        pool.drain();
        assertEquals(List.of("0@100", "1@110"), starts);
        assertEquals(0, pool.waitingGpuSeconds());
    }

    @Test
    void aTermThatEndsPreemptsNothingAndStartsNothing() {
        GpuPool pool = pool(Traces.of(new int[] {0, 100, 6}, new int[] {20, 10, 2}), 8);
        pool.advanceTo(0);
        pool.arrive(0);
        pool.advanceTo(10);
        pool.capacity(2);
        assertEquals(-4, pool.free());
        pool.advanceTo(20);
        pool.arrive(1);
        pool.drain();
        assertEquals(List.of("0@0", "1@100"), starts);
    }

    @Test
    void capacityThatComesAndGoesAtOneInstantStartsNothing() {
        GpuPool pool = pool(Traces.of(new int[] {0, 5, 1}), 0);
        pool.advanceTo(0);
        pool.arrive(0);
        pool.capacity(1);
        pool.capacity(0);
        pool.drain();
        assertEquals(List.of(), starts);
        assertEquals(1, pool.waitingJobs());
    }

    @Test
    void theStartsOfAnInstantHappenWhenTimeMovesOnOrWhenAskedFor() {
        GpuPool pool = pool(Traces.of(new int[] {0, 5, 1}, new int[] {3, 5, 1}), 2);
        pool.advanceTo(0);
        pool.arrive(0);
        assertEquals(0, pool.gpusInUse());
        pool.advanceTo(3);
        assertEquals(1, pool.gpusInUse());
        pool.arrive(1);
        pool.settle();
        assertEquals(2, pool.gpusInUse());
        assertEquals(3, pool.now());
    }

    @Test
    void aJobHeldBackByTheDriverWaitsSinceItsSubmission() {
        Trace trace = Traces.of(new int[] {10, 5, 1});
        var accounting = new Accounting(trace);
        var pool = new GpuPool(trace, Discipline.FIFO, 1, accounting);
        assertThrows(IllegalArgumentException.class, () -> pool.arrive(0));
        pool.advanceTo(25);
        pool.arrive(0);
        pool.drain();
        assertEquals(15, accounting.percentile(50));
        assertEquals(20, accounting.makespan());
    }

    @Test
    void poolsThatShareAnAccountingAddUp() {
        Trace trace = Traces.of(new int[] {0, 10, 2}, new int[] {0, 10, 2}, new int[] {1, 10, 2});
        var accounting = new Accounting(trace);
        var left = new GpuPool(trace, Discipline.FIFO, 2, accounting);
        var right = new GpuPool(trace, Discipline.SJF, 2, accounting);
        left.advanceTo(0);
        right.advanceTo(0);
        left.arrive(0);
        right.arrive(1);
        right.advanceTo(1);
        right.arrive(2);
        left.drain();
        right.drain();
        var summary = accounting.summary(4.0 * accounting.makespan());
        assertEquals(3, summary.jobs());
        assertEquals(60, summary.gpuSeconds());
        assertEquals(60 / 80.0, summary.utilisation());
        assertEquals(9, accounting.percentile(100));
        assertThrows(IllegalArgumentException.class, () -> accounting.percentile(0));
    }

    @Test
    void timeAndJobsGoForwardOnly() {
        GpuPool pool = pool(Traces.of(new int[] {0, 5, 1}, new int[] {3, 5, 1}), 2);
        pool.advanceTo(3);
        pool.arrive(1);
        assertThrows(IllegalArgumentException.class, () -> pool.arrive(0));
        assertThrows(IllegalArgumentException.class, () -> pool.arrive(1));
        assertThrows(IllegalArgumentException.class, () -> pool.advanceTo(2));
        assertThrows(IllegalArgumentException.class, () -> pool.capacity(-1));
    }

    /** Random capacity, in whatever steps: no job is lost, none starts early, the books agree with the trace. */
    @ParameterizedTest
    @EnumSource
    void underChangingCapacityEveryJobStartsOnceAndOnlyOnFreeGpus(Discipline discipline) {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            Trace trace = Traces.random(seed);
            long[] startedAt = new long[trace.size()];
            Arrays.fill(startedAt, -1);
            var running = new Running(trace);
            var pool = new GpuPool(trace, discipline, 0, (job, at) -> {
                assertEquals(-1, startedAt[job]);
                startedAt[job] = at;
                running.start(job, at);
            });
            for (int job = 0; job < trace.size(); job++) {
                pool.advanceTo(trace.submission(job));
                if (random.nextInt(4) == 0) {
                    running.capacity = random.nextInt(20);
                    pool.capacity(running.capacity);
                }
                pool.arrive(job);
            }
            pool.advanceTo(trace.submission(trace.size() - 1) + 1);
            running.capacity = 14;
            pool.capacity(14);
            pool.drain();
            assertEquals(0, pool.waitingJobs(), "seed " + seed);
            assertEquals(0, pool.waitingGpus());
            assertEquals(0, pool.waitingGpuSeconds());
            assertEquals(0, pool.gpusInUse());
            for (int job = 0; job < trace.size(); job++) {
                assertTrue(startedAt[job] >= trace.submission(job), "seed " + seed + " job " + job);
                if (discipline == Discipline.FIFO && job > 0) {
                    assertTrue(startedAt[job] >= startedAt[job - 1], "seed " + seed + " job " + job);
                }
            }
        }
    }

    /** What holds GPUs, kept apart from the pool. */
    private static final class Running {
        private final Trace trace;
        private final List<long[]> jobs = new ArrayList<>();
        private int capacity;

        Running(Trace trace) {
            this.trace = trace;
        }

        void start(int job, long at) {
            jobs.removeIf(other -> other[0] <= at);
            jobs.add(new long[] {at + trace.duration(job), trace.gpus(job)});
            // Jobs without duration hold their GPUs for no time, so they are not counted against the next round of
            // starts.
            long lasting = jobs.stream()
                    .filter(other -> other[0] > at)
                    .mapToLong(other -> other[1])
                    .sum();
            assertTrue(lasting <= capacity, () -> lasting + " GPUs in use of " + capacity + " at " + at);
        }
    }
}
