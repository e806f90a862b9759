package io.proviso.reader.scenario;

import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Terms;
import io.proviso.reader.portfolio.Amounts;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.replay.scenario.Buyer;
import io.proviso.units.Accelerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the customer's rule of a scenario. */
final class BuyerDecoder {
    private static final Choices<Terms.Capacity> CAPACITY = Choices.of("capacity", Terms.Capacity.values());

    private final Problems problems;
    private final ScenarioScalars more;
    private final Scalars scalars;
    private final Amounts amounts;

    BuyerDecoder(Problems problems, ScenarioScalars more) {
        this.problems = problems;
        this.more = more;
        this.scalars = new Scalars(problems);
        this.amounts = new Amounts(problems);
    }

    @Nullable
    Buyer buyer(Mapping file) {
        Mapping entry = file.mapping("buyer", ScenarioGrammar.BUYER);
        if (entry == null) {
            return null;
        }
        var need = need(entry);
        var rhythm = rhythm(entry);
        var order = order(entry, need);
        var delivery = entry.has("delivery") ? delivery(entry) : DeliveryTerms.NONE;
        return rhythm == null || order == null || delivery == null ? null : new Buyer(rhythm, order, delivery);
    }

    private @Nullable DeliveryTerms delivery(Mapping buyer) {
        Mapping entry = buyer.mapping("delivery", ScenarioGrammar.DELIVERY);
        BigDecimal abatement = entry == null ? null : entry.get("abatement", amounts::share);
        BigDecimal most = entry == null ? null : entry.get("most", amounts::share);
        var grace = entry == null || !entry.has("grace") ? null : entry.get("grace", more::timeOrNone);
        return abatement == null || most == null ? null : new DeliveryTerms(grace, abatement, most, null);
    }

    private Buyer.@Nullable Need need(Mapping buyer) {
        Mapping entry = buyer.mapping("need", ScenarioGrammar.NEED);
        if (entry == null) {
            return null;
        }
        String actor = entry.name("actor");
        if (actor != null) {
            more.values("actor", actor, entry.place("actor"));
        }
        List<String> workloads = new ArrayList<>();
        for (String word : entry.someNames("workload")) {
            workloads.addAll(more.values("workload", word, entry.place("workload")));
        }
        var capacity = entry.word("capacity", CAPACITY);
        String accelerator = entry.prose("accelerator");
        String fabric = entry.prose("fabric");
        if (actor == null || workloads.isEmpty() || capacity == null || accelerator == null || fabric == null) {
            return null;
        }
        return new Buyer.Need(new Terms.Purpose(actor, workloads, capacity), new Accelerator(accelerator), fabric);
    }

    private Buyer.@Nullable Rhythm rhythm(Mapping buyer) {
        Mapping entry = buyer.mapping("rhythm", ScenarioGrammar.RHYTHM);
        if (entry == null) {
            return null;
        }
        var review = entry.get("review", more::time);
        var lookBack = entry.get("look-back", more::time);
        var clearWithin = entry.get("clear-within", more::time);
        var planAhead = entry.get("plan-ahead", more::timeOrNone);
        try {
            return review == null || lookBack == null || clearWithin == null || planAhead == null
                    ? null
                    : new Buyer.Rhythm(review, lookBack, clearWithin, planAhead);
        } catch (IllegalArgumentException refusal) {
            problems.add(buyer.place("rhythm"), refusal);
            return null;
        }
    }

    private @Nullable Long some(Node node) {
        return scalars.count(node, 1, Forms.LARGEST);
    }

    private Buyer.@Nullable Order order(Mapping buyer, Buyer.@Nullable Need need) {
        Mapping entry = buyer.mapping("order", ScenarioGrammar.ORDER);
        if (entry == null) {
            return null;
        }
        Long threshold = entry.get("threshold", this::some);
        Long lot = entry.get("lot", this::some);
        Long gang = entry.get("minimum-gang", this::some);
        var term = entry.get("term", more::time);
        var limit = entry.get("price-limit", amounts::money);
        if (threshold == null || lot == null || gang == null || term == null || limit == null || need == null) {
            return null;
        }
        try {
            return new Buyer.Order(need, threshold, lot, gang, term, limit);
        } catch (IllegalArgumentException refusal) {
            problems.add(buyer.place("order"), refusal);
            return null;
        }
    }
}
