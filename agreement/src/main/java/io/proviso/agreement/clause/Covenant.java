package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A promise about a share over time (“primarily for research and training”): measured each period by the ledger, never a gate.
 *
 * @param cure for how long after a period that fell short it can still be made good; null if nobody speaks of a cure
 */
public record Covenant(
        Party by,
        Party to,
        Condition measured,
        Stated<BigDecimal> atLeast,
        String measure,
        Per per,
        @Nullable Stated<Period> cure)
        implements Stipulation {
    /** A covenant that says nothing of a cure. */
    public Covenant(Party by, Party to, Condition measured, Stated<BigDecimal> atLeast, String measure, Per per) {
        this(by, to, measured, atLeast, measure, per, null);
    }

    /** The period over which the share is measured. */
    public enum Per {
        MONTH,
        QUARTER,
        YEAR
    }

    @Override
    public Party holder() {
        return to;
    }

    @Override
    public String kind() {
        return "covenant";
    }
}
