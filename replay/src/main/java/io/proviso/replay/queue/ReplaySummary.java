package io.proviso.replay.queue;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The figures of a replay, about the jobs that ran. Times are seconds.
 *
 * @param jobs jobs that ran
 * @param averageCompletion mean from submission to completion
 * @param makespan first submission to last completion
 * @param utilisation GPU-seconds used over GPU-seconds offered during the makespan
 */
public record ReplaySummary(
        int jobs, Waits waits, double averageCompletion, long makespan, double utilisation, long gpuSeconds) {

    /**
     * From submission to start; percentiles by nearest rank.
     *
     * @param waited jobs that did not start at once
     */
    public record Waits(double average, long p50, long p90, long p99, long max, int waited) {}

    /** Each figure under the name that commands, reports and golden cases give it, in their order. */
    public SequencedMap<String, Number> figures() {
        var figures = new LinkedHashMap<String, Number>();
        figures.put("jobs", jobs);
        figures.put("averageWait", waits.average);
        figures.put("p50Wait", waits.p50);
        figures.put("p90Wait", waits.p90);
        figures.put("p99Wait", waits.p99);
        figures.put("maxWait", waits.max);
        figures.put("waited", waits.waited);
        figures.put("averageCompletion", averageCompletion);
        figures.put("makespan", makespan);
        figures.put("utilisation", utilisation);
        figures.put("gpuSeconds", gpuSeconds);
        return figures;
    }
}
