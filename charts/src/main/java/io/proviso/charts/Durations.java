package io.proviso.charts;

import java.util.ArrayList;
import java.util.List;

/** Seconds as people say them. A day has 24 hours here, a year is not used. */
final class Durations {
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
    };
    private static final double[] LOG_STEPS = {1, 10, 60, 600, 3600, 21_600, 86_400, 864_000, 8_640_000, 86_400_000};
    private static final double DAY = 86_400;

    private Durations() {}

    static String label(double seconds) {
        double size = Math.abs(seconds);
        if (size == 0) {
            return "0";
        }
        if (size < 60) {
            return Numbers.significant(seconds) + " s";
        }
        if (size < 3600) {
            return Numbers.significant(seconds / 60) + " min";
        }
        if (size < DAY) {
            return Numbers.significant(seconds / 3600) + " h";
        }
        return Numbers.compact(seconds / DAY) + " d";
    }

    /** The two largest parts: 2 d 3 h, 4 min 10 s; below a minute with its decimals. */
    static String exact(double seconds) {
        if (Math.abs(seconds) < 60) {
            return Numbers.grouped(seconds) + " s";
        }
        String sign = seconds < 0 ? "-" : "";
        long whole = Math.round(Math.abs(seconds));
        if (whole < 3600) {
            return sign + whole / 60 + " min" + rest(whole % 60, " s");
        }
        if (whole < (long) DAY) {
            return sign + whole / 3600 + " h" + rest(whole % 3600 / 60, " min");
        }
        return sign + whole / (long) DAY + " d" + rest(whole % (long) DAY / 3600, " h");
    }

    static double step(double atLeast) {
        for (double step : STEPS) {
            if (step >= atLeast) {
                return atLeast < 1 ? Ticks.niceStep(atLeast) : step;
            }
        }
        return DAY * Math.max(1, Ticks.niceStep(atLeast / DAY));
    }

    static List<Double> logTicks(double low, double high) {
        var ticks = new ArrayList<>(low < 1 ? Ticks.decades(low, Math.min(high, 0.5)) : List.of());
        for (double step : LOG_STEPS) {
            if (step >= low && step <= high) {
                ticks.add(step);
            }
        }
        return ticks;
    }

    private static String rest(long amount, String unit) {
        return amount == 0 ? "" : " " + amount + unit;
    }
}
