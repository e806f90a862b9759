package io.proviso.counsel.due;

import io.proviso.counsel.english.English;

/** How a figure enters the sums: each does in one way, and a sum is that of all figures which do so in the same. */
public enum CountedAs {
    /** Of a commitment of which it is known what stays owed even if notice is given at once. */
    FIRM,
    /** Promised, if nobody leaves; of a whole commitment: nobody disclosed what it costs to leave it. */
    PROMISED,
    /** Only a ceiling was published. */
    AT_MOST,
    /** Due in one of several readings only: in no sum. */
    ONE_READING,
    /** Another one to the same party, as large or larger, may contain it: in no sum. */
    CONTAINED,
    /** Nobody disclosed it: in no sum. */
    UNDISCLOSED;

    boolean isSummed() {
        return switch (this) {
            case FIRM, PROMISED, AT_MOST -> true;
            case ONE_READING, CONTAINED, UNDISCLOSED -> false;
        };
    }

    String words() {
        return switch (this) {
            case FIRM, AT_MOST -> English.lower(this);
            case PROMISED -> "promised, firm part unknown";
            case ONE_READING -> "not counted, in one of several readings only";
            case CONTAINED -> "not counted, a larger one may contain it";
            case UNDISCLOSED -> "not counted, undisclosed";
        };
    }
}
