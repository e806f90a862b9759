package io.proviso.agreement;

/** Who may read the words of a clause; an audience reads its own level and every level before it. */
public enum Disclosure {
    PUBLIC,
    /** The parties of the agreement. */
    PARTIES,
    /** The customer alone. */
    INTERNAL
}
