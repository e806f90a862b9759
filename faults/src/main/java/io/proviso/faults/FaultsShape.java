package io.proviso.faults;

import io.proviso.desk.Offer.Ending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state of a request as a hash, without its instants and names: which kind of right, phase, quantities, how far its offers got,
 * how many bids, tails and rights set aside, and where the clock stands against the deadline and the end of the right.
 */
final class FaultsShape {
    private FaultsShape() {}

    static long of(FaultsRound round, Instant clock) {
        var asked = round.asked();
        if (asked == null) {
            return 0;
        }
        var quantities = asked.quantities();
        long shape = mix(round.holder.supply().hashCode(), asked.phase().name().hashCode());
        shape = mix(mix(shape, terms(round)), asked.offers().size());
        shape = mix(mix(shape, quantities.open()), quantities.accepted());
        shape = mix(mix(shape, quantities.released()), quantities.awarded());
        shape = mix(
                mix(shape, asked.freedBy() == null ? 0 : asked.freedBy().name().hashCode()), quantities.unmet());
        shape = mix(mix(shape, asked.bids().size()), asked.reservations().size());
        shape = mix(shape, against(clock, round.holder.ends()));
        shape = mix(shape, round.inbox.unsettled());
        var standing = asked.standing();
        shape = mix(mix(shape, standing.epoch()), standing.tails().size());
        shape = mix(mix(shape, standing.setAside().size()), standing.stale().size());
        var offer = round.offer();
        if (offer != null) {
            var receipt = offer.receipt();
            shape = mix(mix(shape, ending(offer.ending())), offer.late().size());
            shape = mix(mix(shape, offer.missing().size()), offer.counters().size());
            shape = mix(shape, offer.bargain() == null ? 0 : offer.gpus());
            shape = mix(
                    shape,
                    against(clock, receipt == null ? null : receipt.deadline().utc()));
            shape = mix(shape, offer.stoppedSince() != null ? 1 : 0);
        }
        return shape;
    }

    /** What the right is, not each of its parameters: those are without number. */
    private static long terms(FaultsRound round) {
        if (round.portfolio.isPlain()) {
            return 0;
        }
        var preemption = round.holder.preemption();
        long first = preemption.bidsComeFirst() ? 1 : 2;
        return mix(
                mix(first, preemption.kind().name().hashCode()),
                preemption.counter().name().hashCode());
    }

    private static int against(Instant clock, @Nullable Instant instant) {
        return instant == null ? 2 : Integer.signum(clock.compareTo(instant));
    }

    private static int ending(@Nullable Ending ending) {
        return switch (ending) {
            case null -> 0;
            case Ending.Answered _ -> 1;
            case Ending.Lapsed _ -> 2;
            case Ending.Moot _ -> 3;
            case Ending.Withdrawn _ -> 4;
        };
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) over a running sum. */
    private static long mix(long shape, long next) {
        long z = shape * 31 + next + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
