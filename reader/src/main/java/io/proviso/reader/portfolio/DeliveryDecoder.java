package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Limit;
import io.proviso.calendar.Window;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes what the other side of a commitment must deliver, and what it costs it to be late. */
final class DeliveryDecoder {
    private static final Choices<Delivery.FeesFrom> FEES_FROM =
            Choices.of("beginning of the fees", Delivery.FeesFrom.values());
    private static final Choices<Delivery.CountedFrom> COUNTED_FROM =
            Choices.of("beginning of the credits", Delivery.CountedFrom.values());
    private static final Choices<Delivery.Ends> ENDS = Choices.of("thing to leave", Delivery.Ends.values());

    private final Problems problems;
    private final Instants instants;
    private final Scalars scalars;
    private final Amounts amounts;
    private final StatedDecoder stated;
    private final EndDecoder ends;

    DeliveryDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
        this.scalars = instants.scalars();
        this.amounts = new Amounts(problems);
        this.stated = new StatedDecoder(problems, instants);
        this.ends = new EndDecoder(problems, instants);
    }

    /** Null if the commitment says nothing of it. */
    @Nullable
    Delivery delivery(Mapping commitment) {
        Mapping body = commitment.mapping("delivery", Grammar.DELIVERY);
        if (body == null) {
            return null;
        }
        Delivery.FeesFrom feesFrom = body.word("fees-from", FEES_FROM);
        Delivery.Delay ofAll = delay(body);
        body.someItems("tranches");
        List<Delivery.Tranche> tranches = new ArrayList<>();
        for (Mapping item : body.mappings("tranches", Grammar.TRANCHE)) {
            Delivery.Tranche tranche = tranche(item, ofAll);
            if (tranche != null) {
                tranches.add(tranche);
            }
        }
        return new Delivery(tranches, feesFrom);
    }

    private Delivery.@Nullable Tranche tranche(Mapping item, Delivery.@Nullable Delay ofAll) {
        String name = item.name("tranche");
        Limit quantity = item.get("quantity", node -> amounts.limit(node, item.pathOf("quantity"), stated));
        var price = stated.stated(item, "price", amounts::someMoney);
        End due = item.get("due", node -> due(node, item.pathOf("due")));
        End.OnMilestone delivered = ends.event(item, "delivered");
        End.OnMilestone accepted = item.has("accepted") ? ends.event(item, "accepted") : null;
        Delivery.Delay own = delay(item);
        return name == null || delivered == null
                ? null
                : new Delivery.Tranche(name, quantity, price, due, delivered, accepted, own == null ? ofAll : own);
    }

    /** A day, which is in time whole, or so long after something. */
    private @Nullable End due(Node node, String path) {
        if (!(node instanceof Node.Fields)) {
            Instant over = instants.endOf(node);
            return over == null ? null : new End.At(over);
        }
        Mapping counted = Mapping.of(node, Grammar.DUE_PERIOD, path, problems);
        if (counted == null || !counted.has("after") || !counted.has("from")) {
            return null;
        }
        End after = ends.after(counted);
        if (after instanceof End.After(Window _, End.Anchor.Beginning())) {
            problems.add(
                    counted.place("from"),
                    "a tranche is due so long after a day or an event",
                    "Write the day, or from: {milestone: {FACT: VALUE}}.");
            return null;
        }
        return after;
    }

    private Delivery.@Nullable Delay delay(Mapping body) {
        Mapping delay = body.mapping("delay", Grammar.DELAY);
        return delay == null
                ? null
                : new Delivery.Delay(
                        stated.ifSaid(delay, "grace", scalars::window),
                        credits(delay.mapping("credits", Grammar.DELAY_CREDITS)),
                        exit(delay.mapping("exit", Grammar.EXIT)));
    }

    private Delivery.@Nullable Credits credits(@Nullable Mapping credits) {
        return credits == null
                ? null
                : new Delivery.Credits(
                        stated.stated(credits, "per-day", this::part),
                        stated.ifSaid(credits, "cap", this::part),
                        credits.word("from", COUNTED_FROM));
    }

    private Delivery.@Nullable Exit exit(@Nullable Mapping exit) {
        var after = exit == null ? null : stated.stated(exit, "after", scalars::window);
        Delivery.Ends what = exit == null ? null : exit.word("ends", ENDS);
        return after == null || what == null ? null : new Delivery.Exit(after, what);
    }

    /** An amount, or a share of the price of a tranche. */
    private Delivery.@Nullable Part part(Node node) {
        if (node instanceof Node.Text(String text, Node.Sort _, Place _) && text.endsWith("%")) {
            var share = amounts.share(node);
            return share == null ? null : new Delivery.Part.Share(share);
        }
        var money = amounts.someMoney(node);
        return money == null ? null : new Delivery.Part.Sum(money);
    }
}
