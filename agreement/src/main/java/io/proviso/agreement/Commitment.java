package io.proviso.agreement;

import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;

/** A promise to buy; {@code incremental} means on top of what was committed before. */
public record Commitment(
        Party by, Party to, Stated<Money> amount, Headline headline, boolean incremental, Schedule schedule)
        implements ClauseBody {
    /** A promise that nobody may leave before its time and that nothing adds to. */
    public Commitment(
            Party by, Party to, Stated<Money> amount, Headline headline, boolean incremental, Stated<Interval> term) {
        this(by, to, amount, headline, incremental, Schedule.over(term));
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
}
