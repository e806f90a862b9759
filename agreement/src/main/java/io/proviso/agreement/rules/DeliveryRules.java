package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the tranches of a delivery agree with each other, with the amount of their commitment and with the vocabulary. */
final class DeliveryRules {
    private final Vocabulary vocabulary;
    private final Agreement agreement;
    private final ProblemLog problems;
    private final @Nullable Money amount;
    private final AttestedEvents events;

    DeliveryRules(Vocabulary vocabulary, Agreement agreement, @Nullable Money amount, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.agreement = agreement;
        this.amount = amount;
        this.problems = problems;
        this.events = new AttestedEvents(vocabulary, problems);
    }

    void check(String path, Delivery delivery) {
        var names = new HashSet<String>();
        for (int i = 0; i < delivery.tranches().size(); i++) {
            var tranche = delivery.tranches().get(i);
            var at = path + "/tranches/" + i;
            if (!names.add(tranche.name())) {
                problems.add(
                        at + "/tranche",
                        "another tranche of this delivery is named '" + tranche.name() + "'",
                        "Rename one of them: its days and credits are told by its name.");
            }
            tranche(at, tranche);
            if (delivery.feesFrom() == Delivery.FeesFrom.ACCEPTANCE && tranche.accepted() == null) {
                problems.add(
                        at,
                        "the fees of '" + tranche.name() + "' begin with its acceptance, of which nothing is said",
                        "Say by which fact it is accepted:, or let the fees begin with delivery (fees-from:).");
            }
        }
        prices(path, delivery.tranches());
    }

    private void tranche(String at, Delivery.Tranche tranche) {
        events.check(at + "/delivered", tranche.delivered());
        if (tranche.accepted() != null) {
            events.check(at + "/accepted", tranche.accepted());
        }
        if (tranche.quantity() != null) {
            var facet = tranche.quantity().facet();
            if (problems.known(
                            at + "/quantity",
                            "facet",
                            facet,
                            vocabulary.facets().keySet())
                    && !(vocabulary.facet(facet) instanceof Facet.Count)) {
                problems.add(at + "/quantity", "'" + facet + "' is not counted", "Name a facet that has a count:.");
            }
        }
        if (tranche.due() instanceof End.After(Window period, End.Anchor anchor)) {
            inDays(at + "/due", period);
            if (anchor instanceof End.Anchor.Event(End.OnMilestone event)) {
                events.check(at + "/due/from", event);
            }
        }
        if (tranche.delay() != null) {
            delay(at, tranche, tranche.delay());
        }
    }

    private void delay(String at, Delivery.Tranche tranche, Delivery.Delay delay) {
        if (tranche.due() == null) {
            problems.add(
                    at,
                    "'" + tranche.name() + "' has no day with which it is due, so that it is never late",
                    "Say by when it is due:, or leave the delay: out.");
        }
        var grace = delay.grace() == null ? null : delay.grace().asKnown(Instant.MAX);
        if (grace != null) {
            inDays(at, grace);
        }
        var after = delay.exit() == null ? null : delay.exit().after().asKnown(Instant.MAX);
        if (after != null) {
            inDays(at, after);
        }
        var credits = delay.credits();
        if (credits != null) {
            sum(at, credits.perDay());
            if (credits.cap() != null) {
                sum(at, credits.cap());
            }
        }
    }

    private void sum(String at, Stated<Delivery.Part> stated) {
        if (stated.asKnown(Instant.MAX) instanceof Delivery.Part.Sum(Money money)) {
            CommitmentRules.inTheCurrency(problems, at, money, amount);
        }
    }

    private void inDays(String at, Window window) {
        if (window instanceof Window.BusinessDays && agreement.clock().calendar() == null) {
            problems.add(
                    at,
                    "a time of " + window + " has no business calendar",
                    "Name one for the whole agreement (calendar:), or count in days.");
        }
    }

    private void prices(String path, List<Delivery.Tranche> tranches) {
        var known = tranches.stream()
                .map(tranche -> tranche.price().asKnown(Instant.MAX))
                .filter(Objects::nonNull)
                .toList();
        boolean comparable = true;
        for (int i = 0; i < tranches.size(); i++) {
            var price = tranches.get(i).price().asKnown(Instant.MAX);
            comparable &= price == null
                    || CommitmentRules.inTheCurrency(problems, path + "/tranches/" + i + "/price", price, amount);
        }
        if (amount == null || !comparable || known.isEmpty()) {
            return;
        }
        var sum = known.stream().reduce(Money.zero(amount.currency()), Money::plus);
        boolean all = known.size() == tranches.size();
        if (sum.compareTo(amount) > 0 || (all && !sum.equals(amount))) {
            problems.add(
                    path,
                    "the prices of " + (all ? "the" : "some") + " tranches come to " + sum + ", but the amount is "
                            + amount,
                    "The tranches make up the whole amount; options come on top of it.");
        }
    }
}
