package io.proviso.replay.queue;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a trace takes. Under a scenario the customer is followed hour by hour, so that one stray row thousands of years from
 * the others would be most of the work, and no real cluster is older than its accelerators.
 */
public final class TraceSpan {
    private static final int LONGEST_YEARS = 30;
    private static final double YEAR =
            Duration.ofDays(365).toSeconds() + Duration.ofHours(6).toSeconds();

    private TraceSpan() {}

    /**
     * Turns a trace away that takes longer than any cluster lives.
     *
     * @param arrivals how many times faster its jobs arrive
     * @throws IllegalArgumentException with the two rows between which nothing is submitted for longest
     */
    public static void requireReasonable(Trace trace, double arrivals) {
        if (trace.size() == 0) {
            return;
        }
        double years = (trace.submission(trace.size() - 1) - trace.submission(0)) / arrivals / YEAR;
        if (years > LONGEST_YEARS) {
            int behind = behindLongestPause(trace);
            long pause = trace.submission(behind) - trace.submission(behind - 1);
            throw new IllegalArgumentException("trace: from its first to its last submission it takes " + words(years)
                    + (arrivals == 1 ? "" : " at " + arrivals + " times the arrivals") + ", longer than the "
                    + LONGEST_YEARS + " years for which a scenario can be replayed.\nNothing is submitted for "
                    + words(pause / YEAR) + " between " + place(trace.job(behind - 1)) + " and "
                    + place(trace.job(behind)) + ": correct or remove the row that is wrong.");
        }
    }

    private static int behindLongestPause(Trace trace) {
        int behind = 1;
        for (int job = 2; job < trace.size(); job++) {
            if (trace.submission(job) - trace.submission(job - 1)
                    > trace.submission(behind) - trace.submission(behind - 1)) {
                behind = job;
            }
        }
        return behind;
    }

    private static String place(Job job) {
        return job.source() + ":" + job.row();
    }

    private static String words(double years) {
        return String.format(Locale.ROOT, years < 10 ? "%,.1f years" : "%,.0f years", years);
    }
}
