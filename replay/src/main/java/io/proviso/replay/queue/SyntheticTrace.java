package io.proviso.replay.queue;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up trace, shaped like eight Microsoft training clusters; whatever shows it must call it synthetic.
 *
 * <p>The shape is measured on the 56,044 jobs of clusters 01 to 07 and 09 of microsoft/elasticflow-traces (MIT licence), the
 * traces of Gu et al., "ElasticFlow", ASPLOS 2023: the share of each gang size, the median and mean duration of each (a
 * lognormal with those two), the longest duration (longer draws are cut to it), and submissions by hour of the day relative
 * to the mean, on the clock of the traces, whose zero is not published. Arrivals are Poisson with that daily cycle.
 * Philly (Jeon et al., USENIX ATC 2019) has the same traits: single GPUs by far the most, durations with a heavy tail, wide
 * gangs the longest.
 *
 * <p>One seed gives one trace on every machine: {@link SplittableRandom} for uniform numbers and {@link StrictMath} for the rest.
 *
 * @param jobs how many jobs
 * @param gpus the pool that the load is relative to; no gang is larger
 * @param load work offered over capacity; the work is exact, its span varies as the square root of the number of jobs
 * @param seed of the generator
 */
public record SyntheticTrace(int jobs, int gpus, double load, long seed) {
    /** The only source of such a trace. */
    public static final String SOURCE = "synthetic";

    private static final int LONGEST = 1_237_189;
    private static final int HOUR = 3_600;
    private static final List<Gang> GANGS = List.of(
            new Gang(1, 44_931, 8_211, 12_615),
            new Gang(2, 1_215, 3_526, 16_318),
            new Gang(4, 2_095, 8_523, 42_740),
            new Gang(8, 7_008, 18_319, 51_601),
            new Gang(16, 379, 32_267, 66_446),
            new Gang(32, 345, 79_456, 91_983),
            new Gang(64, 71, 31_372, 76_081));
    private static final double[] RATE_BY_HOUR = {
        1.09, 1.13, 1.30, 1.24, 1.45, 1.14, 0.90, 1.00, 0.91, 0.94, 0.95, 0.90,
        0.80, 0.86, 0.73, 0.71, 0.73, 0.80, 0.92, 1.00, 0.93, 1.22, 1.26, 1.09
    };

    /** Jobs of one size: how many of the 56,044, and their median and mean seconds. */
    private record Gang(int gpus, int count, double median, double mean) {
        /** The mean of a lognormal is its median times exp(sigma^2 / 2). */
        double sigma() {
            return StrictMath.sqrt(2 * StrictMath.log(mean / median));
        }
    }

    public SyntheticTrace {
        if (jobs < 1 || gpus < 1) {
            throw new IllegalArgumentException(
                    "synthetic trace: " + jobs + " jobs for " + gpus + " GPUs; it needs at least one of each");
        }
        if (!(load > 0) || load == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("synthetic trace: the load (" + load + ") must be positive");
        }
    }

    /** Draws the trace: all gangs first, which gives the span that makes the load, then the arrivals. */
    public Trace generate() {
        var random = new SplittableRandom(seed);
        List<Gang> fitting = GANGS.stream().filter(gang -> gang.gpus <= gpus).toList();
        double[] sigmas = fitting.stream().mapToDouble(Gang::sigma).toArray();
        int total = fitting.stream().mapToInt(Gang::count).sum();
        byte[] kinds = new byte[jobs];
        int[] durations = new int[jobs];
        double work = 0;
        for (int job = 0; job < jobs; job++) {
            int kind = kind(fitting, random.nextInt(total));
            Gang gang = fitting.get(kind);
            kinds[job] = (byte) kind;
            double seconds = gang.median * StrictMath.exp(sigmas[kind] * gaussian(random));
            durations[job] = (int) Math.clamp(seconds, 1, LONGEST);
            work += (double) gang.gpus * durations[job];
        }
        double meanGap = work / (load * gpus) / jobs;
        double time = 0;
        var trace = Trace.builder().source(SOURCE);
        for (int job = 0; job < jobs; job++) {
            time = later(time, meanGap * exponential(random));
            trace.add(job + 1, (long) time, durations[job], fitting.get(kinds[job]).gpus);
        }
        return trace.build();
    }

    private static int kind(List<Gang> gangs, int draw) {
        int kind = 0;
        for (int rest = draw - gangs.get(0).count; rest >= 0; rest -= gangs.get(kind).count) {
            kind++;
        }
        return kind;
    }

    /** The moment by which the cycle has let so much of the mean rate pass. */
    private static double later(double from, double passed) {
        double time = from;
        double left = passed;
        while (true) {
            long hour = (long) (time / HOUR);
            double rate = RATE_BY_HOUR[(int) (hour % RATE_BY_HOUR.length)];
            double untilNext = (hour + 1) * (double) HOUR - time;
            if (left <= untilNext * rate) {
                return time + left / rate;
            }
            left -= untilNext * rate;
            time = (hour + 1) * (double) HOUR;
        }
    }

    private static double exponential(SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** Box and Muller (1958), one of the pair. */
    private static double gaussian(SplittableRandom random) {
        return StrictMath.sqrt(2 * exponential(random)) * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
