package io.proviso.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** GPUs wanted, running or waiting, as they stand at every sample until the next. */
final class DemandCurve {
    private final List<ScenarioResult.Wanted> samples = new ArrayList<>();
    private final List<ScenarioResult.Forecast> forecasts = new ArrayList<>();
    private long unservedGpuSeconds;

    void sample(Instant at, long gpus, long capacity) {
        samples.add(new ScenarioResult.Wanted(at, gpus, capacity));
    }

    void forecast(Instant at, double gpus, long capacity) {
        forecasts.add(new ScenarioResult.Forecast(at, gpus, capacity));
    }

    void unserved(long gpuSeconds) {
        unservedGpuSeconds = gpuSeconds;
    }

    ScenarioResult.Demand demand(Instant horizon) {
        double wanted = 0;
        double unmet = 0;
        for (int i = 0; i < samples.size(); i++) {
            var sample = samples.get(i);
            var until = i + 1 < samples.size() ? samples.get(i + 1).from() : horizon;
            double hours = Duration.between(sample.from(), until).toSeconds() / 3600.0;
            wanted += sample.gpus() * hours;
            unmet += Math.max(0, sample.gpus() - sample.capacity()) * hours;
        }
        return new ScenarioResult.Demand(samples, forecasts, wanted, unmet, unservedGpuSeconds / 3600.0);
    }
}
