package io.proviso.testkit;

import java.util.function.IntConsumer;

/** The edges of a graph turned round, packed: those into node {@code n} lie from {@code begins[n]} to {@code begins[n + 1]}. */
final class Predecessors {
    private final int[] begins;
    private final int[] from;

    private Predecessors(int[] begins, int[] from) {
        this.begins = begins;
        this.from = from;
    }

    /** Turns the edges of the first {@code sources} of that many nodes. */
    static Predecessors of(int sources, int nodes, IntColumn edgesBegin, IntColumn targets) {
        int[] begins = new int[nodes + 1];
        for (int edge = 0; edge < targets.size(); edge++) {
            begins[targets.get(edge) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            begins[node + 1] += begins[node];
        }
        int[] from = new int[targets.size()];
        int[] next = begins.clone();
        for (int source = 0; source < sources; source++) {
            for (int edge = edgesBegin.get(source); edge < edgesBegin.get(source + 1); edge++) {
                from[next[targets.get(edge)]++] = source;
            }
        }
        return new Predecessors(begins, from);
    }

    void forEach(int node, IntConsumer action) {
        for (int i = begins[node]; i < begins[node + 1]; i++) {
            action.accept(from[i]);
        }
    }
}
