package io.proviso.agreement;

import java.time.Instant;

/** Answers questions about one portfolio, as of any instant and as known at any instant. */
public interface Rulings {
    /** The engine's version, part of every ruling's identity. */
    String ENGINE = "proviso-0.1.0";

    Portfolio portfolio();

    /**
     * Rules on a question.
     *
     * @param asOf what was in force then
     * @param knownAt what was on record then
     * @throws BadQuestion if the question does not fit the portfolio's vocabulary
     */
    Ruling rule(Question question, Instant asOf, Instant knownAt);

    /**
     * The right of first refusal that a step of a ruling names, as it stands then.
     *
     * @throws IllegalArgumentException if no such right is in force then
     */
    RightInForce right(String agreement, String clause, Instant asOf, Instant knownAt);
}
