package io.proviso.agreement.norms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sets of norms do what {@link BitSet} does, on both sides of each border between words. */
class NormSetTest {
    private static final int[] SIZES = {1, 63, 64, 65, 127, 128, 129, 300};

    private final Random random = new Random(20_240_101);

    @Test
    void whatIsAddedIsInItUntilItIsDropped() {
        for (int norms : SIZES) {
            var set = NormSet.none(norms);
            var expected = new BitSet();
            for (int i = 0; i < 4 * norms; i++) {
                int norm = random.nextInt(norms);
                if (random.nextBoolean()) {
                    set.add(norm);
                    expected.set(norm);
                } else {
                    set.drop(norm);
                    expected.clear(norm);
                }
                assertEquals(expected, bits(set, norms));
            }
            assertEquals(expected.stream().boxed().toList(), numbers(set));
        }
    }

    @Test
    void allIsEveryNormAndNoneIsEmpty() {
        for (int norms : SIZES) {
            assertEquals(norms, numbers(NormSet.all(norms)).size());
            assertEquals(List.of(), numbers(NormSet.none(norms)));
            assertTrue(NormSet.none(norms).isEmpty());
            assertFalse(NormSet.all(norms).isEmpty());
        }
    }

    @Test
    void combiningIsUnionIntersectionAndDifference() {
        for (int norms : SIZES) {
            for (int i = 0; i < 20; i++) {
                var one = some(norms, 2);
                var other = some(norms, 3);
                var union = bits(one, norms);
                union.or(bits(other, norms));
                var intersection = bits(one, norms);
                intersection.and(bits(other, norms));
                var difference = bits(one, norms);
                difference.andNot(bits(other, norms));
                assertEquals(union, bits(one.copy().addAll(other), norms));
                assertEquals(intersection, bits(one.copy().retain(other), norms));
                assertEquals(intersection, bits(one.and(other), norms));
                assertEquals(difference, bits(one.copy().remove(other), norms));
            }
        }
    }

    @Test
    void setsMeetWhereSomeNormIsInAllOfThem() {
        for (int norms : SIZES) {
            for (int i = 0; i < 50; i++) {
                var one = some(norms, 1 + norms / 3);
                var other = some(norms, 1 + norms / 3);
                var third = some(norms, 2);
                assertEquals(bits(one, norms).intersects(bits(other, norms)), one.meets(other));
                assertEquals(bits(one.and(other), norms).intersects(bits(third, norms)), one.meets(other, third));
                assertEquals(bits(one, norms).isEmpty(), one.isEmpty());
            }
        }
    }

    @Test
    void changingACopyLeavesTheOriginal() {
        for (int norms : SIZES) {
            var set = some(norms, 2);
            var before = bits(set, norms);
            var copy = set.copy();
            copy.addAll(NormSet.all(norms));
            assertEquals(before, bits(set, norms));
            assertSame(copy, copy.remove(set));
        }
    }

    @Test
    void setsAreEqualIfTheyHoldTheSameNorms() {
        for (int norms : SIZES) {
            var set = some(norms, 2);
            assertEquals(set, set.copy());
            assertEquals(set.hashCode(), set.copy().hashCode());
            for (int norm : new int[] {0, norms / 2, norms - 1}) {
                var other = set.copy();
                if (set.has(norm)) {
                    other.drop(norm);
                } else {
                    other.add(norm);
                }
                assertNotEquals(set, other);
            }
            assertNotEquals(set, (Object) "a word");
        }
    }

    private NormSet some(int norms, int oneIn) {
        var set = NormSet.none(norms);
        for (int norm = 0; norm < norms; norm++) {
            if (random.nextInt(oneIn) == 0) {
                set.add(norm);
            }
        }
        return set;
    }

    private static BitSet bits(NormSet set, int norms) {
        var bits = new BitSet();
        for (int norm = 0; norm < norms; norm++) {
            bits.set(norm, set.has(norm));
        }
        return bits;
    }

    private static List<Integer> numbers(NormSet set) {
        var numbers = new ArrayList<Integer>();
        set.forEach(numbers::add);
        return numbers;
    }
}
