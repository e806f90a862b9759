package io.proviso.reader.scenario;

import io.proviso.reader.portfolio.Amounts;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.replay.scenario.Market;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes who supplies what in a scenario, and how holders and bidders behave. */
final class MarketDecoder {
    private final Problems problems;
    private final ScenarioScalars more;
    private final Instants instants;
    private final Scalars scalars;
    private final Amounts amounts;

    MarketDecoder(Problems problems, ScenarioScalars more, Instants instants) {
        this.problems = problems;
        this.more = more;
        this.instants = instants;
        this.scalars = new Scalars(problems);
        this.amounts = new Amounts(problems);
    }

    @Nullable
    Market market(Mapping file) {
        file.refuseEmpty("providers");
        List<Mapping> providers = file.mappings("providers", ScenarioGrammar.SUPPLY);
        List<Market.Supply> supplies = new ArrayList<>();
        for (Mapping provider : providers) {
            var supply = supply(provider);
            if (supply != null) {
                supplies.add(supply);
            }
        }
        var answering = answering(file);
        var bidding = bidding(file);
        if (answering == null || bidding == null || supplies.size() < providers.size() || supplies.isEmpty()) {
            return null;
        }
        try {
            return new Market(supplies, answering, bidding);
        } catch (IllegalArgumentException refusal) {
            problems.add(file.place("providers"), refusal);
            return null;
        }
    }

    private Market.@Nullable Supply supply(Mapping entry) {
        String name = entry.name("provider");
        if (name != null) {
            more.values("provider", name, entry.place("provider"));
        }
        Long reserved = entry.get("reserved", scalars::count);
        var headroom = headroom(entry);
        var price = entry.get("price", amounts::money);
        var lead = entry.get("lead", more::timeOrNone);
        if (entry.node("sources") instanceof Node.Items(List<Node> items, Place _) && items.isEmpty()) {
            problems.add(
                    entry.place("sources"),
                    "a figure without a source",
                    "Say where reserved, headroom and price are from.");
        }
        var slips = entry.has("slips") ? slips(entry) : Market.Slips.NONE;
        if (name == null || reserved == null || price == null || lead == null || slips == null) {
            return null;
        }
        return new Market.Supply(new Provider(name), reserved, headroom, price, lead, slips);
    }

    private Market.@Nullable Slips slips(Mapping supply) {
        Mapping entry = supply.mapping("slips", ScenarioGrammar.SLIPS);
        Double share = entry == null ? null : entry.get("share", more::share);
        var by = entry == null ? null : entry.get("by", more::timeOrNone);
        Double never = entry == null ? null : shareOrNone(entry, "never");
        try {
            return share == null || by == null || never == null ? null : new Market.Slips(share, by, never);
        } catch (IllegalArgumentException refusal) {
            problems.add(supply.place("slips"), refusal);
            return null;
        }
    }

    private List<Market.Headroom> headroom(Mapping entry) {
        List<Market.Headroom> steps = new ArrayList<>();
        for (Field field : entry.entries("headroom")) {
            Instant from = instants.instant(field.key());
            Long gpus = scalars.count(field.value());
            if (from != null && gpus != null) {
                steps.add(new Market.Headroom(from, gpus));
            }
        }
        return steps;
    }

    private Market.@Nullable Answering answering(Mapping file) {
        Mapping entry = file.mapping("answering", ScenarioGrammar.ANSWERING);
        if (entry == null) {
            return null;
        }
        var delay = delay(entry, "delay");
        Double accepts = entry.get("accepts", more::share);
        Double lapses = entry.get("lapses", more::share);
        var matching = entry.has("matches") ? matching(entry) : null;
        try {
            return delay == null || accepts == null || lapses == null
                    ? null
                    : new Market.Answering(delay, accepts, lapses, matching);
        } catch (IllegalArgumentException refusal) {
            problems.add(file.place("answering"), refusal);
            return null;
        }
    }

    private Market.@Nullable Matching matching(Mapping answering) {
        Mapping entry = answering.mapping("matches", ScenarioGrammar.MATCHES);
        Double share = entry == null ? null : entry.get("share", more::share);
        Double least = entry == null ? null : shareOrNone(entry, "down-to");
        Double keeps = entry == null ? null : shareOrNone(entry, "keeps");
        return share == null || least == null || keeps == null ? null : new Market.Matching(share, least, keeps);
    }

    private @Nullable Double shareOrNone(Mapping entry, String key) {
        return entry.has(key) ? entry.get(key, more::share) : Double.valueOf(0);
    }

    private Market.@Nullable Bidding bidding(Mapping file) {
        Mapping entry = file.mapping("bidding", ScenarioGrammar.BIDDING);
        if (entry == null) {
            return null;
        }
        var delay = delay(entry, "delay");
        Double bids = entry.get("bids", more::share);
        var closes = entry.get("closes", more::time);
        var bargaining = bargaining(entry);
        try {
            return delay == null || bids == null || closes == null || bargaining == null
                    ? null
                    : new Market.Bidding(delay, bids, closes, bargaining);
        } catch (IllegalArgumentException refusal) {
            problems.add(file.place("bidding"), refusal);
            return null;
        }
    }

    /** What is left out is not bargained about. */
    private Market.@Nullable Bargaining bargaining(Mapping bidding) {
        var none = Market.Bargaining.NONE;
        var discount = bidding.has("discount") ? discount(bidding) : none.discount();
        Double improves =
                bidding.has("improves") ? bidding.get("improves", more::share) : Double.valueOf(none.improves());
        var signing = bidding.has("signed") ? delay(bidding, "signed") : none.signing();
        return discount == null || improves == null || signing == null
                ? null
                : new Market.Bargaining(discount, improves, signing);
    }

    private Market.@Nullable Discount discount(Mapping bidding) {
        Mapping entry = bidding.mapping("discount", ScenarioGrammar.DISCOUNT);
        Double from = entry == null ? null : entry.get("from", more::shareBelowAll);
        Double to = entry == null ? null : entry.get("to", more::shareBelowAll);
        try {
            return from == null || to == null ? null : new Market.Discount(from, to);
        } catch (IllegalArgumentException refusal) {
            problems.add(bidding.place("discount"), refusal);
            return null;
        }
    }

    private Market.@Nullable Delay delay(Mapping entry, String key) {
        Mapping delay = entry.mapping(key, ScenarioGrammar.DELAY);
        var from = delay == null ? null : delay.get("from", more::timeOrNone);
        var to = delay == null ? null : delay.get("to", more::timeOrNone);
        try {
            return from == null || to == null ? null : new Market.Delay(from, to);
        } catch (IllegalArgumentException refusal) {
            problems.add(entry.place(key), refusal);
            return null;
        }
    }
}
