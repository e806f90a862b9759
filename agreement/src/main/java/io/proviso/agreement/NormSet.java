package io.proviso.agreement;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of norms of one compiled act, as bits; mutable while compiling and solving, never shared while it changes. */
final class NormSet {
    private final long[] words;

    private NormSet(long[] words) {
        this.words = words;
    }

    /** The empty set over so many rows; sets that are combined must be over the same number of words. */
    static NormSet none(int norms) {
        return new NormSet(new long[Math.max(1, (norms + 63) >> 6)]);
    }

    static NormSet all(int norms) {
        var all = none(norms);
        for (int norm = 0; norm < norms; norm++) {
            all.add(norm);
        }
        return all;
    }

    NormSet copy() {
        return new NormSet(words.clone());
    }

    void add(int norm) {
        words[norm >> 6] |= 1L << norm;
    }

    void drop(int norm) {
        words[norm >> 6] &= ~(1L << norm);
    }

    boolean has(int norm) {
        return (words[norm >> 6] & 1L << norm) != 0;
    }

    NormSet retain(NormSet other) {
        for (int word = 0; word < words.length; word++) {
            words[word] &= other.words[word];
        }
        return this;
    }

    NormSet remove(NormSet other) {
        for (int word = 0; word < words.length; word++) {
            words[word] &= ~other.words[word];
        }
        return this;
    }

    NormSet addAll(NormSet other) {
        for (int word = 0; word < words.length; word++) {
            words[word] |= other.words[word];
        }
        return this;
    }

    boolean meets(NormSet other) {
        for (int word = 0; word < words.length; word++) {
            if ((words[word] & other.words[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether some norm is in this set and in both others. */
    boolean meets(NormSet one, NormSet other) {
        for (int word = 0; word < words.length; word++) {
            if ((words[word] & one.words[word] & other.words[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    NormSet and(NormSet other) {
        return copy().retain(other);
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    void forEach(IntConsumer each) {
        for (int word = 0; word < words.length; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                each.accept((word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
