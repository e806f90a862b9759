package io.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets a system property")
class PropertyTest {
    private static final Property.Law SMALL_NUMBERS = choices -> {
        var numbers = numbers(choices);
        if (numbers.stream().anyMatch(number -> number > 500)) {
            throw new AssertionError("too much: " + numbers);
        }
    };

    private static List<Long> numbers(Choices choices) {
        return choices.listOf(0, 20, each -> each.between(0, 999));
    }

    private static String message(AssertionError failure) {
        return Objects.requireNonNull(failure.getMessage());
    }

    @AfterEach
    void noSeedIsAskedFor() {
        System.clearProperty("property.seed");
    }

    @Test
    void aLawThatHoldsIsTriedAsOftenAsAsked() {
        var tries = new AtomicInteger();
        Property.tried(250).holds(_ -> tries.incrementAndGet());
        assertEquals(250, tries.get());
    }

    @Test
    void aLawThatIsBrokenIsToldByItsSmallestInput() {
        var failure =
                assertThrows(AssertionError.class, () -> Property.tried(100).holds(SMALL_NUMBERS));
        assertTrue(message(failure).contains("too much: [501]"), message(failure));
    }

    @Test
    void theSeedThatIsToldBreaksTheLawAgain() {
        var failure =
                assertThrows(AssertionError.class, () -> Property.tried(100).holds(SMALL_NUMBERS));
        var seed = Pattern.compile("-Dproperty.seed=(-?\\d+)").matcher(message(failure));
        assertTrue(seed.find(), message(failure));
        System.setProperty("property.seed", seed.group(1));
        var again = assertThrows(AssertionError.class, () -> Property.tried(1).holds(SMALL_NUMBERS));
        assertEquals(message(failure), message(again).replace("theSeedThatIsToldBreaksTheLawAgain", nameOf(failure)));
    }

    private static String nameOf(AssertionError failure) {
        var name = Pattern.compile("#(\\w+)").matcher(message(failure));
        assertTrue(name.find());
        return name.group(1);
    }

    @Test
    void onceALawIsBrokenOnlyEarlierSeedsAreTried() {
        var tries = new AtomicInteger();
        assertThrows(
                AssertionError.class,
                () -> Property.tried(100_000).holds(choices -> {
                    tries.incrementAndGet();
                    assertTrue(choices.between(0, 9) < 0);
                }));
        assertTrue(tries.get() < 10_000, tries::toString);
    }

    @Test
    void aLawThatBreaksOnceAndThenHoldsIsToldToDependOnMoreThanItsInput() {
        var tries = new AtomicInteger();
        var failure = assertThrows(
                AssertionError.class, () -> Property.tried(1).holds(_ -> assertTrue(tries.getAndIncrement() > 0)));
        assertTrue(message(failure).contains("not when that is tried again"), message(failure));
    }

    @Test
    void twoRunsTryTheSameInputs() {
        assertEquals(inputs(), inputs());
    }

    private static List<List<Long>> inputs() {
        var seen = Collections.synchronizedList(new ArrayList<List<Long>>());
        Property.tried(50).holds(choices -> seen.add(numbers(choices)));
        seen.sort((some, others) -> some.toString().compareTo(others.toString()));
        assertTrue(seen.stream().distinct().count() > 40, "the inputs are hardly ever the same");
        return seen;
    }

    @Test
    void whatDrawsFromRandomShrinksToo() {
        var failure = assertThrows(
                AssertionError.class,
                () -> Property.tried(50).holds(choices -> {
                    Random random = choices;
                    int sum = 0;
                    while (random.nextBoolean()) {
                        sum += random.nextInt(100);
                    }
                    if (sum >= 42) {
                        throw new IllegalStateException("sum " + sum);
                    }
                }));
        assertTrue(message(failure).contains("sum 42"), message(failure));
        assertEquals(
                IllegalStateException.class,
                Objects.requireNonNull(failure.getCause()).getClass());
    }

    @Test
    void everyNumberOfARandomLiesWhereItSays() {
        Property.tried(300).holds(choices -> {
            assertTrue(choices.nextDouble() < 1 && choices.nextDouble() >= 0);
            int number = choices.nextInt(-5, 5);
            assertTrue(number >= -5 && number < 5);
            long wide = choices.between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2 - 1);
            assertTrue(wide >= Long.MIN_VALUE / 2 && wide < Long.MAX_VALUE / 2);
            choices.nextInt();
            choices.nextLong();
        });
    }

    @Test
    void aPropertyThatLooksAtHardlyAnythingIsBroken() {
        var failure = assertThrows(
                AssertionError.class,
                () -> Property.tried(100).holds(_ -> {
                    throw Choices.discard();
                }));
        assertTrue(message(failure).contains("looks at 0 of 100 inputs"), message(failure));
    }

    @Test
    void aGeneratorThatNeverEndsIsDiscarded() {
        var failure = assertThrows(
                AssertionError.class,
                () -> Property.tried(2).holds(choices -> {
                    while (choices.nextInt(3) < 3) {
                        choices.nextInt(2);
                    }
                }));
        assertTrue(message(failure).contains("looks at 0 of 2 inputs"), message(failure));
    }
}
