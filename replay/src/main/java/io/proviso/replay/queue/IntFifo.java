package io.proviso.replay.queue;

/** First in, first out, of ints: a ring that doubles when it is full. */
final class IntFifo {
    private int[] ring = new int[16];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int value) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = value;
        size++;
    }

    /** Undefined when empty. */
    int first() {
        return ring[head];
    }

    /** Undefined when empty. */
    int removeFirst() {
        int value = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return value;
    }

    private void grow() {
        int[] larger = new int[ring.length * 2];
        int tail = ring.length - head;
        System.arraycopy(ring, head, larger, 0, tail);
        System.arraycopy(ring, 0, larger, tail, head);
        ring = larger;
        head = 0;
    }
}
