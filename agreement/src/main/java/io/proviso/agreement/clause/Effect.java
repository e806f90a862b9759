package io.proviso.agreement.clause;

/** What one norm does to an act in its scope. */
public enum Effect {
    PERMIT,
    /** Lawful only after a step the clause declares. */
    CONDITION,
    FORBID;

    /** To follow the name of the clause. */
    public String words() {
        return switch (this) {
            case PERMIT -> "permits it";
            case CONDITION -> "makes it conditional";
            case FORBID -> "forbids it";
        };
    }
}
