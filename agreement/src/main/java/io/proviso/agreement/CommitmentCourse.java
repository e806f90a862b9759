package io.proviso.agreement;

import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become of a commitment by an instant, as known at another: what was delivered, and what is owed for it. */
public final class CommitmentCourse {
    private final Commitment promise;
    private final Agreement agreement;
    private final Instant asOf;
    private final Instant knownAt;
    private final List<TrancheCourse> tranches;
    private final Facts facts;

    public CommitmentCourse(
            Portfolio portfolio, Agreement agreement, Commitment promise, Instant asOf, Instant knownAt) {
        this.promise = promise;
        this.agreement = agreement;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.facts = new Facts(portfolio, asOf, knownAt);
        var periods = portfolio.periods(agreement, knownAt);
        var delivery = promise.schedule().delivery();
        this.tranches = delivery == null
                ? List.of()
                : delivery.tranches().stream()
                        .map(tranche -> new TrancheCourse(tranche, facts, periods, knownAt))
                        .toList();
    }

    public Commitment promise() {
        return promise;
    }

    public Instant asOf() {
        return asOf;
    }

    public Instant knownAt() {
        return knownAt;
    }

    public ZoneId zone() {
        return agreement.clock().zone();
    }

    /** Null if it is undisclosed. */
    public @Nullable Interval term() {
        return promise.term().asKnown(knownAt);
    }

    /** Empty if nothing depends on what the other side delivers. */
    public List<TrancheCourse> tranches() {
        return tranches;
    }

    /** Those that are not paid for yet. */
    public List<TrancheCourse> outstanding() {
        return tranches.stream()
                .filter(tranche -> !(paidFrom(tranche) instanceof Came.Since))
                .toList();
    }

    public Accrual accrual() {
        var amount = promise.amount().asKnown(knownAt);
        var term = term();
        if (amount == null) {
            return new Accrual.Unknown("the amount is undisclosed");
        }
        if (term == null) {
            return new Accrual.Unknown("the term is undisclosed");
        }
        return promise.schedule().delivery() == null
                ? new Accrual.ByDays(promise.schedule(), amount, term, zone())
                : byTranche(amount, term);
    }

    private Accrual byTranche(Money amount, Interval term) {
        var paid = new ArrayList<Accrual.ByTranche.Paid>();
        for (var tranche : tranches) {
            var name = tranche.tranche().name();
            switch (paidFrom(tranche)) {
                case Came.NotYet() -> {}
                case Came.Unknown() -> {
                    return new Accrual.Unknown("whether tranche " + name + " was delivered is not on record");
                }
                case Came.Since(Instant since) -> {
                    var price = tranche.tranche().price().asKnown(knownAt);
                    if (price == null) {
                        return new Accrual.Unknown("tranche " + name + " was delivered, and its price is undisclosed");
                    }
                    paid.add(new Accrual.ByTranche.Paid(price, tranche.due() == null ? since : tranche.due(), since));
                }
            }
        }
        return new Accrual.ByTranche(paid, Money.zero(amount.currency()), term, zone());
    }

    /** From when on a tranche is paid for, as far as the record says. */
    public Came paidFrom(TrancheCourse tranche) {
        var delivery = promise.schedule().delivery();
        return delivery == null
                ? new Came.NotYet()
                : facts.came(tranche.tranche().paidFrom(delivery.feesFrom()));
    }

    /** What is credited for late deliveries so far; null if nobody knows how much. */
    public @Nullable Money credited() {
        var amount = promise.amount().asKnown(knownAt);
        if (amount == null) {
            return null;
        }
        var sum = Money.zero(amount.currency());
        for (var tranche : tranches) {
            var credited = tranche.credited(asOf, Money.zero(amount.currency()));
            if (credited == null) {
                return null;
            }
            sum = sum.plus(credited);
        }
        return sum;
    }

    /** The tranche that is so late that all may be ended; null if none is. */
    public @Nullable TrancheCourse letsTheOrderEnd() {
        return tranches.stream()
                .filter(tranche -> tranche.delivered() instanceof Came.NotYet)
                .filter(tranche -> tranche.ends() == Delivery.Ends.ORDER)
                .filter(tranche -> tranche.exit() != null && !asOf.isBefore(tranche.exit()))
                .findFirst()
                .orElse(null);
    }
}
