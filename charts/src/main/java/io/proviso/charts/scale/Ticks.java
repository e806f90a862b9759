package io.proviso.charts.scale;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for axes: P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems, 1990. */
public final class Ticks {
    private Ticks() {}

    /** About {@code target} round numbers, the first at or below low and the last at or above high. */
    public static List<Double> nice(double low, double high, int target) {
        double range = niceCeiling(high - low);
        return stepping(low, high, niceStep(range / Math.max(1, target - 1)));
    }

    /** Multiples of a step that enclose low and high. A step below 1 divides: 3 / 10 is 0.3, 3 * 0.1 is not. */
    static List<Double> stepping(double low, double high, double step) {
        long first = (long) Math.floor(low / step + 1e-9);
        long last = (long) Math.ceil(high / step - 1e-9);
        var ticks = new ArrayList<Double>();
        for (long i = first; i <= Math.max(last, first + 1); i++) {
            ticks.add(step < 1 ? i / Math.rint(1 / step) : i * step);
        }
        return ticks;
    }

    /** Powers of ten within low and high, thinned to at most eight. */
    static List<Double> decades(double low, double high) {
        int first = (int) Math.ceil(StrictMath.log10(low) - 1e-9);
        int last = (int) Math.floor(StrictMath.log10(high) + 1e-9);
        int stride = Math.max(1, (last - first + 8) / 8);
        var ticks = new ArrayList<Double>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            ticks.add(Double.parseDouble("1e" + exponent));
        }
        return ticks;
    }

    /** 1, 2, 5 or 10 times a power of ten, the nearest to a value. */
    static double niceStep(double value) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
        double fraction = value / power;
        return power * (fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10);
    }

    private static double niceCeiling(double value) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
        double fraction = value / power;
        return power * (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10);
    }
}
