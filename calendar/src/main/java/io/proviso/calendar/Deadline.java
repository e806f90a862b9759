package io.proviso.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The last instant at which an answer is in time. What is kept is the local time with its zone; {@link #utc} follows from
 * it. The zoned time holds its offset, because elapsed hours may end in an hour that the clock shows twice.
 *
 * @param deemedReceived the day on which the notice counts as received, in the zone of the rule
 * @param local the deadline on the wall clock of the rule's zone
 * @param unlisted years beyond the calendar's list, a day of which counted as open although nobody can know it
 */
public record Deadline(LocalDate deemedReceived, ZonedDateTime local, List<UnlistedYear> unlisted) {
    public Deadline {
        unlisted = List.copyOf(unlisted);
    }

    /** One on which no day decided that is beyond the list. */
    public Deadline(LocalDate deemedReceived, ZonedDateTime local) {
        this(deemedReceived, local, List.of());
    }

    /** The same count, ended later by a time that did not count. */
    public Deadline later(Duration stoodStill) {
        return new Deadline(deemedReceived, local.plus(stoodStill), unlisted);
    }

    public Instant utc() {
        return local.toInstant();
    }

    /** Whether something received at that instant is in time: receipt counts, and exactly at the deadline is in time. */
    public boolean inTime(Instant received) {
        return !received.isAfter(utc());
    }
}
