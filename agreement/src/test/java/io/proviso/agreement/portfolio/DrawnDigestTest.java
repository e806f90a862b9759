package io.proviso.agreement.portfolio;

import static io.proviso.agreement.ruling.Fixture.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest of a portfolio under which more was drawn is of what was drawn, and not of how it came together. */
class DrawnDigestTest {
    private static Portfolio portfolio() {
        var consent = new Permission(
                Scope.of("acquire", Condition.ALWAYS), new Limit("gpus", Stated.of(1_000_000L)), null, null);
        return Fixture.portfolio(Deal.deal(
                        "a",
                        Paper.paper("p", "2024-01-01")
                                .adds(Draft.clause(
                                        "right",
                                        Fixture.firstRefusal(
                                                Fixture.on("acquire", Fixture.any()), "10 business days"))),
                        Paper.paper("w", "2024-02-01")
                                .type(Instrument.Type.CONSENT)
                                .by("microsoft")
                                .adds(Draft.clause("consent", consent).overrides("right"))))
                .build();
    }

    private static Draw draw(long gpus, String at, String title) {
        return new Draw(
                new ClauseName("a", "consent"),
                new Quantity("gpus", gpus),
                day(at),
                day(at),
                new Source(title, null, Confidence.PRIMARY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void drawsGiveOneDigestHoweverTheyAreBatchedAndOrdered(long seed) {
        var random = new Random(seed);
        var draws = new ArrayList<>(IntStream.range(0, 2 + random.nextInt(6))
                .mapToObj(i ->
                        draw(1 + random.nextInt(3), "2024-03-0" + (1 + random.nextInt(9)), "t" + random.nextInt(3)))
                .toList());
        var atOnce = portfolio().drawing(draws);
        Collections.shuffle(draws, random);
        var cut = random.nextInt(draws.size());
        var inTwo = portfolio().drawing(draws.subList(0, cut)).drawing(draws.subList(cut, draws.size()));
        var inTurn = portfolio();
        for (var one : draws) {
            inTurn = inTurn.drawing(List.of(one));
        }
        assertEquals(atOnce, inTwo);
        assertEquals(atOnce, inTurn);
    }

    @Test
    void whatIsDrawnTwiceIsNotDrawnOnce() {
        var one = draw(5, "2024-03-01", "t");
        assertNotEquals(
                portfolio().drawing(List.of(one)).digest(),
                portfolio().drawing(List.of(one, one)).digest());
    }

    @Test
    void whereOneTextEndsAndTheNextBeginsIsPartOfTheDigest() {
        assertNotEquals(
                draw(1, "2024-03-01", "t 0:").canonical(),
                draw(1, "2024-03-01", "t").canonical());
    }

    @Test
    void drawingNothingIsTheSamePortfolio() {
        var portfolio = portfolio();
        assertSame(portfolio, portfolio.drawing(List.of()));
    }
}
