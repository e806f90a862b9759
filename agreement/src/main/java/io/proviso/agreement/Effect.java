package io.proviso.agreement;

/** What one norm does to an act in its scope. */
public enum Effect {
    PERMIT,
    /** Lawful only after a step the clause declares. */
    CONDITION,
    FORBID
}
