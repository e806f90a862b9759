package io.proviso.agreement.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.rounds.RightStanding.Hidden;
import io.proviso.agreement.rounds.RightStanding.Limit;
import io.proviso.agreement.ruling.Fixture;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits beside each other: where one holds just where another does not, and where one holds because another does. */
class RightStandingTest {
    private static final ClauseName FIRST = new ClauseName("a", "first");
    private static final Limit MANY = numbers(401, Long.MAX_VALUE);
    private static final Limit SILENT = silent(true, "2026-03-12");
    private static final Limit RUNS = new Limit.Runs(FIRST, Hidden.TAIL, true);

    @Test
    void whatIsNotSoManyOrMoreIsFewerDownToNone() {
        assertTrue(MANY.isLeftBy(numbers(1, 401)));
        assertTrue(MANY.isLeftBy(numbers(0, 401)));
    }

    @Test
    void numbersWithAGapOrAnOverlapBetweenThemLeaveNothingToEachOther() {
        assertFalse(MANY.isLeftBy(numbers(1, 400)));
        assertFalse(MANY.isLeftBy(numbers(1, 402)));
        assertFalse(MANY.isLeftBy(numbers(2, 401)));
        assertFalse(numbers(401, 500).isLeftBy(numbers(1, 401)));
        assertFalse(MANY.isLeftBy(new Limit.Numbers(3, 1, 401)));
        assertFalse(MANY.isLeftBy(RUNS));
    }

    @Test
    void aSilenceIsLeftByItsBreachAndByNoOther() {
        assertTrue(SILENT.isLeftBy(silent(false, "2026-03-12")));
        assertFalse(SILENT.isLeftBy(SILENT));
        assertFalse(SILENT.isLeftBy(silent(false, "2026-03-13")));
    }

    @Test
    void aTimeThatRunsIsLeftByItsBeingOver() {
        assertTrue(RUNS.isLeftBy(new Limit.Runs(FIRST, Hidden.TAIL, false)));
        assertFalse(RUNS.isLeftBy(RUNS));
        assertFalse(RUNS.isLeftBy(new Limit.Runs(FIRST, Hidden.WINDOW, false)));
    }

    @Test
    void aChoiceLeavesNothingToOneLimit() {
        assertFalse(cells(0, 1).isLeftBy(cells(2, 3)));
    }

    @Test
    void aRangeHoldsWhereANarrowerOneDoes() {
        var range = numbers(10, 20);
        for (var narrower : List.of(range, numbers(11, 20), numbers(10, 19))) {
            assertTrue(range.holdsWhere(narrower), narrower::toString);
        }
        for (var wider : List.of(numbers(9, 20), numbers(10, 21), new Limit.Numbers(3, 10, 20), RUNS)) {
            assertFalse(range.holdsWhere(wider), wider::toString);
        }
    }

    @Test
    void aChoiceHoldsWhereFewerOfItsValuesDo() {
        assertTrue(cells(0, 1).holdsWhere(cells(1)));
        assertFalse(cells(1).holdsWhere(cells(0, 1)));
        assertFalse(cells(0, 1).holdsWhere(new Limit.Cells(3, ((Limit.Cells) cells(1)).cells())));
        assertFalse(cells(0, 1).holdsWhere(MANY));
    }

    @Test
    void aSilenceOrATimeThatRunsHoldsOnlyWhereItDoes() {
        assertTrue(SILENT.holdsWhere(silent(true, "2026-03-12")));
        assertFalse(SILENT.holdsWhere(silent(false, "2026-03-12")));
        assertTrue(RUNS.holdsWhere(new Limit.Runs(FIRST, Hidden.TAIL, true)));
        assertFalse(RUNS.holdsWhere(SILENT));
    }

    @Test
    void anUndisclosedTimeIsToldAsTheTermOfItsClause() {
        assertEquals(List.of("window", "tail"), List.of(Hidden.WINDOW.term(), Hidden.TAIL.term()));
    }

    private static Limit numbers(long atLeast, long below) {
        return new Limit.Numbers(2, atLeast, below);
    }

    private static Limit cells(int... values) {
        var cells = new BitSet();
        IntStream.of(values).forEach(cells::set);
        return new Limit.Cells(1, cells);
    }

    private static Limit silent(boolean silent, String deadline) {
        return new Limit.Silent(FIRST, Fixture.party("microsoft"), Fixture.day(deadline), silent, false);
    }
}
