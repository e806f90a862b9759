package io.proviso.counsel.english;

import io.proviso.calendar.DayTerms;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** On which day a notice counts as received and when a last day is over, in sentences. */
public final class DayTermsEnglish {
    private DayTermsEnglish() {}

    /** Of an agreement whose terms are not the usual ones. */
    public static String of(DayTerms days) {
        return days.equals(DayTerms.USUAL)
                ? ""
                : String.join(
                        " ",
                        received(days.receivedUntil()),
                        on(days.closedDay()),
                        due(days.dueAt()),
                        moved(days.roll()));
    }

    /** Of a clause, which has told the hour of its deadline. */
    static String beyondTheHour(DayTerms.Written days) {
        List<String> sentences = new ArrayList<>();
        if (days.receivedUntil() != null) {
            sentences.add(received(days.receivedUntil()));
        }
        if (days.closedDay() != null) {
            sentences.add(on(days.closedDay()));
        }
        if (days.roll() != null) {
            sentences.add(moved(days.roll()));
        }
        return String.join(" ", sentences);
    }

    /** Of a clause whose window runs from the giving. */
    static String fromGiving(DayTerms.Written days) {
        return "That time is counted from the day on which the notice is given, at whatever hour, and not from receipt."
                + (days.roll() == null ? "" : " " + moved(days.roll()));
    }

    private static String received(LocalTime until) {
        return "A notice counts as received on its day until " + until + ".";
    }

    private static String due(LocalTime hour) {
        return "A deadline ends at " + hour + ".";
    }

    private static String on(DayTerms.ClosedDay day) {
        return "What is received on a day without business counts as received on "
                + switch (day) {
                    case NEXT_BUSINESS_DAY -> "the next business day.";
                    case THAT_DAY -> "that day.";
                };
    }

    private static String moved(DayTerms.Roll roll) {
        return "A last day without business "
                + switch (roll) {
                    case NONE -> "is not moved.";
                    case FOLLOWING -> "is moved to the next business day.";
                    case PRECEDING ->
                        "is moved to the last business day before it, unless none comes after the receipt.";
                };
    }
}
