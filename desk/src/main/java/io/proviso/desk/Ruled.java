package io.proviso.desk;

import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.Ruling;

/** A candidate with the ruling that let it in or kept it out. */
public record Ruled(Candidate candidate, Ruling ruling) {
    /** Whether it may supply the capacity with no further step; every other outcome keeps it out. */
    public boolean isFree() {
        return ruling.outcome() == Outcome.PERMITTED;
    }
}
