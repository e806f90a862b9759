package io.proviso.charts.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Seconds as people say them; hours are the largest unit, so that 51 h on an axis are 51 h in a sentence. */
final class Durations {
    private static final double[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};
    private static final double[] LOG_STEPS = {1, 10, 60, 600, 3600, 36_000, 360_000, 3_600_000, 36_000_000, 360_000_000
    };
    private static final double HOUR = 3_600;

    private Durations() {}

    static String label(double seconds) {
        double size = Math.abs(seconds);
        if (size == 0) {
            return "0";
        }
        if (size < 60) {
            return Numbers.significant(seconds) + " s";
        }
        if (size < HOUR) {
            return Numbers.significant(seconds / 60) + " min";
        }
        double hours = seconds / HOUR;
        boolean hundreds = size >= 100 * HOUR && size < 999.95 * HOUR;
        return (hundreds ? tenths(hours) : Numbers.compact(hours)) + " h";
    }

    /** Three digits would be too few where hours are counted in hundreds. */
    private static String tenths(double hours) {
        var text = String.format(Locale.ROOT, "%.1f", hours);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Hours and seconds with two decimals, what lies between in both its parts: 51.25 h, 4 min 10 s. */
    static String exact(double seconds) {
        if (Math.abs(seconds) < 60) {
            return Numbers.grouped(seconds) + " s";
        }
        String sign = seconds < 0 ? "-" : "";
        long whole = Math.round(Math.abs(seconds));
        if (whole < 3600) {
            return sign + whole / 60 + " min" + rest(whole % 60, " s");
        }
        return Numbers.grouped(seconds / HOUR) + " h";
    }

    static double step(double atLeast) {
        for (double step : STEPS) {
            if (step >= atLeast) {
                return atLeast < 1 ? Ticks.niceStep(atLeast) : step;
            }
        }
        return HOUR * Math.max(1, Ticks.niceStep(atLeast / HOUR));
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
