package io.proviso.replay.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.replay.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {
    @Test
    void sourcesMergeBySubmissionAndTiesKeepTheOrderOfSourcesAndRows() {
        Trace trace = Trace.builder()
                .source("a")
                .add(2, 50, 1, 1)
                .add(3, 10, 1, 1)
                .add(4, 50, 1, 1)
                .source("b")
                .add(2, 10, 1, 1)
                .add(3, 50, 1, 1)
                .build();
        List<String> order = new ArrayList<>();
        for (int job = 0; job < trace.size(); job++) {
            order.add(trace.job(job).source() + trace.job(job).row());
        }
        assertEquals(List.of("a3", "b2", "a2", "a4", "b3"), order);
        assertEquals(List.of("a", "b"), trace.sources());
    }

    @Test
    void anyRangeOfTimesSortsLikeAStableSort() {
        var random = new SplittableRandom(3);
        for (long range : new long[] {1, 2, 70_000, 5_000_000_000L, Job.LAST_SUBMISSION}) {
            var builder = Trace.builder().source("random");
            var expected = new ArrayList<Job>();
            for (int row = 0; row < 5_000; row++) {
                long submission = random.nextLong(range);
                builder.add(row, submission, row, 1);
                expected.add(new Job("random", row, submission, row, 1));
            }
            expected.sort(Comparator.comparingLong(Job::submission));
            Trace trace = builder.build();
            for (int job = 0; job < trace.size(); job++) {
                assertEquals(expected.get(job), trace.job(job));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 50 100                          | 1     | no
        0 946728000                       | 1     | no
        0 946728001                       | 1     | 2 3
        0 9 253402300799                  | 1     | 3 4
        253402300799 0 9                  | 1     | 4 2
        0 1506816045 1506816050           | 1     | 2 3
        1506816045 1506816050 60000000000 | 1     | 3 4
        60000000000 70000000000 0         | 1     | 4 2
        5 5 5 253402300799 253402300799   | 1     | 4 5
        0 500000000 1000000000            | 1     | 2 3
        0 400000000 1000000000            | 1     | 3 4
        0 946728000                       | 0.5   | 2 3
        0 1893456000                      | 2     | no
        0 1                               | 1e-12 | 2 3
        0 253402300799                    | 1e6   | no
        7                                 | 1e-12 | no
        7 7 7                             | 1e-12 | no
        """)
    void aTraceThatTakesLongerThanThirtyYearsIsRefusedWithTheRowsAroundItsLongestPause(
            String submissions, double arrivals, String rows) {
        var builder = Trace.builder().source("t.csv");
        int row = 2;
        for (var submission : submissions.split(" ", -1)) {
            builder.add(row++, Long.parseLong(submission), 1, 1);
        }
        var trace = builder.build();
        var demand = new Scenario.Demand(Instant.EPOCH, 1, arrivals);
        if (rows.equals("no")) {
            assertEquals(trace.size(), demand.of(trace).size());
        } else {
            var refusal = assertThrows(IllegalArgumentException.class, () -> demand.of(trace));
            var message = String.valueOf(refusal.getMessage());
            var places = " between t.csv:" + rows.replace(" ", " and t.csv:") + ": ";
            assertTrue(message.contains(places), message);
        }
    }

    @Test
    void whatIsNoJobIsRefusedWithTheValueAndTheBound() {
        Trace.Builder trace = Trace.builder().source("a");
        assertRefused("submission -1 s is outside 0 to 253402300799 (the year 9999)", () -> trace.add(2, -1, 1, 1));
        assertRefused(
                "duration 2147483648 s is outside 0 to 2147483647 (68 years)", () -> trace.add(2, 0, 2147483648L, 1));
        assertRefused("0 GPUs is outside 1 to 2147483647", () -> trace.add(2, 0, 1, 0));
        assertEquals(0, trace.build().size());
    }

    @Test
    void gangSizesAreEachNamedOnceInOrder() {
        Trace trace = Traces.of(new int[] {0, 1, 8}, new int[] {0, 1, 1}, new int[] {0, 1, 8}, new int[] {0, 1, 3});
        assertArrayEquals(new int[] {1, 3, 8}, trace.gangSizes());
        var many = Trace.builder().source("many");
        for (int size = 100; size > 0; size--) {
            many.add(size, 0, 2, size);
        }
        assertEquals(100, many.build().gangSizes().length);
        assertEquals(2 * 5050, Traces.gpuSeconds(many.build()));
    }

    @Test
    void aSyntheticTraceIsTheSameForOneSeedAndAnotherForAnother() {
        Trace one = new SyntheticTrace(2_000, 256, 0.8, 5).generate();
        Trace again = new SyntheticTrace(2_000, 256, 0.8, 5).generate();
        Trace other = new SyntheticTrace(2_000, 256, 0.8, 6).generate();
        for (int job = 0; job < 2_000; job++) {
            assertEquals(one.job(job), again.job(job));
        }
        assertTrue(Traces.gpuSeconds(one) != Traces.gpuSeconds(other));
        assertEquals(List.of("synthetic"), one.sources());
        // Pinned, so that a change of the generator or of the platform is seen.
        assertEquals(new Job("synthetic", 2_000, 884_875, 22_657, 1), one.job(1_999));
    }

    @Test
    void aSyntheticTraceOffersItsLoadAndHasTheSharesOfItsModel() {
        int jobs = 200_000;
        Trace trace = new SyntheticTrace(jobs, 1_000, 0.9, 1).generate();
        double span = trace.submission(jobs - 1);
        assertEquals(0.9, Traces.gpuSeconds(trace) / (span * 1_000), 0.01);
        int single = 0;
        long singleSeconds = 0;
        int[] byHour = new int[24];
        for (int job = 0; job < jobs; job++) {
            byHour[(int) (trace.submission(job) / 3_600 % 24)]++;
            if (trace.gpus(job) == 1) {
                single++;
                singleSeconds += trace.duration(job);
            }
        }
        assertEquals(0.8017, (double) single / jobs, 0.005);
        assertEquals(12_615, (double) singleSeconds / single, 200);
        assertTrue(byHour[4] > 1.5 * byHour[15], "the day has its peak and its low");
        assertArrayEquals(new int[] {1, 2, 4, 8, 16, 32, 64}, trace.gangSizes());
    }

    @Test
    void noSyntheticGangIsLargerThanThePool() {
        assertArrayEquals(
                new int[] {1, 2, 4},
                new SyntheticTrace(5_000, 7, 0.5, 1).generate().gangSizes());
        assertThrows(IllegalArgumentException.class, () -> new SyntheticTrace(0, 7, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new SyntheticTrace(1, 7, Double.NaN, 1));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
