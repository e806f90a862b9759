package io.proviso.agreement;

import io.proviso.units.Party;
import java.math.BigDecimal;

/** A promise about a share over time (“primarily for research and training”): measured each period by the ledger, never a gate. */
public record Covenant(Party by, Party to, Condition measured, Stated<BigDecimal> atLeast, String measure, Per per)
        implements ClauseBody {
    /** The period over which the share is measured. */
    public enum Per {
        MONTH,
        QUARTER,
        YEAR
    }
}
