package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.Bid;
import io.proviso.desk.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastCostTest {
    private static final Terms AN_HOUR = anHour();

    private static Terms anHour() {
        var plain = Round.terms(100, 1);
        var schedule = new Terms.Schedule(Round.START, null, List.of(), Duration.ofHours(1));
        return new Terms(plain.purpose(), plain.hardware(), plain.size(), schedule, plain.price());
    }

    /** Best cover, then least cost in cents, by trying every quantity of every bid; -1 if nothing can be covered. */
    private static long bruteForce(List<Bid> bids, int next, long left, long gang, long cost, long quantity) {
        if (next == bids.size()) {
            return quantity == left ? -1 : left * 1_000_000 + cost;
        }
        var best = bruteForce(bids, next + 1, left, gang, cost, quantity);
        var bid = bids.get(next);
        var hours = bid.term(AN_HOUR).toHours();
        var cents = bid.price().amount().movePointRight(2).longValueExact() * hours;
        for (var gpus = Math.max(gang, bid.lot().minimum());
                gpus <= Math.min(left, bid.lot().gpus());
                gpus++) {
            var tried = bruteForce(bids, next + 1, left - gpus, gang, cost + cents * gpus, quantity);
            best = best < 0 || (tried >= 0 && tried < best) ? tried : best;
        }
        return best;
    }

    @Test
    void theChoiceCostsNoMoreThanTheBestOfAllChoices() {
        var random = new Random(7);
        for (int run = 0; run < 500; run++) {
            var bids = new ArrayList<Bid>();
            var names = List.of("aws", "azure", "coreweave", "oracle");
            for (var name : names.subList(0, 1 + random.nextInt(4))) {
                var most = 1 + random.nextInt(12);
                var price = "0." + (10 + random.nextInt(5));
                var plain = Round.bid(name, 1 + random.nextInt(most), most, price, Round.START);
                var term = Duration.ofHours(1 + random.nextInt(2));
                bids.add(new Bid(
                        plain.id(),
                        plain.provider(),
                        plain.accelerator(),
                        plain.lot(),
                        plain.price(),
                        plain.ready(),
                        new Bid.Beyond(term, null)));
            }
            var quantity = 1 + random.nextInt(15);
            var gang = 1 + random.nextInt(Math.min(4, quantity));
            var best = bruteForce(bids, 0, quantity, gang, 0, quantity);
            var choice = LeastCost.choose(bids, AN_HOUR, quantity, gang);
            if (choice == null) {
                assertEquals(-1, best, () -> "nothing chosen from " + bids);
                continue;
            }
            var covered =
                    choice.gpus().values().stream().mapToLong(Long::longValue).sum();
            var cents = choice.cost().amount().movePointRight(2).longValueExact();
            assertEquals(best, (quantity - covered) * 1_000_000 + cents, () -> "chosen from " + bids);
            choice.gpus()
                    .forEach((bid, gpus) ->
                            assertTrue(gpus >= gang && gpus <= bid.lot().gpus()));
        }
    }

    @Test
    void noBidsNoChoice() {
        assertNull(LeastCost.choose(List.of(), AN_HOUR, 10, 1));
    }

    @Test
    void theOrderOfBidsDoesNotMatter() {
        var one = Round.bid("aws", 1, 8, "2.00", Round.START);
        var other = Round.bid("oracle", 1, 8, "2.00", Round.START);
        assertEquals(
                LeastCost.choose(List.of(one, other), AN_HOUR, 8, 1),
                LeastCost.choose(List.of(other, one), AN_HOUR, 8, 1));
    }
}
