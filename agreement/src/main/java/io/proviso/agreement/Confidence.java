package io.proviso.agreement;

/** How well a statement about an agreement is supported, from the strongest to the weakest. */
public enum Confidence {
    /** The text itself was retrieved from the party or a filing. */
    PRIMARY,
    /** A party's statement, read as quoted by somebody else. */
    PRIMARY_QUOTED,
    /** Named press, never confirmed by a party. */
    REPORTED,
    /** Aggregators only. */
    SECONDARY,
    /** No source states it; the portfolio's author assumed it. */
    ASSUMED
}
