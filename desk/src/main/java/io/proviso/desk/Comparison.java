package io.proviso.desk;

import io.proviso.agreement.ruling.Ruling;
import io.proviso.units.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All bids of an award side by side.
 *
 * @param gpus the quantity to be covered
 * @param total what the winners cost for their whole terms, with what they want beside money at the worth they state
 * @param ties other choices that cover as much for the same cost, as bid ids
 */
public record Comparison(long gpus, List<Line> lines, Money total, List<List<String>> ties) {
    /**
     * One bid and what came of it.
     *
     * @param awarded GPUs, 0 if it did not win
     * @param whyNot null if it won
     * @param ruling on exactly the quantity awarded, or the one that kept the bid out; null if no ruling was needed
     */
    public record Line(
            Bid bid,
            long awarded,
            @Nullable WhyNot whyNot,
            @Nullable Ruling ruling) {}

    /** What kept a bid from winning. */
    public enum WhyNot {
        NOT_PERMITTED,
        WRONG_ACCELERATOR,
        ABOVE_PRICE_LIMIT,
        TOO_LATE,
        /** It cannot hold one minimum gang. */
        BELOW_MINIMUM_GANG,
        /** Its smallest lot is more than what is left to award. */
        LOT_TOO_LARGE,
        COSTS_MORE,
        /** Equal in cost and cover; the winner is ready earlier, needs fewer providers, or comes first by name. */
        LOST_A_TIE
    }

    public Comparison {
        lines = List.copyOf(lines);
        ties = ties.stream().map(List::copyOf).toList();
    }

    /** Nothing of it: bids stay sealed from whoever did not make them. */
    Comparison sealed() {
        return new Comparison(0, List.of(), Money.zero(total.currency()), List.of());
    }

    /** GPUs awarded in all. */
    public long awarded() {
        return lines.stream().mapToLong(Line::awarded).sum();
    }
}
