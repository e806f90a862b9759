package io.proviso.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long somebody has to act, in the unit that the clause names: "3 days" ends at a cut-off on a wall clock, "72 hours"
 * is elapsed time, and across a change to summer time they differ. Written as in the clause: {@code 10 business days}.
 */
public sealed interface Window {
    /** The longest window, in days: a century. Anything longer is a slip of the pen. */
    int LONGEST_DAYS = 36_525;

    /** How many of its unit. */
    int n();

    /** Days on which the calendar is open; 0 is the day of receipt itself. */
    record BusinessDays(int n) implements Window {
        public BusinessDays {
            requireWithin(n, LONGEST_DAYS, "business day");
        }

        @Override
        public String toString() {
            return words(n, "business day");
        }
    }

    /** Calendar days, open or closed; the last one is not moved when it is closed. */
    record Days(int n) implements Window {
        public Days {
            requireWithin(n, LONGEST_DAYS, "day");
        }

        @Override
        public String toString() {
            return words(n, "day");
        }
    }

    /** Elapsed hours, which neither a calendar nor summer time touches. */
    record Hours(int n) implements Window {
        public Hours {
            requireWithin(n, LONGEST_DAYS * 24, "hour");
        }

        @Override
        public String toString() {
            return words(n, "hour");
        }
    }

    /** Reads {@code 10 business days}, {@code 3 days} or {@code 72 hours}, each also in the singular; inverse of {@code toString}. */
    static Window parse(String text) {
        Matcher words = Pattern.compile("(-?[0-9]{1,9}) +(?:(business) +(?=day))?(day|hour)s?")
                .matcher(text.strip());
        if (!words.matches()) {
            throw new IllegalArgumentException("window: '" + text + "' is not a window.\n"
                    + "Write a whole number and a unit: '10 business days', '1 business day', '3 days' or '72 hours'.");
        }
        int n = Integer.parseInt(words.group(1));
        return words.group(2) != null ? new BusinessDays(n) : words.group(3).equals("day") ? new Days(n) : new Hours(n);
    }

    private static void requireWithin(int n, int longest, String unit) {
        if (n < 0 || n > longest) {
            throw new IllegalArgumentException("window: " + words(n, unit) + " is out of range, it must be 0 to "
                    + words(longest, unit) + ".\n" + "A right that never lapses has no window: state it without one.");
        }
    }

    private static String words(int n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
