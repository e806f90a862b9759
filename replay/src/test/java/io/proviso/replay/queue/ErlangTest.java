package io.proviso.replay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Theory as an oracle: Poisson arrivals, exponential durations and single GPUs make an M/M/c queue. */
class ErlangTest {
    private static final int JOBS = 600_000;
    private static final int SERVERS = 20;
    private static final double LOAD = 0.85;
    /** Long against the whole seconds that everything is cut to. */
    private static final double MEAN_DURATION = 20_000;

    @Test
    void theMeanWaitOfAnMmcQueueIsThatOfErlangC() {
        ReplaySummary summary = PlainReplay.run(mmc(), SERVERS, Discipline.FIFO).summary();
        double delayed = erlangC(SERVERS, LOAD * SERVERS);
        double meanWait = delayed * MEAN_DURATION / (SERVERS * (1 - LOAD));
        assertEquals(delayed, (double) summary.waits().waited() / summary.jobs(), 0.03 * delayed);
        assertEquals(meanWait, summary.waits().average(), 0.04 * meanWait);
        assertEquals(LOAD, summary.utilisation(), 0.01);
    }

    private static Trace mmc() {
        var random = new SplittableRandom(17);
        double gap = MEAN_DURATION / (LOAD * SERVERS);
        double time = 0;
        var trace = Trace.builder().source("M/M/" + SERVERS);
        for (int row = 1; row <= JOBS; row++) {
            time += gap * exponential(random);
            trace.add(row, (long) time, (long) (MEAN_DURATION * exponential(random)), 1);
        }
        return trace.build();
    }

    private static double exponential(SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** The share of arrivals that wait, by way of the Erlang B recursion. */
    private static double erlangC(int servers, double offered) {
        double b = 1;
        for (int n = 1; n <= servers; n++) {
            b = offered * b / (n + offered * b);
        }
        return b / (1 - offered / servers * (1 - b));
    }
}
