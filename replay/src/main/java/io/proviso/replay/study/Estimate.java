package io.proviso.replay.study;

import java.util.Arrays;
import java.util.List;

/**
 * A mean over seeds with its 95 % confidence interval by Student's t; of a single seed nothing is known but its value.
 *
 * @param seeds how many values it was made of; if none, its mean is not a number
 */
public record Estimate(double mean, double low, double high, int seeds) {
    /** The 97.5 % quantiles for 1 to 30 degrees of freedom (Student 1908; any table). */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.960;

    /** What is not a number, as the mean wait of no job, counts in nothing. */
    public static Estimate of(double... all) {
        var values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        int n = values.length;
        double mean = n == 0 ? Double.NaN : Arrays.stream(values).sum() / n;
        if (n < 2) {
            return new Estimate(mean, mean, mean, n);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double t = n - 1 <= T.length ? T[n - 2] : NORMAL;
        double half = t * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - half, mean + half, n);
    }

    public static Estimate of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Of what each seed of the first has more than the same seed of the second. */
    static Estimate ofDifferences(List<Double> values, List<Double> less) {
        var differences = new double[values.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values.get(i) - less.get(i);
        }
        return of(differences);
    }

    /** The low end for what cannot be negative, as no wait is. */
    public double lowFromZero() {
        return Math.max(0, low);
    }

    /** Whether there was any value. */
    public boolean isKnown() {
        return seeds > 0;
    }

    /** Whether every value was zero. */
    public boolean isNone() {
        return seeds > 0 && mean == 0 && low == 0 && high == 0;
    }

    /** Whether the interval leaves zero out: the seeds can tell it from no difference at all. */
    public boolean isDistinct() {
        return seeds > 1 && (low > 0 || high < 0);
    }
}
