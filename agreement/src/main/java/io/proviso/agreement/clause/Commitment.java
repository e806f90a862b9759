package io.proviso.agreement.clause;

import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import org.jspecify.annotations.Nullable;

/**
 * A promise to buy; {@code incremental} means on top of what was committed before.
 *
 * @param bought the acts by which it is bought; null if the clause does not say
 * @param usedFor what is done with what was bought; null if the clause does not say
 */
public record Commitment(
        Party by,
        Party to,
        Stated<Money> amount,
        Headline headline,
        boolean incremental,
        Schedule schedule,
        @Nullable Scope bought,
        @Nullable Scope usedFor)
        implements Stipulation {
    /** A promise that nobody may leave before its time and that nothing adds to. */
    public Commitment(
            Party by, Party to, Stated<Money> amount, Headline headline, boolean incremental, Stated<Interval> term) {
        this(by, to, amount, headline, incremental, Schedule.over(term));
    }

    /** Of which the clause says neither by which acts it is bought nor for what. */
    public Commitment(
            Party by, Party to, Stated<Money> amount, Headline headline, boolean incremental, Schedule schedule) {
        this(by, to, amount, headline, incremental, schedule, null, null);
    }

    /** How the published figure reads. */
    public enum Headline {
        COMMITTED,
        /** A ceiling, subject to delivery. */
        UP_TO
    }

    public Stated<Interval> term() {
        return schedule.term();
    }

    @Override
    public Party holder() {
        return to;
    }

    @Override
    public String kind() {
        return "commitment";
    }
}
