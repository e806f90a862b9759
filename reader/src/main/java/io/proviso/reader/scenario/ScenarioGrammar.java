package io.proviso.reader.scenario;

import io.proviso.reader.yaml.Shape;

/** Every mapping that a scenario file may hold, on one page. */
public final class ScenarioGrammar {
    public static final Shape SCENARIO = Shape.of(
                    "scenario",
                    "scenario",
                    "says",
                    "portfolio",
                    "basis",
                    "trace-start",
                    "providers",
                    "answering",
                    "bidding",
                    "buyer")
            .or("extends", "demand", "override", "sweep", "acceptance-sweep", "assumptions");
    static final Shape BASIS = Shape.of("basis").or("frozen", "moves");
    static final Shape DEMAND = Shape.of("demand").or("gpus", "arrivals");
    static final Shape OVERRIDE = Shape.of("override")
            .or("window", "on-lapse", "partial", "below-gang")
            .or("kind", "trigger", "matching", "tail", "re-offer-window");
    static final Shape SWEEP = Shape.of("sweep", "clause", "windows");
    static final Shape ACCEPTANCE_SWEEP = Shape.of("acceptance-sweep", "clause", "windows", "accepts");

    static final Shape SUPPLY = Shape.of("supply", "provider", "reserved", "headroom", "price", "lead", "sources")
            .or("slips");
    static final Shape SLIPS = Shape.of("slips", "share", "by").or("never");
    static final Shape ANSWERING =
            Shape.of("answering", "delay", "accepts", "lapses").or("matches");
    static final Shape MATCHES = Shape.of("match", "share").or("down-to", "keeps");
    static final Shape BIDDING = Shape.of("bidding", "delay", "bids", "closes").or("discount", "improves", "signed");
    static final Shape DISCOUNT = Shape.of("discount", "from", "to");
    static final Shape DELAY = Shape.of("delay", "from", "to");

    static final Shape BUYER = Shape.of("buyer", "need", "rhythm", "order").or("delivery");
    static final Shape DELIVERY = Shape.of("delivery", "abatement", "most").or("grace");
    static final Shape NEED = Shape.of("need", "actor", "workload", "capacity", "accelerator", "fabric");
    static final Shape RHYTHM = Shape.of("rhythm", "review", "look-back", "clear-within", "plan-ahead");
    static final Shape ORDER = Shape.of("order", "threshold", "lot", "minimum-gang", "term", "price-limit");

    private ScenarioGrammar() {}
}
