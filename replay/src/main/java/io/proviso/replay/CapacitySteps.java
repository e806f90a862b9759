package io.proviso.replay;

import io.proviso.charts.Hue;
import io.proviso.charts.Steps;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What one provider supplied over time, as a chart draws it. */
final class CapacitySteps {
    private CapacitySteps() {}

    static Steps of(Provider provider, Hue hue, List<Holding> holdings) {
        var changes = new TreeMap<Instant, Long>();
        for (var holding : holdings) {
            if (holding.provider().equals(provider)) {
                changes.merge(holding.from(), holding.gpus(), Long::sum);
                changes.merge(holding.to(), -holding.gpus(), Long::sum);
            }
        }
        var steps = new ArrayList<Steps.Step>();
        long gpus = 0;
        for (var change : changes.entrySet()) {
            gpus += change.getValue();
            steps.add(new Steps.Step(change.getKey(), gpus));
        }
        return new Steps(provider.name(), hue, steps);
    }
}
