package io.proviso.agreement.rounds;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.Reach;
import io.proviso.agreement.rounds.RightStanding.Limit;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far what was put in a round covers what is asked, facet by facet, where a right stands before the act. */
final class Covering {
    /** How far what was put covers what is asked. */
    record Covered(boolean whole, List<Limit> limits) {}

    static final String PRICE = "price";

    private final RightBefore.Asking asking;
    private final List<Box> boxes;

    Covering(RightBefore.Asking asking, List<Box> boxes) {
        this.asking = asking;
        this.boxes = boxes;
    }

    Limit.@Nullable Cells counterparty(Round round) {
        var supplier = asking.supplier();
        int facet = supplier == null ? -1 : asking.domain().indexOf(supplier);
        var put = facet < 0 ? null : round.put().get(supplier);
        return put instanceof Round.Term.Values(List<String> words)
                ? new Limit.Cells(facet, asking.domain().values(facet, words))
                : null;
    }

    /** The prices at which it is the same bargain; null where the act takes no price in the currency that was put. */
    @Nullable
    Limit price(Round round, Preemption.Tolerance tolerance) {
        int facet = asking.domain().indexOf(PRICE);
        if (facet < 0
                || !(round.put().get(PRICE) instanceof Round.Term.Price(Money amount))
                || !(asking.domain().facet(facet) instanceof Facet.Amount known)
                || !known.currency().equals(amount.currency())) {
            return null;
        }
        return new Limit.Numbers(facet, least(amount.minor(), tolerance), below(amount.minor(), tolerance));
    }

    /** The smallest number that is not too far from what was put. */
    static long least(long put, Preemption.Tolerance tolerance) {
        if (tolerance.direction() == Preemption.Direction.HIGHER) {
            return 0;
        }
        var exact = BigDecimal.valueOf(put).multiply(BigDecimal.ONE.subtract(tolerance.share()));
        long whole = exact.setScale(0, RoundingMode.CEILING).longValueExact();
        return isExceeded(put, whole, tolerance) ? whole + 1 : whole;
    }

    /** The first number that is too far above what was put. */
    private static long below(long put, Preemption.Tolerance tolerance) {
        if (tolerance.direction() == Preemption.Direction.LOWER) {
            return Long.MAX_VALUE;
        }
        var exact = BigDecimal.valueOf(put).multiply(BigDecimal.ONE.add(tolerance.share()));
        long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
        return isExceeded(put, whole, tolerance) ? whole : whole + 1;
    }

    private static boolean isExceeded(long put, long other, Preemption.Tolerance tolerance) {
        return tolerance.isExceeded(BigDecimal.valueOf(put), BigDecimal.valueOf(other));
    }

    boolean touches(Round round) {
        for (var entry : round.put().entrySet()) {
            int facet = asking.domain().indexOf(entry.getKey());
            if (facet >= 0
                    && entry.getValue() instanceof Round.Term.Values(List<String> words)
                    && !entry.getKey().equals(asking.supplier())
                    && boxes.stream()
                            .noneMatch(box ->
                                    asked(box, facet).intersects(asking.domain().values(facet, words)))) {
                return false;
            }
        }
        return true;
    }

    /** By the values that were put; what was not put of the condition is covered whole. */
    Covered covered(Round round, Set<String> bounded) {
        var limits = new ArrayList<Limit>();
        boolean whole = true;
        for (var entry : round.put().entrySet()) {
            int facet = asking.domain().indexOf(entry.getKey());
            if (facet < 0
                    || bounded.contains(entry.getKey())
                    || !(entry.getValue() instanceof Round.Term.Values(List<String> words))) {
                continue;
            }
            var cells = asking.domain().values(facet, words);
            for (var box : boxes) {
                var asked = asked(box, facet);
                if (!asked.intersects(cells)) {
                    return new Covered(false, List.of());
                }
                asked.andNot(cells);
                if (!asked.isEmpty()) {
                    whole = false;
                    limits.add(new Limit.Cells(facet, cells));
                }
            }
        }
        return new Covered(whole, limits.stream().distinct().toList());
    }

    private BitSet asked(Box box, int facet) {
        var cells = (BitSet) asking.candidates().get(facet).clone();
        var within = box.cells(facet);
        if (within != null) {
            cells.and(within);
        }
        return cells;
    }

    /** Without the limits that hold for all that is asked; null if one of them holds for nothing of it. */
    @Nullable
    List<Limit> reduced(List<Limit> limits) {
        var kept = new ArrayList<Limit>();
        for (var limit : limits) {
            switch (reach(limit)) {
                case NONE -> {
                    return null;
                }
                case PART -> kept.add(limit);
                case WHOLE -> {}
            }
        }
        return kept;
    }

    private Reach reach(Limit limit) {
        return switch (limit) {
            case Limit.Cells(int facet, BitSet cells) -> {
                var asked = new BitSet();
                boxes.forEach(box -> asked.or(asked(box, facet)));
                boolean meets = asked.intersects(cells);
                asked.andNot(cells);
                yield !meets ? Reach.NONE : asked.isEmpty() ? Reach.WHOLE : Reach.PART;
            }
            case Limit.Numbers(int facet, long atLeast, long below) -> {
                var number =
                        asking.binding().number(asking.domain().facet(facet).name());
                if (number == null) {
                    yield Reach.PART;
                }
                yield number >= atLeast && number < below ? Reach.WHOLE : Reach.NONE;
            }
            case Limit.Silent _, Limit.Runs _ -> Reach.PART;
        };
    }
}
