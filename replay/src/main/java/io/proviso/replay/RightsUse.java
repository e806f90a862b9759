package io.proviso.replay;

import io.proviso.calendar.UnlistedYear;
import io.proviso.desk.Tail;
import io.proviso.units.Money;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rights did in a replay, and what came late or never; only what was due by the last submission counts as such.
 *
 * @param requests for capacity, whether or not they had to be offered to a holder
 * @param rounds one for each request that had to be
 * @param unlisted years beyond a calendar's list on which a deadline depended
 */
public record RightsUse(
        int requests,
        List<ReplayedRound> rounds,
        List<LateDelivery> late,
        List<Undelivered> undelivered,
        Powers powers,
        List<UnlistedYear> unlisted) {
    public RightsUse {
        unlisted = List.copyOf(unlisted);
        rounds = List.copyOf(rounds);
        late = List.copyOf(late);
        undelivered = List.copyOf(undelivered);
    }

    /** Every offer of every round. */
    public List<ReplayedRound.Offer> offers() {
        return rounds.stream().flatMap(round -> round.offers().stream()).toList();
    }

    /** GPUs that holders took. */
    public long gpusTaken() {
        return rounds.stream().mapToLong(ReplayedRound::accepted).sum();
    }

    public long count(ReplayedRound.Ending ending) {
        return count(offer -> offer.outcome().ending() == ending);
    }

    /** Offers that asked a holder again about what it had refused. */
    public long offersAgain() {
        return count(ReplayedRound.Offer::isAgain);
    }

    /** Those of them in which a bargain departed in that respect, among others perhaps. */
    public long offersAgain(Tail.Metric metric) {
        return count(offer -> offer.departures().contains(metric));
    }

    /** Times that nothing was signed while a refusal freed the customer, so that the right stood again. */
    public long tailsExpired() {
        return rounds.stream().mapToInt(round -> round.reopening().tails()).sum();
    }

    /** How long later offers kept the customer from awarding, all told. */
    public Duration reopened() {
        return rounds.stream().map(round -> round.reopening().time()).reduce(Duration.ZERO, Duration::plus);
    }

    /** Bargains of others that were put to a holder. */
    public long shown() {
        return count(offer -> offer.cause() instanceof ReplayedRound.Cause.Bargain);
    }

    /** Those of them that it matched, all or in part. */
    public long matched() {
        return matches().count();
    }

    /** How far below the holder's own price it matched, as a share of that, over the GPUs it matched; 0 if it matched none. */
    public double matchedBelowList() {
        double paid = 0;
        double list = 0;
        for (var offer : matches().toList()) {
            if (offer.cause() instanceof ReplayedRound.Cause.Bargain bargain) {
                paid += hourly(bargain.price(), offer);
                list += hourly(bargain.list(), offer);
            }
        }
        return list == 0 ? 0 : 1 - paid / list;
    }

    private static double hourly(Money price, ReplayedRound.Offer offer) {
        return price.amount().doubleValue() * offer.outcome().accepted();
    }

    private Stream<ReplayedRound.Offer> matches() {
        return offers().stream()
                .filter(offer -> offer.cause() instanceof ReplayedRound.Cause.Bargain
                        && offer.outcome().accepted() > 0);
    }

    private long count(Predicate<ReplayedRound.Offer> which) {
        return offers().stream().filter(which).count();
    }

    public long count(Undelivered.Why why) {
        return undelivered.stream().filter(one -> one.why() == why).count();
    }

    public long count(Undelivered.Promise promise) {
        return undelivered.stream().filter(one -> one.promise() == promise).count();
    }

    /** GPUs looked for again. */
    public long gpusUndelivered() {
        return undelivered.stream().mapToLong(Undelivered::gpus).sum();
    }

    public double daysLate() {
        return late.stream().mapToDouble(LateDelivery::days).sum();
    }

    public double gpuDaysLost() {
        return late.stream().mapToDouble(LateDelivery::gpuDays).sum();
    }

    /** What delays took off prices, null if nothing came late. */
    public @Nullable Money abatement() {
        return late.stream().map(LateDelivery::abatement).reduce(Money::plus).orElse(null);
    }
}
