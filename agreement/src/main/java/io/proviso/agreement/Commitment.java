package io.proviso.agreement;

import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;

/** A promise to buy; {@code incremental} means on top of what was committed before. */
public record Commitment(
        Party by, Party to, Stated<Money> amount, Headline headline, boolean incremental, Stated<Interval> term)
        implements ClauseBody {
    /** How the published figure reads. */
    public enum Headline {
        COMMITTED,
        /** A ceiling, subject to delivery. */
        UP_TO
    }
}
