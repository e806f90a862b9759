package io.proviso.replay.queue;

import java.util.Arrays;

/**
 * A priority queue of (key, value), least key first and then least value: an implicit 4-ary heap, which is half as deep as
 * a binary one and keeps the children of a node in one cache line.
 */
final class LongIntHeap {
    private static final int ARITY = 4;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** {@link Long#MAX_VALUE} when empty: later than everything. */
    long firstKey() {
        return size == 0 ? Long.MAX_VALUE : keys[0];
    }

    /** Undefined when empty. */
    int firstValue() {
        return values[0];
    }

    void add(long key, int value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) / ARITY;
            if (!before(key, value, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, key, value);
    }

    /** Removes the first entry and returns its value; undefined when empty. */
    int removeFirst() {
        int first = values[0];
        size--;
        if (size > 0) {
            sink(keys[size], values[size]);
        }
        return first;
    }

    private void sink(long key, int value) {
        int hole = 0;
        for (int child = 1; child < size; child = hole * ARITY + 1) {
            int least = child;
            int end = Math.min(child + ARITY, size);
            for (int other = child + 1; other < end; other++) {
                if (before(keys[other], values[other], least)) {
                    least = other;
                }
            }
            if (before(key, value, least)) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, key, value);
    }

    private boolean before(long key, int value, int node) {
        return key < keys[node] || (key == keys[node] && value < values[node]);
    }

    private void move(int from, int to) {
        put(to, keys[from], values[from]);
    }

    private void put(int node, long key, int value) {
        keys[node] = key;
        values[node] = value;
    }
}
