package io.proviso.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * The last instant at which an answer is in time. What is kept is the local time with its zone; {@link #utc} follows from
 * it. The zoned time holds its offset, because elapsed hours may end in an hour that the clock shows twice.
 *
 * @param deemedReceived the day on which the notice counts as received, in the zone of the rule
 * @param local the deadline on the wall clock of the rule's zone
 */
public record Deadline(LocalDate deemedReceived, ZonedDateTime local) {
    public Instant utc() {
        return local.toInstant();
    }

    /** Whether something received at that instant is in time: receipt counts, and exactly at the deadline is in time. */
    public boolean inTime(Instant received) {
        return !received.isAfter(utc());
    }
}
