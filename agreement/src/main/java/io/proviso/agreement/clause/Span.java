package io.proviso.agreement.clause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a clause binds, with every period that counts from a day counted.
 *
 * @param begins from when on its end is watched: the day from which it binds, or on which it was written if that is an event
 * @param from what it sleeps until; null if it binds at once
 */
public record Span(Instant begins, @Nullable End from, End until) {
    /** Of a clause as a paper writes it that takes effect then. */
    public static Span of(Clause clause, Instant effective, Periods periods) {
        var from = clause.sleepsUntil() == null ? null : clause.sleepsUntil().settled(effective, periods);
        var begins = from instanceof End.At(Instant day) && day.isAfter(effective) ? day : effective;
        return new Span(begins, from, clause.until().settled(begins, periods));
    }

    /** Whether it sleeps by date alone. */
    public boolean sleeps(Instant asOf) {
        return from instanceof End.At(Instant day) && asOf.isBefore(day);
    }

    /** Whether it has come to its end by date alone; what depends on a milestone is left to a question's facts. */
    public boolean isOver(Instant asOf) {
        return until.hasCome(asOf);
    }
}
