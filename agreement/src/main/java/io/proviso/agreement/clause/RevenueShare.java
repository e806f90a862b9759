package io.proviso.agreement.clause;

import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;

/** A share of the payer's revenue, as a fraction of one, up to a total cap. */
public record RevenueShare(Party payer, Party payee, Stated<BigDecimal> rate, Base base, Stated<Cap> cap)
        implements Stipulation {
    /** What the rate is applied to. */
    public enum Base {
        GROSS,
        NET,
        UNDISCLOSED
    }

    /** The most that is ever due; {@link CapBase} says which payments count towards it. */
    public record Cap(Money amount, CapBase countedFrom) {}

    /** From when payments count towards the cap. */
    public enum CapBase {
        FROM_INCEPTION,
        FROM_EFFECTIVE_DATE,
        UNDISCLOSED
    }

    @Override
    public Party holder() {
        return payee;
    }

    @Override
    public String kind() {
        return "revenue-share";
    }
}
