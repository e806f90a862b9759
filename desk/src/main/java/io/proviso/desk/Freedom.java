package io.proviso.desk;

import io.proviso.desk.Tail.Departure;
import io.proviso.desk.Tail.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one refusal frees the customer for. Refusals do not add up: of several of one right, one has to cover all of a bargain.
 *
 * @param gpus what the holder left of what it was offered
 * @param tail null if it frees for good, and for any bargain
 */
public record Freedom(Offer offer, long gpus, @Nullable Tail tail) {
    public boolean isOver(Instant now) {
        return tail != null && tail.isOver(now);
    }

    /** Everything in which one contract is another bargain than was refused. */
    public List<Departure> departures(Bargain contract, LongFunction<String> told) {
        return departures(contract, List.of(contract), told);
    }

    /**
     * Everything in which a bargain is another one than was refused; what a holder never refused is, even where its clause compares
     * no quantities. Each contract is compared by itself, unless just those providers together are what was refused.
     *
     * @param contracts that serve it
     * @param told a quantity in words
     */
    public List<Departure> departures(Bargain bargain, List<Bargain> contracts, LongFunction<String> told) {
        var departures = new ArrayList<Departure>();
        if (tail != null) {
            boolean isOne = tail.refused().with().equals(bargain.with());
            (isOne ? List.of(bargain) : contracts)
                    .forEach(contract -> departures.addAll(tail.departures(contract, told)));
        }
        if (departures.isEmpty() && bargain.gpus() > gpus) {
            departures.add(new Departure(Metric.QUANTITY, told.apply(gpus), told.apply(bargain.gpus())));
        }
        return departures;
    }
}
