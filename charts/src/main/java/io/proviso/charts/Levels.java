package io.proviso.charts;

import io.proviso.charts.scale.ChartSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Supply and demand over the same stretches of time; within a stretch nothing changes. */
final class Levels {
    private final List<Steps> supply;
    private final Steps demand;
    /** Stretch i runs from instant i to instant i + 1. */
    private final List<Instant> instants;

    Levels(ChartSpan span, List<Steps> supply, Steps demand, Collection<Instant> cuts) {
        var all = new TreeSet<>(cuts);
        supply.forEach(one -> one.changes().forEach(step -> all.add(step.from())));
        demand.changes().forEach(step -> all.add(step.from()));
        all.removeIf(instant -> !span.contains(instant));
        all.add(span.start());
        all.add(span.end());
        this.supply = supply;
        this.demand = demand;
        this.instants = List.copyOf(all);
    }

    int count() {
        return instants.size() - 1;
    }

    Instant from(int stretch) {
        return instants.get(stretch);
    }

    Instant to(int stretch) {
        return instants.get(stretch + 1);
    }

    double hours(int stretch) {
        return Duration.between(from(stretch), to(stretch)).toMillis() / 3_600_000.0;
    }

    double supply(int layer, int stretch) {
        return supply.get(layer).at(from(stretch));
    }

    /** The sum of the first layers. */
    double stacked(int layers, int stretch) {
        double sum = 0;
        for (int layer = 0; layer < layers; layer++) {
            sum += supply(layer, stretch);
        }
        return sum;
    }

    double total(int stretch) {
        return stacked(supply.size(), stretch);
    }

    double demand(int stretch) {
        return demand.at(from(stretch));
    }

    /** How far the demand is above the supply. */
    double above(int stretch) {
        return Math.max(0, demand(stretch) - total(stretch));
    }
}
