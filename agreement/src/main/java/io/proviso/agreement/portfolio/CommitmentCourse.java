package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Came;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.ForCause;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become of a commitment by an instant, as known at another: what was delivered, and what is owed for it. */
public final class CommitmentCourse {
    private final Portfolio portfolio;
    private final Commitment promise;
    private final Agreement agreement;
    private final Instant asOf;
    private final Instant knownAt;
    private final List<TrancheCourse> tranches;
    private final List<TermCourse.Step> goneOn;
    private final Facts facts;

    public CommitmentCourse(
            Portfolio portfolio, Agreement agreement, Commitment promise, Instant asOf, Instant knownAt) {
        this.portfolio = portfolio;
        this.promise = promise;
        this.agreement = agreement;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.facts = new Facts(portfolio, asOf, knownAt);
        var periods = portfolio.periods(agreement, knownAt);
        var delivery = promise.schedule().delivery();
        this.tranches = delivery == null
                ? List.of()
                : delivery.byName().stream()
                        .map(tranche -> new TrancheCourse(tranche, facts, periods, knownAt))
                        .toList();
        this.goneOn = steps(asOf).stream()
                .filter(step -> step.fate() == TermCourse.Fate.WENT_ON)
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

    /** With all by which it has gone on; null if it is undisclosed. */
    public @Nullable Interval term() {
        var first = promise.term().asKnown(knownAt);
        return first == null || goneOn.isEmpty()
                ? first
                : new Interval(first.from(), goneOn.getLast().over().to());
    }

    /** The steps by which it has gone on or may go on, looked at up to an instant. */
    public List<TermCourse.Step> steps(Instant by) {
        var first = promise.term().asKnown(knownAt);
        var goesOn = promise.schedule().goesOn();
        return goesOn == null || first == null || first.to() == null
                ? List.of()
                : new TermCourse(goesOn, first.to(), portfolio, agreement, asOf, knownAt).steps(by);
    }

    /** Those by which it has gone on. */
    public List<TermCourse.Step> goneOn() {
        return goneOn;
    }

    /** Whether its term may go on for an amount that nobody disclosed. */
    public boolean mayAddWhatIsUndisclosed() {
        return steps(asOf).stream()
                .filter(step -> step.fate() != TermCourse.Fate.STOPPED)
                .anyMatch(step -> step.amount().asKnown(knownAt) == null);
    }

    /** What the other side may still cure, or did not cure in time; null if there is nothing to leave for. */
    public @Nullable Cause cause() {
        var forCause = promise.schedule().forCause();
        if (forCause == null || !(facts.came(forCause.cause()) instanceof Came.Since(Instant since))) {
            return null;
        }
        var cure = forCause.cure().asKnown(knownAt);
        var deadline =
                cure == null ? null : portfolio.periods(agreement, knownAt).deadline(since, cure);
        return new Cause(forCause, since, deadline == null ? null : deadline.utc());
    }

    /**
     * A cause of which there is notice, and which is not cured.
     *
     * @param curedBy the last instant at which it can be cured; null if the time for it is undisclosed
     */
    public record Cause(
            ForCause right, Instant since, @Nullable Instant curedBy) {
        public boolean letsLeave(Instant asOf) {
            return curedBy != null && asOf.isAfter(curedBy);
        }
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
        var first = accrualOfFirstTerm();
        return first instanceof Accrual.Known known && !goneOn.isEmpty() ? goingOn(known) : first;
    }

    /** Without what the term adds by which it has gone on. */
    public Accrual accrualOfFirstTerm() {
        var amount = promise.amount().asKnown(knownAt);
        if (amount == null) {
            return new Accrual.Unknown("the amount is undisclosed");
        }
        var term = promise.term().asKnown(knownAt);
        if (term == null) {
            return new Accrual.Unknown("the term is undisclosed");
        }
        return promise.schedule().delivery() == null
                ? new Accrual.ByDays(promise.schedule(), amount, term, zone())
                : byTranche(amount, term);
    }

    private Accrual goingOn(Accrual.Known first) {
        var more = new ArrayList<Accrual.GoingOn.More>();
        for (var step : goneOn) {
            var amount = step.amount().asKnown(knownAt);
            if (amount == null) {
                return new Accrual.Unknown("the term has gone on, and what that adds is undisclosed");
            }
            more.add(new Accrual.GoingOn.More(step.over(), amount));
        }
        return new Accrual.GoingOn(first, more, zone());
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
        return delivery == null ? new Came.NotYet() : tranche.paidFrom(delivery.feesFrom());
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
