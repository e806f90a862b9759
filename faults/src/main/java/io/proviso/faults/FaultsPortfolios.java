package io.proviso.faults;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * The portfolio of each episode, by its seed alone. Some thousand seeds in a row share a few portfolios, since what a portfolio
 * ruled before it does not rule again; the next thousands have others.
 */
final class FaultsPortfolios {
    private static final int SEEDS_THAT_SHARE = 4096;
    private static final int DIFFERENT = 32;
    private static final int PLAIN_EVERY = 4;
    private static final int KEPT = 4;

    private final FaultsPortfolio plain = FaultsPortfolio.plain();
    private final ConcurrentMap<Long, List<FaultsPortfolio>> drawn = new ConcurrentHashMap<>();

    FaultsPortfolio of(long seed) {
        long group = Math.floorDiv(seed, SEEDS_THAT_SHARE);
        var portfolios = drawn.get(group);
        if (portfolios == null) {
            drawn.keySet().removeIf(other -> Math.abs(other - group) > KEPT);
            portfolios = drawn.computeIfAbsent(group, this::draw);
        }
        return portfolios.get(Math.floorMod(seed, DIFFERENT));
    }

    private List<FaultsPortfolio> draw(long group) {
        return IntStream.range(0, DIFFERENT)
                .mapToObj(
                        number -> number % PLAIN_EVERY == 0 ? plain : FaultsPortfolio.drawn(group * DIFFERENT + number))
                .toList();
    }
}
