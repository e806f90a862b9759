package io.proviso.cli.replay;

import io.proviso.cli.output.BadInputException;
import io.proviso.reader.trace.BadRow;
import io.proviso.reader.trace.TraceReading;
import io.proviso.replay.queue.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Refuses a replay in which no job could run: its figures would all be zero, and look like an answer. */
final class NoJob {
    private static final int LISTED = 5;

    private NoJob() {}

    /**
     * @param ran jobs that did
     * @param tooLarge for {@code capacity}, in words
     */
    static void refuse(TraceReading reading, int ran, List<Job> tooLarge, String capacity) {
        if (ran > 0) {
            return;
        }
        var lines = new StringJoiner("\n");
        lines.add("there is no job to replay");
        rows(reading).forEach((file, rows) -> lines.add("  " + file + ": " + count(rows, "row") + " read"));
        if (!tooLarge.isEmpty()) {
            long least = tooLarge.stream().mapToLong(Job::gpus).min().orElseThrow();
            lines.add("  " + count(tooLarge.size(), "job") + " larger than " + capacity + ", the smallest with "
                    + count(least, "GPU"));
        }
        int bad = reading.badRows().size();
        if (bad > 0) {
            lines.add("  " + count(bad, "row") + " without a job:");
            reading.badRows().stream().limit(LISTED).forEach(row -> lines.add("    " + row));
        }
        if (bad > LISTED) {
            lines.add("    … " + (bad - LISTED) + " more");
        }
        lines.add("Give a trace with at least one job that fits.");
        throw new BadInputException(lines.toString());
    }

    private static Map<String, Integer> rows(TraceReading reading) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        var trace = reading.trace();
        trace.sources().forEach(file -> rows.put(file, 0));
        for (int job = 0; job < trace.size(); job++) {
            rows.merge(trace.job(job).source(), 1, Integer::sum);
        }
        reading.badRows().stream().map(BadRow::file).forEach(file -> rows.merge(file, 1, Integer::sum));
        return rows;
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
