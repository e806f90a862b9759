package io.proviso.agreement.clause;

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
    ASSUMED;

    /** As readers know it. */
    public String words() {
        return switch (this) {
            case PRIMARY -> "primary text";
            case PRIMARY_QUOTED -> "a party's statement as quoted elsewhere";
            case REPORTED -> "press reports";
            case SECONDARY -> "secondary sources";
            case ASSUMED -> "an assumption";
        };
    }
}
