package io.proviso.perf;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What one run cost, counted instead of timed, because the machine has other work.
 *
 * @param result kept, so that the run cannot be optimised away
 * @param nanos CPU time of the thread that ran it
 * @param process CPU time of the whole JVM meanwhile: compiling and collecting garbage are in it
 * @param bytes allocated by the thread
 */
record Counted<T>(T result, long nanos, long process, long bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static <T> Counted<T> run(Callable<T> work) throws Exception {
        long process = SYSTEM.getProcessCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        T result = work.call();
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        process = SYSTEM.getProcessCpuTime() - process;
        return new Counted<>(result, nanos, process, bytes);
    }

    /** So many runs that count after so many that warm up. */
    static <T> Runs<T> warm(int warmUps, int runs, Callable<T> work) throws Exception {
        var counted = new ArrayList<Counted<T>>();
        for (int i = 0; i < warmUps + runs; i++) {
            counted.add(run(work));
        }
        return new Runs<>(counted.subList(warmUps, counted.size()));
    }

    /** Runs of one thing. */
    record Runs<T>(List<Counted<T>> all) {
        Runs {
            all = all.stream().sorted(Comparator.comparingLong(Counted::nanos)).toList();
        }

        Counted<T> least() {
            return all.getFirst();
        }

        /** A line with CPU time of the least and the median run in that unit. */
        String line(String what, double nanosPerUnit, String unit) {
            return String.format(
                    Locale.ROOT,
                    "%-52s min %,9.2f  median %,9.2f %s  %,12d B  (%d runs)",
                    what,
                    least().nanos / nanosPerUnit,
                    all.get(all.size() / 2).nanos / nanosPerUnit,
                    unit,
                    least().bytes,
                    all.size());
        }
    }
}
