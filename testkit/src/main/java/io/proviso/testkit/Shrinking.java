package io.proviso.testkit;

import io.proviso.testkit.Property.Law;
import io.proviso.testkit.Property.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Looks for a smaller input that breaks the same law, by the choices that made it: parts of them left out, then each of them made
 * as small as it may be. As in Hypothesis (MacIver and Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020)
 * whatever the choices make is an input that the test could have made itself.
 */
final class Shrinking {
    /** What is tried is the dearer the more choices make it, so what bounds the search is how many are made in all. */
    private static final long MOST_CHOICES = 1_000_000;

    /** A law that takes long for few choices is bounded by this: a larger input that is told soon is worth more. */
    static final Duration MOST_TIME = Duration.ofSeconds(20);

    /** A smaller input, and whether a yet smaller one might have been found in more time. */
    public record Found(Trial smallest, boolean cutShort) {}

    private final Law law;
    private final InstantSource clock;
    private final Instant end;
    private Trial smallest;
    private long made;
    private int accepted;

    private Shrinking(Law law, Trial broken, InstantSource clock) {
        this.law = law;
        this.smallest = broken;
        this.clock = clock;
        this.end = clock.instant().plus(MOST_TIME);
    }

    static Found of(Law law, Trial broken, InstantSource clock) {
        var shrinking = new Shrinking(law, broken, clock);
        int accepted;
        do {
            accepted = shrinking.accepted;
            shrinking.leaveOut();
            shrinking.lower();
        } while (accepted < shrinking.accepted && !shrinking.isOver());
        return new Found(shrinking.smallest, shrinking.isOver());
    }

    private boolean isOver() {
        return made >= MOST_CHOICES || !clock.instant().isBefore(end);
    }

    private void leaveOut() {
        for (int length = smallest.size() / 2; length > 0; length /= 2) {
            for (int from = smallest.size() - length; from >= 0; from -= length) {
                if (from + length <= smallest.size()) {
                    accept(without(smallest.made(), from, length));
                }
            }
        }
    }

    private void lower() {
        for (int at = 0; at < smallest.size(); at++) {
            if (!accept(with(smallest.made(), at, 0))) {
                lower(at);
            }
        }
    }

    /** Halves the distance to the least value that still breaks the law. */
    private void lower(int at) {
        long holds = 0;
        while (at < smallest.size() && smallest.made()[at] - holds > 1) {
            long middle = holds + (smallest.made()[at] - holds) / 2;
            if (!accept(with(smallest.made(), at, middle))) {
                holds = middle;
            }
        }
    }

    private boolean accept(long[] choices) {
        if (isOver() || !isSmaller(choices, smallest.made())) {
            return false;
        }
        var trial = Trial.of(law, Choices.again(choices));
        made += trial.size();
        if (trial.failure() == null || !isSmaller(trial.made(), smallest.made())) {
            return false;
        }
        smallest = trial;
        accepted++;
        return true;
    }

    /** Fewer choices, or as many of which the first that differs is less. */
    private static boolean isSmaller(long[] some, long[] others) {
        return some.length != others.length ? some.length < others.length : Arrays.compare(some, others) < 0;
    }

    private static long[] without(long[] choices, int from, int length) {
        return IntStream.range(0, choices.length)
                .filter(at -> at < from || at >= from + length)
                .mapToLong(at -> choices[at])
                .toArray();
    }

    private static long[] with(long[] choices, int at, long value) {
        return LongStream.concat(
                        LongStream.concat(Arrays.stream(choices, 0, at), LongStream.of(value)),
                        Arrays.stream(choices, at + 1, choices.length))
                .toArray();
    }
}
