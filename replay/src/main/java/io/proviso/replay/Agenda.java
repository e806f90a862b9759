package io.proviso.replay;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when, on a virtual clock. At one instant: capacity first, then the desk, then reviews, in the order planned. */
final class Agenda {
    /** The order within an instant. */
    enum Phase {
        CAPACITY,
        DESK,
        REVIEW,
        SAMPLE
    }

    private record Entry(long second, Phase phase, long sequence, Runnable action) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparingLong(Entry::second).thenComparing(Entry::phase).thenComparingLong(Entry::sequence));
    private long planned;
    private long now = Long.MIN_VALUE;

    void at(long second, Phase phase, Runnable action) {
        entries.add(new Entry(Math.max(second, now), phase, planned++, action));
    }

    /** {@link Long#MAX_VALUE} when nothing is planned. */
    long next() {
        var entry = entries.peek();
        return entry == null ? Long.MAX_VALUE : entry.second();
    }

    long now() {
        return now;
    }

    /** Runs everything planned for the next instant, including what that plans for the same instant. */
    void runNext() {
        now = next();
        while (next() == now) {
            entries.remove().action().run();
        }
    }
}
