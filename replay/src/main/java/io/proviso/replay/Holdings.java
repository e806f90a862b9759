package io.proviso.replay;

import io.proviso.desk.Reservation;
import io.proviso.replay.scenario.Market;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the customer has, and what each provider has left to sell: sold now, or promised in an open bid. */
final class Holdings {
    private final List<Holding> all = new ArrayList<>();
    private final List<LateDelivery> late = new ArrayList<>();
    private final List<Undelivered> undelivered = new ArrayList<>();
    private final Map<Provider, Long> sold = new HashMap<>();
    private final Map<Provider, Long> promised = new HashMap<>();
    private final Market market;
    private long live;

    Holdings(Market market, Instant start) {
        this.market = market;
        for (var supply : market.supplies()) {
            if (supply.reserved() > 0) {
                all.add(new Holding(supply.provider(), supply.reserved(), supply.price(), start, Instant.MAX));
            }
        }
        live = market.reserved();
    }

    /** @param from when it comes: as reserved, or later if its provider cannot be so soon */
    Holding add(Reservation reservation, Instant from) {
        var end = from.plus(reservation.term());
        var holding = new Holding(reservation.provider(), reservation.gpus(), reservation.price(), from, end);
        all.add(holding);
        sold.merge(holding.provider(), holding.gpus(), Long::sum);
        return holding;
    }

    /** It comes later, and its term with it. */
    Holding postpone(Holding holding, Instant to) {
        var end = holding.to().plus(Duration.between(holding.from(), to));
        var later = new Holding(holding.provider(), holding.gpus(), holding.price(), to, end);
        all.set(all.indexOf(holding), later);
        return later;
    }

    void late(LateDelivery delivery) {
        late.add(delivery);
    }

    /** What was due by then and came later. */
    List<LateDelivery> lateBy(Instant horizon) {
        return late.stream().filter(one -> !one.due().isAfter(horizon)).toList();
    }

    /** It does not come; its provider may sell it again. */
    void cancel(Holding holding, Undelivered why) {
        all.remove(holding);
        sold.merge(holding.provider(), -holding.gpus(), Long::sum);
        undelivered.add(why);
    }

    /** What was due by then and never came. */
    List<Undelivered> undeliveredBy(Instant horizon) {
        return undelivered.stream().filter(one -> !one.due().isAfter(horizon)).toList();
    }

    void delivered(Holding holding) {
        live += holding.gpus();
    }

    void ended(Holding holding) {
        live -= holding.gpus();
        sold.merge(holding.provider(), -holding.gpus(), Long::sum);
    }

    /** GPUs delivered and not yet ended. */
    long live() {
        return live;
    }

    /** GPUs there will be at an instant if nothing more is reserved. */
    long at(Instant instant) {
        return Holding.gpusAt(instant, all);
    }

    /** What a provider can still promise. */
    long headroom(Provider provider, Instant now) {
        long gone = sold.getOrDefault(provider, 0L) + promised.getOrDefault(provider, 0L);
        return Math.max(0, market.supply(provider).headroomAt(now) - gone);
    }

    void promise(Provider provider, long gpus) {
        promised.merge(provider, gpus, Long::sum);
    }

    /** What there was between two instants, used or not. */
    double gpuSecondsBetween(Instant begin, Instant end) {
        return gpuSecondsUntil(end) - gpuSecondsUntil(begin);
    }

    private double gpuSecondsUntil(Instant end) {
        return all.stream()
                .mapToDouble(holding -> holding.until(end).gpuSeconds())
                .sum();
    }

    List<Holding> all() {
        return List.copyOf(all);
    }
}
