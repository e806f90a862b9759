package io.proviso.desk.rounds;

import io.proviso.desk.Bid;
import io.proviso.desk.Terms;
import io.proviso.units.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exact choice among bids with minimum lots: cover most of the quantity, then cost least, then be ready first, then need
 * the fewest providers, then come first by name. A bid costs what it wants for its whole term: a lower price per hour for
 * longer than asked is not less.
 *
 * <p>Every subset of bids is tried with each of its members at no less than its minimum, the rest filled up cheapest first:
 * O(2^n · n) for n bids, which the limit on candidates keeps to about a million steps.
 */
final class LeastCost {
    private static final Comparator<Priced> CHEAPEST_FIRST = Comparator.comparing(Priced::each)
            .thenComparing(priced -> priced.bid().ready())
            .thenComparing(priced -> priced.bid().provider());

    private LeastCost() {}

    /** Who gets how many GPUs, what they cost for their whole terms, and the choices that would have been as good. */
    record Choice(Map<Bid, Long> gpus, Money cost, List<List<Bid>> ties) {}

    /** A bid, and what one GPU of it costs for its whole term. */
    private record Priced(Bid bid, Money each) {}

    /** One subset, filled. */
    private record Filling(Map<Bid, Long> gpus, long covered, Money cost) {
        Instant ready() {
            return gpus.keySet().stream()
                    .map(Bid::ready)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        String names() {
            return gpus.keySet().stream()
                    .map(bid -> bid.provider().name())
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    private static final Comparator<Filling> BEST_VALUE =
            Comparator.comparingLong(Filling::covered).reversed().thenComparing(Filling::cost);
    private static final Comparator<Filling> BEST = BEST_VALUE
            .thenComparing(Filling::ready)
            .thenComparingInt(filling -> filling.gpus().size())
            .thenComparing(Filling::names);

    /** The best choice, null if not even one minimum gang can be covered. */
    static @Nullable Choice choose(List<Bid> bids, Terms terms, long quantity, long gang) {
        var byPrice = bids.stream()
                .map(bid -> new Priced(bid, bid.cost(terms)))
                .sorted(CHEAPEST_FIRST)
                .toList();
        @Nullable Filling best = null;
        var ties = new ArrayList<Filling>();
        for (var subset = 1; subset < 1 << byPrice.size(); subset++) {
            var filling = fill(byPrice, subset, quantity, gang);
            if (filling == null) {
                continue;
            }
            var value = best == null ? -1 : BEST_VALUE.compare(filling, best);
            if (value < 0) {
                ties.clear();
            }
            if (value <= 0) {
                ties.add(filling);
                best = best == null || BEST.compare(filling, best) < 0 ? filling : best;
            }
        }
        if (best == null) {
            return null;
        }
        ties.remove(best);
        var tied = ties.stream().map(tie -> List.copyOf(tie.gpus().keySet())).toList();
        return new Choice(best.gpus(), best.cost(), tied);
    }

    private static @Nullable Filling fill(List<Priced> byPrice, int subset, long quantity, long gang) {
        var left = quantity;
        for (var i = 0; i < byPrice.size() && left >= 0; i++) {
            left -= isIn(subset, i) ? least(byPrice.get(i).bid(), gang) : 0;
        }
        if (left < 0) {
            return null;
        }
        var gpus = new LinkedHashMap<Bid, Long>();
        var cost = byPrice.getFirst().each().times(0);
        for (var i = 0; i < byPrice.size(); i++) {
            if (isIn(subset, i)) {
                var bid = byPrice.get(i).bid();
                var more = Math.min(left, bid.lot().gpus() - least(bid, gang));
                if (more < 0) {
                    return null;
                }
                left -= more;
                gpus.put(bid, least(bid, gang) + more);
                cost = cost.plus(byPrice.get(i).each().times(least(bid, gang) + more));
            }
        }
        return new Filling(gpus, quantity - left, cost);
    }

    private static boolean isIn(int subset, int i) {
        return (subset & 1 << i) != 0;
    }

    private static long least(Bid bid, long gang) {
        return Math.max(bid.lot().minimum(), gang);
    }
}
