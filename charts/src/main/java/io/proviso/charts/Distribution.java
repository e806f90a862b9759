package io.proviso.charts;

import java.util.Arrays;

/** The sorted values of one series; the array is copied, so that the chart stays what it was. */
public final class Distribution {
    private final String name;
    private final Hue hue;
    private final double[] sorted;

    private Distribution(String name, Hue hue, double[] sorted) {
        this.name = name;
        this.hue = hue;
        this.sorted = sorted;
    }

    /** Values of zero or more; NaN and infinity are no measurements and are rejected by their position. */
    public static Distribution of(String name, Hue hue, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0) || values[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("distribution '" + name + "': value " + i + " is " + values[i]
                        + ", which has no place on a logarithmic axis from zero.\nGive finite values of zero or more.");
            }
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(name, hue, sorted);
    }

    public String name() {
        return name;
    }

    public Hue hue() {
        return hue;
    }

    public int size() {
        return sorted.length;
    }

    double value(int rank) {
        return sorted[rank];
    }

    /** The smallest value that at least this share of all values do not exceed (type 1 of Hyndman and Fan, 1996). */
    public double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    double shareOfZeros() {
        return sorted.length == 0 ? Double.NaN : (double) firstPositive() / sorted.length;
    }

    /** The rank of the first value above zero; the size where there is none. */
    int firstPositive() {
        int rank = Arrays.binarySearch(sorted, Double.MIN_VALUE);
        rank = rank >= 0 ? rank : -rank - 1;
        while (rank > 0 && sorted[rank - 1] > 0) {
            rank--;
        }
        return rank;
    }
}
