package io.proviso.cli.replay;

import io.proviso.replay.queue.Trace;

/** A trace as a CSV file that {@code replay} reads. */
public final class TraceCsv {
    private TraceCsv() {}

    public static String of(Trace trace) {
        var text = new StringBuilder("job_id,submission_time,duration,num_gpu\n");
        for (int job = 0; job < trace.size(); job++) {
            text.append(job + 1)
                    .append(',')
                    .append(trace.submission(job))
                    .append(',')
                    .append(trace.duration(job))
                    .append(',')
                    .append(trace.gpus(job))
                    .append('\n');
        }
        return text.toString();
    }
}
