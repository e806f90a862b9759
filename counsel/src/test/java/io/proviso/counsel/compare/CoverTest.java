package io.proviso.counsel.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverTest {
    private static final Cells EVERYTHING = box(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2}, new int[] {0, 1});

    @Test
    void piecesOfOneBoxAreToldAsThatBox() {
        var pieces = List.of(
                box(new int[] {1}, new int[] {0, 1, 2}, new int[] {0}),
                box(new int[] {1}, new int[] {0, 1}, new int[] {1}),
                box(new int[] {1}, new int[] {2}, new int[] {1}));
        assertEquals(
                List.of(box(new int[] {1}, new int[] {0, 1, 2}, new int[] {0, 1})),
                Cover.of(EVERYTHING, pieces, List.of()));
    }

    @Test
    void whatCannotOccurMayBeToldToSayLess() {
        var pieces = List.of(box(new int[] {0, 1, 2}, new int[] {0, 1, 2}, new int[] {0, 1}));
        var impossible = List.of(box(new int[] {3}, new int[] {0, 1, 2}, new int[] {0, 1}));
        assertEquals(List.of(EVERYTHING), Cover.of(EVERYTHING, pieces, impossible));
    }

    @Test
    void theBoxThatTellsMostIsToldFirst() {
        var small = box(new int[] {0}, new int[] {0}, new int[] {0});
        var large = box(new int[] {2, 3}, new int[] {1, 2}, new int[] {0, 1});
        assertEquals(List.of(large, small), Cover.of(EVERYTHING, List.of(small, large), List.of()));
    }

    @Test
    void aCoverTellsEachWantedCellOnceAndNoOther() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var wanted = new ArrayList<Cells>();
            for (var cell : cells()) {
                if (random.nextInt(3) > 0) {
                    wanted.add(cell);
                }
            }
            var told = Cover.of(EVERYTHING, wanted, List.of());
            for (var cell : cells()) {
                assertEquals(
                        wanted.contains(cell) ? 1 : 0,
                        told.stream().filter(box -> box.and(cell) != null).count(),
                        "seed " + seed);
            }
            assertTrue(told.size() <= wanted.size());
        }
    }

    @Test
    void aCoverWithExceptionsTellsEachWantedCellOnceAndNoOtherEither() {
        int excepted = 0;
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var wanted = cells().stream().filter(_ -> random.nextInt(8) > 0).toList();
            var told = Cover.excepting(EVERYTHING, wanted, List.of());
            for (var cell : cells()) {
                assertEquals(
                        wanted.contains(cell) ? 1 : 0,
                        told.stream()
                                .flatMap(one -> one.parts().stream())
                                .filter(box -> box.and(cell) != null)
                                .count(),
                        "seed " + seed);
            }
            excepted += told.stream().anyMatch(one -> one.without() != null) ? 1 : 0;
        }
        assertTrue(excepted > 100, () -> "exceptions are what is tried here");
    }

    @Test
    void aCoverIsTheSameHoweverTheSetWasCut() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var wanted = new ArrayList<>(
                    cells().stream().filter(_ -> random.nextInt(3) > 0).toList());
            var told = Cover.of(EVERYTHING, wanted, List.of());
            var excepting = Cover.excepting(EVERYTHING, wanted, List.of());
            Collections.shuffle(wanted, random);
            assertEquals(told, Cover.of(EVERYTHING, wanted, List.of()), "seed " + seed);
            assertEquals(told, Cover.of(EVERYTHING, CanonicalBoxes.of(wanted), List.of()), "seed " + seed);
            assertEquals(excepting, Cover.excepting(EVERYTHING, wanted, List.of()), "seed " + seed);
        }
    }

    @Test
    void aBoxWithOneHoleIsToldAsTheBoxAndItsException() {
        var hole = box(new int[] {1}, new int[] {1, 2}, new int[] {0});
        assertEquals(
                List.of(new Cover.Told(EVERYTHING, hole)),
                Cover.excepting(EVERYTHING, EVERYTHING.minus(hole), List.of()));
    }

    @Test
    void whatANarrowerBoxSaysIsNoException() {
        var missing = box(new int[] {0}, new int[] {0, 1, 2}, new int[] {0, 1});
        assertEquals(
                List.of(new Cover.Told(box(new int[] {1, 2, 3}, new int[] {0, 1, 2}, new int[] {0, 1}), null)),
                Cover.excepting(EVERYTHING, EVERYTHING.minus(missing), List.of()));
    }

    @Test
    void nothingIsToldOfNothing() {
        assertEquals(List.of(), Cover.of(EVERYTHING, List.of(), List.of(EVERYTHING)));
        assertEquals(List.of(), CanonicalBoxes.of(List.of()));
    }

    @Test
    void aBoxMinusAnotherIsDisjointFromIt() {
        var hole = box(new int[] {1, 2}, new int[] {1}, new int[] {0, 1});
        var rest = EVERYTHING.minus(hole);
        assertTrue(rest.stream().allMatch(box -> box.and(hole) == null));
        assertEquals(24 - 4, rest.stream().mapToDouble(Cells::volume).sum());
    }

    private static List<Cells> cells() {
        var cells = new ArrayList<Cells>();
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 2; c++) {
                    cells.add(box(new int[] {a}, new int[] {b}, new int[] {c}));
                }
            }
        }
        return cells;
    }

    private static Cells box(int[]... axes) {
        return new Cells(List.of(axes).stream()
                .map(axis -> {
                    var cells = new BitSet();
                    IntStream.of(axis).forEach(cells::set);
                    return cells;
                })
                .toList());
    }
}
