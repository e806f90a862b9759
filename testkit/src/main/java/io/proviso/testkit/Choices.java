package io.proviso.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The choices that make an input of a {@link Property}, written down as they are made, so that the same input can be made again
 * and a smaller one tried: a list of numbers, each below the bound it was drawn under, of which 0 is the simplest.
 *
 * <p>What is written for {@link Random} draws from it unchanged, and shrinks with the rest.
 */
public final class Choices extends Random {
    private static final long serialVersionUID = 1L;
    /** More than any input worth looking at is made of: a generator that never ends is an input that is discarded. */
    private static final int MOST = 1_000_000;

    private final transient RandomGenerator source;
    private final long[] given;
    private long[] made = new long[64];
    private int count;

    private Choices(RandomGenerator source, long[] given) {
        super(0);
        this.source = source;
        this.given = given;
    }

    static Choices by(RandomGenerator source) {
        return new Choices(source, new long[0]);
    }

    /** Makes the given choices again, each under the bound at hand, and the simplest ones once they are used up. */
    static Choices again(long... given) {
        return new Choices(() -> 0, given.clone());
    }

    long[] made() {
        return Arrays.copyOf(made, count);
    }

    @Override
    protected int next(int bits) {
        return (int) draw(1L << bits);
    }

    @Override
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a choice below " + bound + " is none");
        }
        return (int) draw(bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return Math.toIntExact(origin + draw((long) bound - origin));
    }

    /** A whole number from the least to the most, both included; the least is the simplest. */
    public long between(long least, long most) {
        return least + draw(Math.addExact(Math.subtractExact(most, least), 1));
    }

    public boolean chance(int percent) {
        return draw(100) >= 100 - percent;
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[nextInt(values.length)];
    }

    /** One of some values, of which the first is the simplest. */
    public <T> T oneOf(List<T> values) {
        return values.get(nextInt(values.size()));
    }

    /** A list of so many or fewer, each made by further choices. */
    public <T> List<T> listOf(int least, int most, Function<Choices, T> each) {
        var list = new ArrayList<T>();
        // One choice for each element, so that an element can be left out without changing those behind it.
        while (list.size() < least || (list.size() < most && draw(most) != 0)) {
            list.add(each.apply(this));
        }
        return list;
    }

    /** Turns the input away, because the property says nothing of it. */
    public static RuntimeException discard() {
        throw new Discarded();
    }

    private long draw(long bound) {
        if (count == MOST) {
            throw new Discarded();
        }
        long value = count < given.length ? Math.floorMod(given[count], bound) : drawn(bound);
        if (count == made.length) {
            made = Arrays.copyOf(made, 2 * count);
        }
        made[count++] = value;
        return value;
    }

    private long drawn(long bound) {
        return Math.floorMod(source.nextLong(), bound);
    }

    /** Thrown by {@link #discard()}. */
    static final class Discarded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Discarded() {
            super("discarded", null, false, false);
        }
    }
}
