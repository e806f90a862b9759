package io.proviso.cli.output;

/** Seconds in the two largest units that matter, for people. */
public final class Spans {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {}

    /** Empty below a minute, where the seconds themselves are the best words. */
    public static String words(long seconds) {
        if (seconds < MINUTE) {
            return "";
        }
        if (seconds < HOUR) {
            return pair(seconds, MINUTE, "min", 1, "s");
        }
        return seconds < DAY ? pair(seconds, HOUR, "h", MINUTE, "min") : pair(seconds, DAY, "d", HOUR, "h");
    }

    private static String pair(long seconds, long large, String largeUnit, long small, String smallUnit) {
        return seconds / large + " " + largeUnit + " " + seconds % large / small + " " + smallUnit;
    }
}
