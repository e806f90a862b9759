package io.proviso.replay;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Capacity the customer pays for, from delivery to the end of its term; {@code price} is per GPU-hour. */
public record Holding(Provider provider, long gpus, Money price, Instant from, Instant to) {
    /** What of it lies before an instant. */
    public Holding until(Instant end) {
        var cut = to.isAfter(end) ? end : to;
        return new Holding(provider, gpus, price, from.isAfter(cut) ? cut : from, cut);
    }

    /** GPUs of those that are there at an instant. */
    static long gpusAt(Instant instant, List<Holding> holdings) {
        return holdings.stream()
                .filter(holding -> !holding.from.isAfter(instant) && holding.to.isAfter(instant))
                .mapToLong(Holding::gpus)
                .sum();
    }

    public long gpuSeconds() {
        return Math.multiplyExact(gpus, Duration.between(from, to).toSeconds());
    }
}
