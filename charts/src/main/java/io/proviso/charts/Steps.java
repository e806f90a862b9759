package io.proviso.charts;

import io.proviso.charts.scale.TimeScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A quantity that keeps its value from one change to the next; before the first change it is zero. */
public record Steps(String name, Hue hue, List<Step> changes) {
    public record Step(Instant from, double value) {}

    public Steps {
        changes = List.copyOf(changes);
        for (int i = 0; i < changes.size(); i++) {
            var step = changes.get(i);
            if (!(step.value() >= 0) || Double.isInfinite(step.value())) {
                throw new IllegalArgumentException("steps '" + name + "': the value " + step.value() + " at "
                        + step.from() + " is not a quantity.\nGive finite values of zero or more.");
            }
            if (i > 0 && !changes.get(i - 1).from().isBefore(step.from())) {
                throw new IllegalArgumentException("steps '" + name + "': " + step.from() + " does not come after "
                        + changes.get(i - 1).from() + ".\nSort the changes and keep the last of each instant.");
            }
        }
    }

    double at(Instant instant) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).from().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? 0 : changes.get(low - 1).value();
    }

    /**
     * The same picture with at most four changes a column of pixels: the first, the least, the greatest and the last (M4:
     * U. Jugel and others, "M4: a visualization-oriented time series data aggregation", PVLDB 7(10), 2014).
     */
    Steps thinned(TimeScale scale) {
        var kept = new ArrayList<Step>();
        int begin = 0;
        while (begin < changes.size()) {
            long column = column(scale, begin);
            int least = begin;
            int greatest = begin;
            int end = begin;
            while (end < changes.size() && column(scale, end) == column) {
                least = changes.get(end).value() < changes.get(least).value() ? end : least;
                greatest = changes.get(end).value() > changes.get(greatest).value() ? end : greatest;
                end++;
            }
            IntStream.of(begin, least, greatest, end - 1).sorted().distinct().forEach(i -> kept.add(changes.get(i)));
            begin = end;
        }
        return new Steps(name, hue, kept);
    }

    private long column(TimeScale scale, int change) {
        return (long) Math.floor(scale.at(changes.get(change).from()));
    }
}
