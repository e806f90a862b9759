package io.proviso.agreement.norms;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A set of norms of one compiled act, as bits; mutable while compiling and solving, never shared while it changes.
 *
 * <p>The first 64 norms stand in a field of their own: an act rarely has more, and a copy then costs 24 bytes instead of 40.
 */
public final class NormSet {
    private static final long[] NO_MORE = {};

    private long first;
    /** The norms from the 64th on; sets that are combined are over the same act and so of the same length. */
    private final long[] more;

    private NormSet(long first, long[] more) {
        this.first = first;
        this.more = more;
    }

    /** The empty set over so many norms. */
    static NormSet none(int norms) {
        return new NormSet(0, norms <= 64 ? NO_MORE : new long[(norms - 1) >> 6]);
    }

    static NormSet all(int norms) {
        var all = none(norms);
        for (int norm = 0; norm < norms; norm++) {
            all.add(norm);
        }
        return all;
    }

    public NormSet copy() {
        return new NormSet(first, more.length == 0 ? NO_MORE : more.clone());
    }

    public void add(int norm) {
        if (norm < 64) {
            first |= 1L << norm;
        } else {
            more[(norm >> 6) - 1] |= 1L << norm;
        }
    }

    void drop(int norm) {
        if (norm < 64) {
            first &= ~(1L << norm);
        } else {
            more[(norm >> 6) - 1] &= ~(1L << norm);
        }
    }

    boolean has(int norm) {
        long word = norm < 64 ? first : more[(norm >> 6) - 1];
        return (word & 1L << norm) != 0;
    }

    NormSet retain(NormSet other) {
        first &= other.first;
        for (int word = 0; word < more.length; word++) {
            more[word] &= other.more[word];
        }
        return this;
    }

    public NormSet remove(NormSet other) {
        first &= ~other.first;
        for (int word = 0; word < more.length; word++) {
            more[word] &= ~other.more[word];
        }
        return this;
    }

    public NormSet addAll(NormSet other) {
        first |= other.first;
        for (int word = 0; word < more.length; word++) {
            more[word] |= other.more[word];
        }
        return this;
    }

    public NormSet and(NormSet other) {
        return copy().retain(other);
    }

    public boolean meets(NormSet other) {
        if ((first & other.first) != 0) {
            return true;
        }
        for (int word = 0; word < more.length; word++) {
            if ((more[word] & other.more[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether some norm is in this set and in both others. */
    public boolean meets(NormSet one, NormSet other) {
        if ((first & one.first & other.first) != 0) {
            return true;
        }
        for (int word = 0; word < more.length; word++) {
            if ((more[word] & one.more[word] & other.more[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return !meets(this);
    }

    public void forEach(IntConsumer each) {
        forEach(first, 0, each);
        for (int word = 0; word < more.length; word++) {
            forEach(more[word], (word + 1) << 6, each);
        }
    }

    private static void forEach(long word, int from, IntConsumer each) {
        for (long rest = word; rest != 0; rest &= rest - 1) {
            each.accept(from + Long.numberOfTrailingZeros(rest));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormSet set && first == set.first && Arrays.equals(more, set.more);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(first) + Arrays.hashCode(more);
    }
}
