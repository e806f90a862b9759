package io.proviso.replay.report;

import io.proviso.replay.study.ScenarioComparison;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.util.List;

/** What capacity cost and who supplied it, in sentences that follow from the figures beside them. */
final class CostWords {
    private CostWords() {}

    record Cost(String scenario, Money money) {
        static List<Cost> of(ScenarioComparison comparison) {
            return comparison.compared().stream()
                    .map(one -> new Cost(one.name(), one.result().account().cost()))
                    .toList();
        }

        private boolean isNothing() {
            return money.amount().signum() == 0;
        }
    }

    static String cost(List<Cost> costs) {
        return costs.stream().allMatch(Cost::isNothing)
                ? "No capacity was paid for until the last submission"
                : "Capacity until the last submission cost "
                        + Wording.under(Wording.each(
                                costs,
                                Cost::scenario,
                                cost -> cost.isNothing() ? "nothing" : ReportFigures.money(cost.money())));
    }

    /** The part of one provider in all that was reserved; not a number where that is nothing. */
    record Share(String scenario, double share) {
        private boolean isOfNothing() {
            return Double.isNaN(share);
        }
    }

    static String shares(Provider provider, List<Share> shares) {
        var some = shares.stream().filter(one -> !one.isOfNothing()).toList();
        if (some.isEmpty()) {
            return "There was no capacity to share";
        }
        var none =
                shares.stream().filter(Share::isOfNothing).map(Share::scenario).toList();
        return "Of the capacity, " + provider + " supplies "
                + Wording.under(Wording.each(
                        some, Share::scenario, one -> one.share() == 0 ? "none" : ReportFigures.share(one.share())))
                + (none.isEmpty() ? "" : "; there was none under " + Wording.joined(none));
    }
}
