package io.proviso.charts.scale;

import java.util.List;

/** Equal distances for equal differences; ends on round numbers. */
public record LinearScale(Unit unit, List<Double> marks, double from, double to) {
    /** Encloses low and high with about {@code target} ticks; a range of nothing gets a height of one. */
    public static LinearScale covering(Unit unit, double low, double high, int target) {
        double top = high > low ? high : low + (low == 0 ? 1 : Math.abs(low));
        return new LinearScale(unit, unit.linearTicks(low, top, target), 0, 1);
    }

    public LinearScale on(double newFrom, double newTo) {
        return new LinearScale(unit, marks, newFrom, newTo);
    }

    public double at(double value) {
        double low = marks.getFirst();
        return from + (value - low) / (marks.getLast() - low) * (to - from);
    }

    /** Short labels, unless two of them would read the same. */
    public List<Tick> ticks() {
        boolean differ = marks.stream().map(unit::label).distinct().count() == marks.size();
        return marks.stream()
                .map(value -> new Tick(at(value), differ ? unit.label(value) : unit.exact(value)))
                .toList();
    }
}
