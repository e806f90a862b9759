package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long an answer holds by what comes next in the rounds of a right of Microsoft: ten days to answer, five days of tail. */
class NextInRoundsTest {
    private static final Map<String, Term> PUT = Map.of("gpus", new Term.Amount(100));
    private static final String ASKED = "act=host provider=aws gpus=100";

    private final Fixture fixture = Fixture.portfolio(Deal.deal(
            "a",
            Paper.paper("p", "2024-01-01")
                    .adds(Draft.clause(
                            "right",
                            Fixture.firstRefusal(on("host", any()), "10 days")
                                    .with(Preemption.PLAIN.with(
                                            Stated.of(new Preemption.Tail(5, Preemption.Floor.NONE))))))));

    /** Sent and received that day, and withdrawn on another, all on record from the first. */
    private void withdrawn(String id, String sent, String withdrawn) {
        round(id, sent, sent, step(new Happening.Withdrawn(), withdrawn, sent));
    }

    private void round(String id, String sent, String recorded, Round.Step... steps) {
        fixture.round(new Round(
                id,
                new ClauseName("a", "right"),
                null,
                PUT,
                new Round.Notice(day(sent), day(sent), List.of(), day(recorded)),
                List.of(steps),
                Fixture.SOURCE));
    }

    private static Round.Step step(Happening what, String at, String recorded) {
        return new Round.Step(what, day(at), day(recorded));
    }

    private String validUntil(String asOf, String knownAt) {
        return String.valueOf(fixture.ask(asOf, knownAt, ASKED).validUntil());
    }

    @Test
    void anAnswerHoldsUntilTheNextRoundBegins() {
        withdrawn("n-1", "2024-03-04", "2024-03-05");
        withdrawn("n-2", "2024-03-11", "2024-03-12");
        withdrawn("n-3", "2024-03-18", "2024-03-19");
        withdrawn("n-4", "2024-03-25", "2024-03-26");
        var late = "2024-12-01";
        assertEquals("2024-03-04T00:00:00Z", validUntil("2024-03-01", late));
        assertEquals("2024-03-05T00:00:00Z", validUntil("2024-03-04", late));
        assertEquals("2024-03-11T00:00:00Z", validUntil("2024-03-05", late));
        assertEquals("2024-03-18T00:00:00Z", validUntil("2024-03-12", late));
        assertEquals("2024-03-25T00:00:00Z", validUntil("2024-03-20", late));
        assertEquals("null", validUntil("2024-03-26", late));
    }

    @Test
    void aRoundThatIsNotYetOnRecordIsNotExpected() {
        round("n-1", "2024-03-04", "2024-04-01");
        withdrawn("n-2", "2024-03-11", "2024-03-12");
        assertEquals("2024-03-11T00:00:00Z", validUntil("2024-03-01", "2024-03-20"));
        assertEquals("2024-03-04T00:00:00Z", validUntil("2024-03-01", "2024-04-01"));
        assertEquals("null", validUntil("2024-03-01", "2024-03-10"));
    }

    @Test
    void aRoundOfWhichMoreIsLearntLaterIsExpectedAsItWasKnownThen() {
        round(
                "n-1",
                "2024-03-04",
                "2024-02-01",
                step(new Happening.Declined(), "2024-03-06", "2024-03-10"),
                step(new Happening.Signed(null, "aws"), "2024-03-07", "2024-03-20"));
        assertEquals("2024-03-04T00:00:00Z", validUntil("2024-03-01", "2024-02-15"));
        assertEquals("2024-03-14T17:00:00Z", validUntil("2024-03-04", "2024-03-09"));
        assertEquals("2024-03-06T00:00:00Z", validUntil("2024-03-04", "2024-03-10"));
    }

    @Test
    void freedomEndsWithTheTail() {
        round("n-1", "2024-03-04", "2024-03-04", step(new Happening.Declined(), "2024-03-06", "2024-03-06"));
        assertEquals("2024-03-11T17:00:00Z", validUntil("2024-03-07", "2024-12-01"));
        assertEquals("null", validUntil("2024-03-12", "2024-12-01"));
    }

    @Test
    void whatTheHolderTookIsForbiddenUntilItIsSignedWithIt() {
        round(
                "n-1",
                "2024-03-04",
                "2024-03-04",
                step(new Happening.Accepted(null), "2024-03-06", "2024-03-06"),
                step(new Happening.Signed(60L, "microsoft"), "2024-03-20", "2024-03-20"),
                step(new Happening.Signed(40L, "microsoft"), "2024-03-25", "2024-03-25"));
        assertEquals("2024-03-25T00:00:00Z", validUntil("2024-03-07", "2024-12-01"));
        assertEquals(
                Outcome.FORBIDDEN,
                fixture.ask("2024-03-24", "2024-12-01", ASKED).outcome());
        assertEquals(
                Outcome.CONDITIONAL,
                fixture.ask("2024-03-25", "2024-12-01", ASKED).outcome());
    }

    @Test
    void whatWasFreeIsFreeUntilItIsSignedWithAnotherEvenIfTheTailRunsOn() {
        round(
                "n-1",
                "2024-03-04",
                "2024-03-04",
                step(new Happening.Declined(), "2024-03-06", "2024-03-06"),
                step(new Happening.Signed(60L, "aws"), "2024-03-09", "2024-03-09"));
        assertEquals("2024-03-09T00:00:00Z", validUntil("2024-03-07", "2024-12-01"));
    }
}
