package io.proviso.agreement;

/** What an agreement means for an act on which none of its clauses speaks. */
public enum Silence {
    PERMITTED,
    FORBIDDEN
}
