package io.proviso.calendar;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What a clause says of the two days between which a window is counted: on which day a notice counts as received, and when the
 * last day is over.
 *
 * @param receivedUntil what is received on a day, at this hour at the latest, counts as received on it
 * @param dueAt the hour of the deadline
 */
public record DayTerms(ClosedDay closedDay, LocalTime receivedUntil, LocalTime dueAt, Roll roll) {
    /** What holds where nobody says otherwise. */
    public static final DayTerms USUAL = cutoff(LocalTime.of(17, 0));

    /** When a notice that is received on a day without business counts as received. */
    public enum ClosedDay {
        NEXT_BUSINESS_DAY,
        THAT_DAY
    }

    /** What becomes of a last day without business. */
    public enum Roll {
        NONE,
        FOLLOWING,
        PRECEDING
    }

    /** The usual terms with one hour for receipt and deadline. */
    public static DayTerms cutoff(LocalTime hour) {
        return new DayTerms(ClosedDay.NEXT_BUSINESS_DAY, hour, hour, Roll.NONE);
    }

    /** Those of the four terms that one paper says; null leaves a term to the paper behind it. */
    public record Written(
            @Nullable ClosedDay closedDay,
            @Nullable LocalTime receivedUntil,
            @Nullable LocalTime dueAt,
            @Nullable Roll roll) {
        public static final Written NOTHING = new Written(null, null, null, null);

        /** Counted from the day on which a notice is given, at whatever hour and whether or not it is a business day. */
        public Written fromGiving() {
            return new Written(ClosedDay.THAT_DAY, LocalTime.MAX, dueAt, roll);
        }

        /** Only one hour for receipt and deadline; null leaves that too. */
        public static Written cutoff(@Nullable LocalTime hour) {
            return new Written(null, hour, hour, null);
        }

        /** All four, where this paper goes before another. */
        public DayTerms before(DayTerms other) {
            return new DayTerms(
                    closedDay == null ? other.closedDay : closedDay,
                    receivedUntil == null ? other.receivedUntil : receivedUntil,
                    dueAt == null ? other.dueAt : dueAt,
                    roll == null ? other.roll : roll);
        }
    }
}
