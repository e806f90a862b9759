package io.proviso.replay.queue;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which waiting job starts next; every one is non-preemptive, and the order of submission breaks ties. */
public enum Discipline {
    /** Strict head of line: the oldest job starts first, and whatever is behind waits for it. */
    FIFO("fifo"),
    /** The queue is scanned in order of submission and whatever fits starts; a wide gang may be overtaken without bound. */
    FIFO_SKIP("fifo-skip"),
    /** The shortest job first, head of line, with its true duration known beforehand. */
    SJF("sjf");

    private final String word;

    Discipline(String word) {
        this.word = word;
    }

    /** The name in commands and files. */
    public String word() {
        return word;
    }

    /** Finds a discipline by its {@link #word()}. */
    public static Discipline of(String word) {
        return Arrays.stream(values())
                .filter(discipline -> discipline.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("discipline: unknown value \"" + word + "\"\nKnown: "
                        + Arrays.stream(values()).map(Discipline::word).collect(Collectors.joining(", "))));
    }

    JobQueue queue(Trace trace) {
        return switch (this) {
            case FIFO -> new HeadOfLineQueue(trace);
            case FIFO_SKIP -> new FirstFitQueue(trace);
            case SJF -> new ShortestFirstQueue(trace);
        };
    }
}
