package io.proviso.replay.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The disciplines word for word, without a thought for speed: every second is visited, lists are scanned. The oracle of the
 * pool.
 */
final class SecondBySecond {
    private record Running(int gpus, long end) {}

    private final Trace trace;
    private final int capacity;
    private final Discipline discipline;
    private final List<Integer> queue = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();

    record Start(int job, long at) {}

    private SecondBySecond(Trace trace, int capacity, Discipline discipline) {
        this.trace = trace;
        this.capacity = capacity;
        this.discipline = discipline;
    }

    static List<Start> starts(Trace trace, int capacity, Discipline discipline) {
        return new SecondBySecond(trace, capacity, discipline).run();
    }

    private List<Start> run() {
        int arrived = 0;
        for (long now = 0; arrived < trace.size() || !queue.isEmpty(); now++) {
            complete(now);
            for (; arrived < trace.size() && trace.submission(arrived) == now; arrived++) {
                if (trace.gpus(arrived) <= capacity) {
                    queue.add(arrived);
                }
            }
            do {
                start(now);
            } while (complete(now));
        }
        return starts;
    }

    private boolean complete(long now) {
        return running.removeIf(job -> job.end <= now);
    }

    private void start(long now) {
        if (discipline == Discipline.SJF) {
            queue.sort(Comparator.<Integer>comparingInt(trace::duration).thenComparing(job -> job));
        }
        for (Iterator<Integer> scan = queue.iterator(); scan.hasNext(); ) {
            int job = scan.next();
            int inUse = running.stream().mapToInt(Running::gpus).sum();
            if (inUse + trace.gpus(job) <= capacity) {
                scan.remove();
                running.add(new Running(trace.gpus(job), now + trace.duration(job)));
                starts.add(new Start(job, now));
            } else if (discipline != Discipline.FIFO_SKIP) {
                return;
            }
        }
    }
}
