package io.proviso.replay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainReplayTest {
    /** On 4 GPUs: a wide job behind a running one, a narrow one that would fit, and a short one. */
    private static final Trace CROWDED =
            Traces.of(new int[] {0, 100, 3}, new int[] {10, 50, 4}, new int[] {20, 70, 1}, new int[] {30, 10, 2});

    @Test
    void fifoLetsEverybodyWaitForTheHeadOfTheLine() {
        // 3 GPUs until 100, then 4 until 150, then the others together: waits 0, 90, 130, 120.
        ReplaySummary summary = PlainReplay.run(CROWDED, 4, Discipline.FIFO).summary();
        assertEquals(
                new ReplaySummary(
                        4,
                        new ReplaySummary.Waits(85, 90, 130, 130, 130, 3),
                        85 + 57.5,
                        220,
                        (300 + 200 + 70 + 20) / 880.0,
                        590),
                summary);
    }

    @Test
    void fifoSkipStartsWhatFitsBesideTheRunningJob() {
        // The narrow job starts at 20; at 100 the wide one does not fit, the short one does; the wide one starts at
        // 110.
        ReplaySummary summary =
                PlainReplay.run(CROWDED, 4, Discipline.FIFO_SKIP).summary();
        assertEquals(new ReplaySummary.Waits((90 + 120) / 4.0, 0, 120, 120, 120, 2), summary.waits());
        assertEquals(160, summary.makespan());
    }

    @Test
    void sjfTakesTheShortestAndLetsItHoldUpTheRest() {
        // At 20 the narrow job is behind the wide, shorter one; at 30 the shortest (2 GPUs) leads. It starts at 100,
        // the wide
        // one at 110, the narrow one at 160.
        ReplaySummary summary = PlainReplay.run(CROWDED, 4, Discipline.SJF).summary();
        assertEquals(new ReplaySummary.Waits((100 + 140 + 70) / 4.0, 70, 140, 140, 140, 3), summary.waits());
    }

    @Test
    void gpusThatComeFreeAtAnInstantServeTheArrivalsOfThatInstant() {
        Trace backToBack = Traces.of(new int[] {0, 10, 2}, new int[] {10, 10, 2});
        assertEquals(
                0,
                PlainReplay.run(backToBack, 2, Discipline.FIFO)
                        .summary()
                        .waits()
                        .waited());
    }

    @Test
    void aJobOfNoDurationGivesItsGpusBackAtTheSameInstant() {
        Trace trace = Traces.of(new int[] {5, 0, 4}, new int[] {5, 3, 4});
        assertEquals(3, PlainReplay.run(trace, 4, Discipline.FIFO).summary().makespan());
    }

    @Test
    void aJobLargerThanThePoolIsReportedWithItsRowAndCountsForNothing() {
        Trace trace = Traces.of(new int[] {0, 1000, 9}, new int[] {50, 10, 8});
        PlainReplay replay = PlainReplay.run(trace, 8, Discipline.FIFO);
        assertEquals(List.of(new Job("by hand", 2, 0, 1000, 9)), replay.tooLarge());
        assertEquals(1, replay.summary().jobs());
        assertEquals(10, replay.summary().makespan(), "from the first submission of a job that ran");
        assertEquals(1.0, replay.summary().utilisation());
    }

    @Test
    void aTraceWithoutJobsGivesZerosNotNaN() {
        ReplaySummary summary = PlainReplay.run(Trace.builder().build(), 8, Discipline.FIFO_SKIP)
                .summary();
        assertEquals(new ReplaySummary(0, new ReplaySummary.Waits(0, 0, 0, 0, 0, 0), 0, 0, 0, 0), summary);
    }

    @Test
    void aPoolWithoutGpusIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PlainReplay.run(CROWDED, 0, Discipline.FIFO));
    }

    @ParameterizedTest
    @EnumSource
    void thePoolStartsTheSameJobsAtTheSameSecondsAsTheDefinition(Discipline discipline) {
        for (long seed = 0; seed < 400; seed++) {
            Trace trace = Traces.random(seed);
            int capacity = 1 + (int) (seed % 16);
            var starts = new ArrayList<SecondBySecond.Start>();
            var pool = new GpuPool(
                    trace, discipline, capacity, (job, at) -> starts.add(new SecondBySecond.Start(job, at)));
            for (int job = 0; job < trace.size(); job++) {
                if (trace.gpus(job) <= capacity) {
                    pool.advanceTo(trace.submission(job));
                    pool.arrive(job);
                }
            }
            pool.drain();
            assertEquals(SecondBySecond.starts(trace, capacity, discipline), starts, "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyJobRunsOrIsTooLarge(Discipline discipline) {
        for (long seed = 0; seed < 200; seed++) {
            Trace trace = Traces.random(seed);
            PlainReplay replay = PlainReplay.run(trace, 7, discipline);
            assertEquals(
                    trace.size(), replay.summary().jobs() + replay.tooLarge().size(), "seed " + seed);
            assertTrue(replay.summary().utilisation() <= 1, "seed " + seed);
        }
    }

    @Test
    void theFiguresCarryTheNamesOfTheCommand() {
        assertEquals(
                List.of(
                        "jobs",
                        "averageWait",
                        "p50Wait",
                        "p90Wait",
                        "p99Wait",
                        "maxWait",
                        "waited",
                        "averageCompletion",
                        "makespan",
                        "utilisation",
                        "gpuSeconds"),
                List.copyOf(PlainReplay.run(CROWDED, 4, Discipline.FIFO)
                        .summary()
                        .figures()
                        .keySet()));
    }

    @Test
    void anUnknownDisciplineIsNamedWithTheKnownOnes() {
        assertEquals(Discipline.FIFO_SKIP, Discipline.of("fifo-skip"));
        var refusal = assertThrows(IllegalArgumentException.class, () -> Discipline.of("lifo"));
        assertEquals("discipline: unknown value \"lifo\"\nKnown: fifo, fifo-skip, sjf", refusal.getMessage());
    }
}
