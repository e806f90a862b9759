package io.proviso.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A closed day beside the weekend; {@code recorded} is when the closure became known, not when it took place.
 *
 * @param name as people call it; null if it has none
 * @param withdrawn when it became known that the day is open after all, as where a holiday was moved; null if it never did
 */
public record Holiday(
        LocalDate date,
        @Nullable String name,
        Instant recorded,
        @Nullable Instant withdrawn,
        String source) {
    public Holiday {
        if (source.isBlank()) {
            throw new IllegalArgumentException("holiday " + date + ": the source must not be blank.\n"
                    + "Name the statute, order or publication that closes the day.");
        }
        if (withdrawn != null && !withdrawn.isAfter(recorded)) {
            throw new IllegalArgumentException("holiday " + date + ": withdrawn at " + withdrawn
                    + ", which is not after it was recorded at " + recorded + ".\n"
                    + "Leave out a day that nobody ever had to reckon with.");
        }
    }

    /** One without a name that stands. */
    public Holiday(LocalDate date, Instant recorded, String source) {
        this(date, null, recorded, null, source);
    }

    /** The same closure as if it had never been withdrawn. */
    Holiday standing() {
        return withdrawn == null ? this : new Holiday(date, name, recorded, null, source);
    }

    /** As it stood on record at that instant; null if it was not yet there. */
    @Nullable
    Holiday asKnown(Instant knownAt) {
        if (recorded.isAfter(knownAt)) {
            return null;
        }
        return withdrawn != null && withdrawn.isAfter(knownAt) ? standing() : this;
    }
}
