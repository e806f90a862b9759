package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the other side must deliver before anything is owed for it, in tranches, and what it costs it to be late.
 *
 * @param saidFeesFrom null if the clause does not say from when on a tranche is paid for
 */
public record Delivery(List<Tranche> tranches, @Nullable FeesFrom saidFeesFrom) {
    public Delivery {
        tranches = List.copyOf(tranches);
    }

    /** As they are told, in whatever order they are listed. */
    public List<Tranche> byName() {
        return tranches.stream().sorted(Comparator.comparing(Tranche::name)).toList();
    }

    public FeesFrom feesFrom() {
        return saidFeesFrom == null ? FeesFrom.DELIVERY : saidFeesFrom;
    }

    /** From when on a tranche is paid for; never from the day that was planned. */
    public enum FeesFrom {
        DELIVERY,
        ACCEPTANCE
    }

    /**
     * A part that is delivered by itself.
     *
     * @param quantity null if the clause does not count it
     * @param price its part of the amount
     * @param due when it is late for the first time, without grace; null if no day is promised
     * @param accepted null if nobody has to accept it
     * @param delay what being late brings; null if the clause does not say
     */
    public record Tranche(
            String name,
            @Nullable Limit quantity,
            Stated<Money> price,
            @Nullable End due,
            End.OnMilestone delivered,
            End.@Nullable OnMilestone accepted,
            @Nullable Delay delay) {
        /** The event from which it is paid for. */
        public End.OnMilestone paidFrom(FeesFrom from) {
            return from == FeesFrom.ACCEPTANCE && accepted != null ? accepted : delivered;
        }
    }

    /**
     * What follows from a tranche that is late.
     *
     * @param grace for how long after its day it may still come; null if for no longer
     */
    public record Delay(
            @Nullable Stated<Window> grace,
            @Nullable Credits credits,
            @Nullable Exit exit) {}

    /**
     * What the customer is credited for each day of delay.
     *
     * @param cap null if there is none
     * @param saidFrom null if the clause does not say which day is credited first
     */
    public record Credits(
            Stated<Part> perDay,
            @Nullable Stated<Part> cap,
            @Nullable CountedFrom saidFrom) {
        public CountedFrom from() {
            return saidFrom == null ? CountedFrom.GRACE : saidFrom;
        }
    }

    /** The first day that is credited. */
    public enum CountedFrom {
        /** The day after the grace. */
        GRACE,
        /** The day after the one on which it was due; a delivery within the grace is credited nothing. */
        DUE
    }

    /** A right to end a tranche, or all, that is late for so long, counted from the day on which it was due. */
    public record Exit(Stated<Window> after, Ends ends) {}

    /** What the right to leave ends. */
    public enum Ends {
        TRANCHE,
        ORDER
    }

    /** An amount, or a share of the price of a tranche. */
    public sealed interface Part {
        record Sum(Money money) implements Part {}

        /** As a fraction of one. */
        record Share(BigDecimal share) implements Part {}

        /** Null for a share of a price that nobody disclosed. */
        default @Nullable Money of(@Nullable Money price) {
            return switch (this) {
                case Sum(Money money) -> money;
                case Share(BigDecimal share) -> price == null ? null : price.times(share);
            };
        }
    }
}
