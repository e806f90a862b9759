package io.proviso.agreement.norms;

import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.ruling.ClosedQuestions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boxes of cells against the sets of closed questions they stand for. */
class BoxTest {
    private static final Instant JUNE = day("2024-06-01");

    @Test
    void boxesMeetAndAreCutLikeTheSetsOfQuestionsTheyStandFor() {
        var questions = ClosedQuestions.about("license", portfolio().build(), JUNE);
        var domain = questions.act().domain();
        var boxes = new ArrayList<Box>();
        var sides = new ArrayList<BitSet>(List.of(cells(), cells(0), cells(1), cells(0, 1)));
        var everything = Box.everything(2);
        boxes.add(everything);
        for (var side : sides) {
            boxes.add(everything.and(0, side));
            boxes.add(everything.and(1, side));
            sides.forEach(other -> boxes.add(everything.and(0, side).and(1, other)));
        }
        for (var one : boxes) {
            var outside = one.complement(domain);
            assertEquals(count(questions, one) == 0, one.isEmpty());
            for (var cells : questions.all()) {
                long times = outside.stream()
                        .filter(box -> ClosedQuestions.holds(box, cells))
                        .count();
                assertEquals(ClosedQuestions.holds(one, cells) ? 0 : 1, times);
            }
            for (var other : boxes) {
                assertEquals(count(questions, one, other) > 0, one.meets(other));
                assertEquals(count(questions, one, other), count(questions, one.and(other)));
                assertEquals(
                        count(questions, one, other) > 0,
                        !Box.product(List.of(one), List.of(other)).isEmpty());
            }
        }
        assertEquals(cells(1), everything.and(0, cells(0, 1)).and(0, cells(1)).cells(0));
    }

    private static long count(ClosedQuestions questions, Box... boxes) {
        return questions.all().stream()
                .filter(cells -> Arrays.stream(boxes).allMatch(box -> ClosedQuestions.holds(box, cells)))
                .count();
    }

    private static BitSet cells(int... cells) {
        var set = new BitSet();
        IntStream.of(cells).forEach(set::set);
        return set;
    }
}
