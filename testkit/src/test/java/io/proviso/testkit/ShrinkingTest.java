package io.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    private Instant now = Instant.EPOCH;
    private final AtomicInteger tries = new AtomicInteger();

    private Shrinking.Found shrunk(Duration each) {
        Property.Law law = choices -> {
            tries.incrementAndGet();
            now = now.plus(each);
            long sum = IntStream.range(0, 200)
                    .mapToLong(_ -> choices.between(0, 999_999))
                    .sum();
            assertTrue(sum < 1_000);
        };
        var broken = Property.Trial.of(law, Choices.by(new SplittableRandom(1)));
        return Shrinking.of(law, broken, () -> now);
    }

    @Test
    void aSlowLawIsToldInTwentySecondsByAnInputThatMayNotBeTheSmallest() {
        var found = shrunk(Duration.ofSeconds(1));
        assertTrue(found.cutShort());
        assertTrue(found.smallest().failure() != null);
        assertEquals(1 + Shrinking.MOST_TIME.toSeconds(), tries.get());
    }

    @Test
    void aLawThatIsSoonTriedIsToldByTheSmallestInput() {
        var found = shrunk(Duration.ZERO);
        assertFalse(found.cutShort());
        assertEquals(1_000, LongStream.of(found.smallest().made()).sum());
    }
}
