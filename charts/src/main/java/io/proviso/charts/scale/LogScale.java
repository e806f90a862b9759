package io.proviso.charts.scale;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal distances for equal ratios. Zero has no place on such an axis, so it gets one of its own, left of a visible break:
 * neither dropped nor moved to a small number.
 */
public record LogScale(Unit unit, double low, double high, boolean withZero, double from, double to) {
    private static final double ZERO_AT = 10;
    private static final double BREAK_ENDS = 44;

    public static LogScale covering(
            Unit unit, double smallest, double largest, boolean withZero, double from, double to) {
        double low = StrictMath.pow(10, Math.floor(StrictMath.log10(smallest) + 1e-9));
        return new LogScale(unit, low, Math.max(largest, low * 10), withZero, from, to);
    }

    public double at(double value) {
        if (value <= 0) {
            return from + ZERO_AT;
        }
        return start() + StrictMath.log(value / low) / StrictMath.log(high / low) * (to - start());
    }

    /** Where the logarithmic part begins. */
    public double start() {
        return withZero ? from + BREAK_ENDS : from;
    }

    public List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        if (withZero) {
            ticks.add(new Tick(at(0), unit.label(0)));
        }
        unit.logTicks(low, high).forEach(value -> ticks.add(new Tick(at(value), unit.label(value))));
        return ticks;
    }

    /** The middle of the break between zero and the first value. */
    public double middleOfBreak() {
        return from + (ZERO_AT + BREAK_ENDS) / 2;
    }
}
