package io.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.testkit.Exploration.Line;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final Bound AMPLE = new Bound(100, 10_000);

    /** Two jugs of 3 and 5 litres: the riddle asks for 4 litres in the large one. */
    private record Jugs(int small, int large) {}

    private enum Pour {
        FILL_SMALL,
        FILL_LARGE,
        EMPTY_SMALL,
        EMPTY_LARGE,
        INTO_SMALL,
        INTO_LARGE
    }

    private static class Riddle implements Model<Jugs, Pour, String> {
        @Override
        public Jugs initial() {
            return new Jugs(0, 0);
        }

        @Override
        public List<Pour> commands(Jugs state) {
            return List.of(Pour.values());
        }

        @Override
        public Step<Jugs, String> step(Jugs jugs, Pour pour) {
            int poured = switch (pour) {
                case INTO_SMALL -> Math.min(jugs.large(), 3 - jugs.small());
                case INTO_LARGE -> -Math.min(jugs.small(), 5 - jugs.large());
                case FILL_SMALL, FILL_LARGE, EMPTY_SMALL, EMPTY_LARGE -> 0;
            };
            var after = switch (pour) {
                case FILL_SMALL -> new Jugs(3, jugs.large());
                case FILL_LARGE -> new Jugs(jugs.small(), 5);
                case EMPTY_SMALL -> new Jugs(0, jugs.large());
                case EMPTY_LARGE -> new Jugs(jugs.small(), 0);
                case INTO_SMALL, INTO_LARGE -> new Jugs(jugs.small() + poured, jugs.large() - poured);
            };
            return new Step<>(after, List.of(after.small() + " and " + after.large()));
        }

        @Override
        public List<String> broken(Jugs before, Pour command, Step<Jugs, String> step) {
            return step.after().large() == 4 ? List.of("four litres") : List.of();
        }

        @Override
        public boolean isSettled(Jugs state) {
            return state.small() == 0;
        }
    }

    @Test
    void theFirstViolationHasAShortestHistory() {
        var violation =
                Objects.requireNonNull(Explorer.explore(new Riddle(), AMPLE).violation());
        assertEquals("""
                four litres
                  1. FILL_LARGE  ->  [0 and 5]
                  2. INTO_SMALL  ->  [3 and 2]
                  3. EMPTY_SMALL  ->  [0 and 2]
                  4. INTO_SMALL  ->  [2 and 0]
                  5. FILL_LARGE  ->  [2 and 5]
                  6. INTO_SMALL  ->  [3 and 4]
                """, violation.toString());
    }

    @Test
    void everyReachableStateIsSeenOnceAndTheBoundIsReported() {
        var lawless = new Riddle() {
            @Override
            public List<String> broken(Jugs before, Pour command, Step<Jugs, String> step) {
                return List.of();
            }
        };
        var all = Explorer.explore(lawless, AMPLE);
        assertTrue(all.isComplete());
        assertEquals(16, all.states(), "one jug is always full or empty: 2 * 4 + 2 * 6 less the 4 counted twice");
        assertEquals(16 * 6, all.steps());

        assertFalse(Explorer.explore(lawless, new Bound(2, 1_000)).isComplete());
        var few = Explorer.explore(lawless, new Bound(100, 4));
        assertTrue(few.unexpanded() > 0);
        assertTrue(few.toString().endsWith(" states unexpanded"), few.toString());
    }

    @Test
    void statesThatDifferOnlyInNamesAreExploredOnce() {
        var named = Explorer.explore(new Switches(false), AMPLE);
        var nameless = Explorer.explore(new Switches(true), AMPLE);
        assertEquals(1 << 6, named.states());
        assertEquals(7, nameless.states());
        assertEquals(6, nameless.depth());
    }

    /** Six switches that can be turned on; which of them are on is named or only counted. */
    private record Switches(boolean nameless) implements Model<List<Boolean>, Integer, String> {
        @Override
        public List<Boolean> initial() {
            return IntStream.range(0, 6).mapToObj(_ -> false).toList();
        }

        @Override
        public List<Integer> commands(List<Boolean> state) {
            return IntStream.range(0, 6).filter(i -> !state.get(i)).boxed().toList();
        }

        @Override
        public Step<List<Boolean>, String> step(List<Boolean> state, Integer turned) {
            var after = IntStream.range(0, 6)
                    .mapToObj(i -> state.get(i) || i == turned)
                    .toList();
            return new Step<>(after, List.of());
        }

        @Override
        public List<Boolean> canonical(List<Boolean> state) {
            return nameless ? state.stream().sorted().toList() : state;
        }

        @Override
        public List<String> broken(List<Boolean> before, Integer command, Step<List<Boolean>, String> step) {
            return List.of();
        }

        @Override
        public boolean isSettled(List<Boolean> state) {
            return !state.contains(false);
        }
    }

    @Test
    void aStateThatOnlyLuckCouldSettleIsStuck() {
        var violation = Explorer.explore(new Stairs(8, 5), AMPLE).violation();
        assertNotNull(violation);
        assertEquals(List.of("stuck: nothing that can be counted on settles this"), violation.broken());
        assertEquals(
                List.of("up", "up", "up", "up", "up", "slip"),
                violation.history().stream().map(Line::command).toList());

        assertNull(Explorer.explore(new Stairs(8, 9), AMPLE).violation());
        assertNull(Explorer.explore(new Stairs(8, 5), new Bound(5, 100)).violation(), "beyond the bound is unknown");
    }

    @Test
    void anExceptionOfTheSystemIsAViolationWithItsHistory() {
        var violation = Explorer.explore(new Stairs(-1, 9), AMPLE).violation();
        assertNotNull(violation);
        assertTrue(violation.broken().getFirst().contains("no such step"), violation.toString());
    }

    /** Steps up to the last; from the slippery one a pit can be reached, and out of the pit leads only luck. */
    private record Stairs(int last, int slippery) implements Model<Integer, String, String> {
        private static final int PIT = -1;

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public List<String> commands(Integer state) {
            if (state == PIT) {
                return List.of("luck");
            }
            return state == last ? List.of() : state == slippery ? List.of("up", "slip") : List.of("up");
        }

        @Override
        public Step<Integer, String> step(Integer state, String command) {
            if (last < 0) {
                throw new IllegalStateException("no such step");
            }
            int after = switch (command) {
                case "slip" -> PIT;
                case "luck" -> last;
                default -> state + 1;
            };
            return new Step<>(after, List.of());
        }

        @Override
        public List<String> broken(Integer before, String command, Step<Integer, String> step) {
            return List.of();
        }

        @Override
        public boolean isSettled(Integer state) {
            return state == last;
        }

        @Override
        public boolean isOwed(String command) {
            return !command.equals("luck");
        }
    }
}
