package io.proviso.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers distinct states in the order of their first appearance; open addressing over hashes that are computed once. */
final class StateTable<S> {
    private static final int EMPTY = -1;

    private final List<S> states = new ArrayList<>();
    private final IntColumn hashes = new IntColumn();
    private int[] slots = empty(1 << 10);

    int size() {
        return states.size();
    }

    S get(int id) {
        return states.get(id);
    }

    /** The number of that state, a new one if it was never seen. */
    int add(S state) {
        int hash = spread(state.hashCode());
        int slot = slot(hash);
        for (; slots[slot] != EMPTY; slot = slot + 1 & slots.length - 1) {
            int id = slots[slot];
            if (hashes.get(id) == hash && states.get(id).equals(state)) {
                return id;
            }
        }
        slots[slot] = states.size();
        states.add(state);
        hashes.add(hash);
        if (2 * states.size() > slots.length) {
            grow();
        }
        return states.size() - 1;
    }

    private void grow() {
        slots = empty(2 * slots.length);
        for (int id = 0; id < states.size(); id++) {
            int slot = slot(hashes.get(id));
            while (slots[slot] != EMPTY) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = id;
        }
    }

    private int slot(int hash) {
        return hash & slots.length - 1;
    }

    /** Hashes of records are polynomials of small numbers: without mixing their low bits collide. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }

    private static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
