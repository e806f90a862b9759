package io.proviso.replay.scenario;

import io.proviso.desk.Basis;
import io.proviso.desk.Terms;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.SyntheticTrace;
import io.proviso.replay.queue.Trace;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** Scenarios for tests, from parts that a test can replace. */
public final class Worlds {
    public static final Instant START = Pact.at("2025-01-15T09:00:00");
    public static final Basis FIRST_REFUSAL =
            new Basis.Frozen(Pact.at("2025-02-01T00:00:00"), Pact.at("2025-02-01T00:00:00"));
    public static final Basis OPEN = new Basis.Frozen(Pact.at("2024-12-01T00:00:00"), Pact.at("2025-02-01T00:00:00"));

    /** Never answers. */
    public static final Market.Answering SILENT = new Market.Answering(days(0, 0), 0, 1);
    /** Bids at once; the award is a day later. */
    public static final Market.Bidding PROMPT = new Market.Bidding(days(0, 0), 1, Duration.ofDays(1));

    private Worlds() {}

    public static Market.Delay days(int from, int to) {
        return new Market.Delay(Duration.ofDays(from), Duration.ofDays(to));
    }

    /** Azure has 4 GPUs reserved and none to sell; Oracle sells 4 more. Delivery takes a day. */
    public static Market market(Market.Answering answering) {
        return new Market(List.of(supply("azure", 4, 0, "3"), supply("oracle", 0, 4, "2")), answering, PROMPT);
    }

    public static Market.Supply supply(String provider, long reserved, long headroom, String price) {
        var steps = headroom == 0 ? List.<Market.Headroom>of() : List.of(new Market.Headroom(START, headroom));
        return new Market.Supply(new Provider(provider), reserved, steps, usd(price), Duration.ofDays(1));
    }

    /** Reviews daily, looks a day back, clears a backlog in a day; asks in fours, for five days. */
    static Buyer buyer() {
        var need = new Buyer.Need(
                new Terms.Purpose("openai", List.of("training"), Terms.Capacity.NEW),
                new Accelerator("H100"),
                "infiniband");
        return new Buyer(
                new Buyer.Rhythm(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(10)),
                new Buyer.Order(need, 4, 4, 4, Duration.ofDays(5), usd("3")));
    }

    public static Scenario scenario(String name, Basis basis, Market market) {
        return new Scenario(
                new Scenario.About(name, "made up for a test", List.of("all of it"), List.of("nobody & nothing")),
                new Scenario.Ground(basis, List.of()),
                new Scenario.Demand(START, 1, 1),
                market,
                buyer());
    }

    /** The same figures in another currency. */
    public static Scenario inEuros(Scenario scenario) {
        var supplies = scenario.market().supplies().stream()
                .map(supply -> new Market.Supply(
                        supply.provider(), supply.reserved(), supply.headroom(), euros(supply.price()), supply.lead()))
                .toList();
        var order = scenario.buyer().order();
        var market = new Market(
                supplies, scenario.market().answering(), scenario.market().bidding());
        var limited = new Buyer.Order(
                order.need(),
                order.threshold(),
                order.lot(),
                order.minimumGang(),
                order.term(),
                euros(order.priceLimit()));
        return new Scenario(
                scenario.about(),
                scenario.ground(),
                scenario.demand(),
                market,
                new Buyer(scenario.buyer().rhythm(), limited));
    }

    private static Money euros(Money dollars) {
        return new Money(dollars.amount(), Currency.getInstance("EUR"));
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /** Sixty days of jobs that need about 30 GPUs. */
    public static Trace demand(long seed) {
        return new SyntheticTrace(1_500, 30, 1, seed).generate();
    }

    /** More supply than above, for demand that lasts. */
    public static Market large(Market.Answering answering) {
        return new Market(
                List.of(supply("azure", 20, 16, "3"), supply("oracle", 0, 12, "2"), supply("coreweave", 0, 8, "1")),
                answering,
                new Market.Bidding(days(1, 3), 0.9, Duration.ofDays(3)));
    }
}
