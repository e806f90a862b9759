package io.proviso.testkit;

import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A law that must hold of every input: it is tried on many, made from seeds, and an input that breaks it is made smaller before it
 * is told.
 *
 * <p>The seeds of a build follow from the name of the test, so that two builds of one commit come to the same.
 * {@code -Dproperty.seed=N} tries that one seed alone, as a failure tells it; {@code -Dproperty.tries=K} tries K times as many, and
 * {@code -Dproperty.search=S} other seeds than those of the build.
 */
public final class Property {
    private static final StackWalker CALLERS = StackWalker.getInstance();

    /** What must hold of an input: it makes the input by its choices, and throws where the law is broken. */
    public interface Law {
        void check(Choices choices) throws Exception;
    }

    private final String name;
    private final int tries;

    private Property(String name, int tries) {
        this.name = name;
        this.tries = tries;
    }

    /** A property of the calling test, to be tried so many times. */
    public static Property tried(int tries) {
        return new Property(CALLERS.walk(frames -> nameOf(frames.skip(1).toList())), tries);
    }

    /** The outermost method of the calling class: the test, whoever else of the class stands between. */
    private static String nameOf(List<StackWalker.StackFrame> callers) {
        var test = callers.getFirst().getClassName();
        return callers.stream()
                .filter(frame -> frame.getClassName().equals(test))
                .reduce((_, outer) -> outer)
                .map(frame -> test + "#" + frame.getMethodName())
                .orElseThrow();
    }

    /**
     * Tries the law, several inputs at a time.
     *
     * @throws AssertionError with the seed and the smallest input found that breaks it, or if nearly all inputs are discarded
     */
    public void holds(Law law) {
        var only = Long.getLong("property.seed");
        if (only != null) {
            tell(law, only);
            return;
        }
        int all = tries * Integer.getInteger("property.tries", 1);
        long first = name.hashCode() * 0x9E3779B97F4A7C15L + Long.getLong("property.search", 0) * all;
        var seeds = IntStream.range(0, all).mapToLong(i -> first + i).toArray();
        var broken = new AtomicInteger(all);
        var looked = IntStream.range(0, all)
                .parallel()
                .filter(i -> i < broken.get())
                .mapToObj(i -> {
                    var trial = Trial.of(law, Choices.by(new SplittableRandom(seeds[i])));
                    if (trial.failure() != null) {
                        broken.accumulateAndGet(i, Math::min);
                    }
                    return trial;
                })
                .filter(trial -> !trial.discarded())
                .count();
        if (broken.get() < all) {
            long seed = seeds[broken.get()];
            tell(law, seed);
            throw new AssertionError(name + " is broken by seed " + seed + ", but not when that is tried again.\n"
                    + "Make it depend on its input alone.");
        }
        if (looked * 10 < all) {
            throw new AssertionError(name + " looks at " + looked + " of " + all + " inputs and discards the others.\n"
                    + "Make inputs of which it says something.");
        }
    }

    private void tell(Law law, long seed) {
        var trial = Trial.of(law, Choices.by(new SplittableRandom(seed)));
        if (trial.failure() == null) {
            return;
        }
        var found = Shrinking.of(law, trial, InstantSource.system());
        var smallest = found.smallest();
        throw new AssertionError(
                name + " is broken by seed " + seed + ", made smaller from " + trial.size() + " to " + smallest.size()
                        + " choices" + (found.cutShort() ? " before time was up" : "") + ": " + smallest.failure()
                        + "\nTry it again with -Dtest="
                        + name.substring(name.lastIndexOf('.') + 1) + " -Dproperty.seed=" + seed,
                smallest.failure());
    }

    /** What became of one input. */
    record Trial(
            Choices choices, boolean discarded, @Nullable Throwable failure) {
        static Trial of(Law law, Choices choices) {
            try {
                law.check(choices);
                return new Trial(choices, false, null);
            } catch (Choices.Discarded _) {
                return new Trial(choices, true, null);
            } catch (Exception | AssertionError | StackOverflowError failure) {
                return new Trial(choices, false, failure);
            }
        }

        long[] made() {
            return choices.made();
        }

        int size() {
            return made().length;
        }
    }
}
