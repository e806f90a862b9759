package io.proviso.reader.trace;

/**
 * Which row of a file first had a job id. An id is kept as 64 bits of hash, because the ids of ten million jobs would be most
 * of the memory of a replay; that two of them share their bits without being the same happens once in some hundred thousand files.
 */
final class JobIds {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1 << 10];
    /** By place of the hash; rows count from 1, so that 0 is a free place. */
    private int[] rows = new int[1 << 10];

    private int size;

    /** The row that has this id; 0 if none has. */
    int row(long hash) {
        return rows[place(hash)];
    }

    /** That row has it, if none had before. */
    void add(long hash, int row) {
        if (2 * size >= rows.length) {
            grow();
        }
        int place = place(hash);
        if (rows[place] == 0) {
            hashes[place] = hash;
            rows[place] = row;
            size++;
        }
    }

    private int place(long hash) {
        int place = (int) hash & (rows.length - 1);
        while (rows[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & (rows.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldRows = rows;
        hashes = new long[2 * oldHashes.length];
        rows = new int[2 * oldRows.length];
        size = 0;
        for (int place = 0; place < oldRows.length; place++) {
            if (oldRows[place] != 0) {
                add(oldHashes[place], oldRows[place]);
            }
        }
    }

    /** FNV-1a, with its bits mixed once more so that the low ones tell numbered jobs apart. */
    static long hash(byte[] bytes, int from, int to) {
        long hash = FNV_BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
