package io.proviso.agreement.clause;

/** Who may read a clause; an audience reads its own level and every level before it. */
public enum Disclosure {
    PUBLIC,
    /** The parties of the agreement. */
    PARTIES,
    /** The customer alone. */
    INTERNAL;

    /** What is told instead of what an audience may not read. */
    public static final String WITHHELD = "withheld from this audience";

    /** Whether an audience of this level may read what is disclosed to that one. */
    public boolean mayRead(Disclosure disclosedTo) {
        return disclosedTo.compareTo(this) <= 0;
    }
}
