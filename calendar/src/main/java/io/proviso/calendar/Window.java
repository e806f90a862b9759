package io.proviso.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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

    /** Weeks, months, quarters or years, to the day of the same number: 31 January and a month is the last day of February. */
    record Dates(int n, Unit unit) implements Window {
        public Dates {
            requireWithin(n, (int) (LONGEST_DAYS / unit.days()), unit.word());
        }

        /** The day so long after an anchor; each count is made from the anchor itself, never from a count before it. */
        public LocalDate after(LocalDate anchor) {
            return anchor.plus(n * unit.steps, unit.step);
        }

        @Override
        public String toString() {
            return words(n, unit.word());
        }
    }

    /** What {@link Dates} are counted in. */
    enum Unit {
        WEEK(ChronoUnit.WEEKS, 1),
        MONTH(ChronoUnit.MONTHS, 1),
        QUARTER(ChronoUnit.MONTHS, 3),
        YEAR(ChronoUnit.YEARS, 1);

        private final ChronoUnit step;
        private final long steps;

        Unit(ChronoUnit step, long steps) {
            this.step = step;
            this.steps = steps;
        }

        private long days() {
            return steps * step.getDuration().toDays();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String plural() {
            return word() + "s";
        }
    }

    /** Reads {@code 10 business days}, {@code 3 days}, {@code 6 months} or {@code 72 hours}, each also in the singular; inverse of {@code toString}. */
    static Window parse(String text) {
        Matcher words = Pattern.compile("(-?[0-9]{1,9}) +(?:(business) +(?=day))?(day|hour|week|month|quarter|year)s?")
                .matcher(text.strip());
        if (!words.matches()) {
            throw new IllegalArgumentException("window: '" + text + "' is not a window.\n"
                    + "Write a whole number and a unit: '10 business days', '1 business day', '3"
                    + " days', '6 months' or '72 hours'.");
        }
        int n = Integer.parseInt(words.group(1));
        if (words.group(2) != null) {
            return new BusinessDays(n);
        }
        return switch (words.group(3)) {
            case "day" -> new Days(n);
            case "hour" -> new Hours(n);
            case String unit -> new Dates(n, Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
        };
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
