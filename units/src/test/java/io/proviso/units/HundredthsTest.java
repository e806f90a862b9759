package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HundredthsTest {
    @ParameterizedTest
    @CsvSource({
        "'1', '100'",
        "'1 1', '50 50'",
        "'1 1 1', '34 33 33'",
        "'85.4 4.7 7.4 2.5', '85 5 7 3'",
        "'84.7 4.6 7.6 3.1', '85 5 7 3'",
        "'999 1', '100 0'",
        "'0 5', '0 100'",
        "'0 0', '0 0'",
        "'1 1 1 1 1 1 1', '15 15 14 14 14 14 14'",
        "'0.005 0.005 0.99', '1 0 99'",
        "'1e-300 1', '0 100'",
        "'1e300 1e300', '50 50'",
        "'33.4 33.3 33.3', '34 33 33'",
        "'2 1', '67 33'",
        "'1 2', '33 67'",
    })
    void sharesAreRoundedByLargestRemainder(String parts, String percents) {
        assertEquals(
                Stream.of(percents.split(" ", -1)).map(Integer::valueOf).toList(),
                Hundredths.of(
                        Stream.of(parts.split(" ", -1)).map(Double::valueOf).toList()));
    }

    @Test
    void theyAddUpAndNoneIsAWholePercentAway() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            List<Double> parts = Arrays.stream(
                            random.doubles(1 + random.nextInt(12)).toArray())
                    .boxed()
                    .toList();
            double whole = parts.stream().mapToDouble(part -> part).sum();
            var percents = Hundredths.of(parts);
            assertEquals(100, percents.stream().mapToInt(percent -> percent).sum());
            for (int each = 0; each < parts.size(); each++) {
                assertTrue(Math.abs(percents.get(each) - 100 * parts.get(each) / whole) < 1, parts::toString);
            }
        }
    }
}
