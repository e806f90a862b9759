package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A round goes by the clause as it stood when the holder had the notice; contracts are with whoever held the right by then. */
class GoverningClauseTest {
    private static final String ASKED = "act=host provider=aws gpus=100";

    private static FirstRefusal right(String holder, String window) {
        var terms = Fixture.firstRefusal(on("host", any()), window);
        return new FirstRefusal(
                Fixture.party(holder),
                terms.scope(),
                terms.answering(),
                terms.onLapse(),
                terms.partial(),
                terms.belowGang());
    }

    private static Round round(String id, String clause, String received, Round.Step... steps) {
        var sent = day(received);
        return new Round(
                id,
                new ClauseName("a", clause),
                "r-1",
                Map.of("gpus", new Term.Amount(100)),
                new Round.Notice(sent, sent, List.of(), sent),
                List.of(steps),
                Fixture.SOURCE);
    }

    private static Round.Step step(Happening what, String at) {
        return new Round.Step(what, day(at), day(at));
    }

    private static Fixture of(Paper... papers) {
        return Fixture.portfolio(Deal.deal("a", papers).provider("oracle", "oracle"));
    }

    private static Outcome outcome(Fixture fixture, String asOf) {
        return fixture.ask(asOf, "2024-12-01", ASKED).outcome();
    }

    @Test
    void aShorterWindowAgreedOnLaterIsForLaterNotices() {
        var first = Paper.paper("p", "2024-01-01").adds(Draft.clause("right", right("microsoft", "10 days")));
        var second = Paper.paper("q", "2024-03-07").restates(Draft.clause("right", right("microsoft", "3 days")));
        var before = of(first, second).round(round("n-1", "right", "2024-03-04"));
        assertEquals(Outcome.CONDITIONAL, outcome(before, "2024-03-14"));
        assertEquals(Outcome.PERMITTED, outcome(before, "2024-03-15"));
        var after = of(first, second).round(round("n-1", "right", "2024-03-08"));
        assertEquals(Outcome.CONDITIONAL, outcome(after, "2024-03-11"));
        assertEquals(Outcome.PERMITTED, outcome(after, "2024-03-12"));
    }

    @Test
    void inEachReadingARoundHasTheWindowOfThatReading() {
        var paper = Paper.paper("p", "2024-01-01")
                .adds(Draft.clause(
                        "right",
                        reading("short", right("microsoft", "3 days")),
                        reading("long", right("microsoft", "10 days"))));
        var fixture = of(paper).round(round("n-1", "right", "2024-03-04"));
        assertEquals(Outcome.CONDITIONAL, outcome(fixture, "2024-03-06"));
        assertEquals(Outcome.UNDETERMINED, outcome(fixture, "2024-03-10"));
        assertEquals(Outcome.PERMITTED, outcome(fixture, "2024-03-15"));
    }

    @Test
    void aReadingThatTheClauseHadNotThenGoesByItsOwnTerms() {
        var first = Paper.paper("p", "2024-01-01").adds(Draft.clause("right", right("microsoft", "10 days")));
        var second = Paper.paper("q", "2024-03-07")
                .restates(Draft.clause(
                        "right",
                        reading("short", right("microsoft", "3 days")),
                        reading("long", right("microsoft", "20 days"))));
        var fixture = of(first, second).round(round("n-1", "right", "2024-03-04"));
        assertEquals(Outcome.UNDETERMINED, outcome(fixture, "2024-03-20"));
        assertEquals(Outcome.PERMITTED, outcome(fixture, "2024-03-26"));
    }

    @Test
    void aContractWithWhoeverHoldsTheRightWhenItIsSignedTakesNothingFromOthers() {
        var papers = new Paper[] {
            Paper.paper("p", "2024-01-01")
                    .adds(
                            Draft.clause("first", right("microsoft", "3 days")),
                            Draft.clause("second", right("softbank", "3 days"))),
            Paper.paper("q", "2024-03-10").restates(Draft.clause("first", right("oracle", "3 days")))
        };
        assertEquals(Outcome.PERMITTED, outcome(signed("oracle", papers), "2024-03-21"));
        assertEquals(Outcome.CONDITIONAL, outcome(signed("microsoft", papers), "2024-03-21"));
    }

    @Test
    void aContractWithTheLastHolderOfARightThatHasEndedTakesNothingFromOthers() {
        var papers = new Paper[] {
            Paper.paper("p", "2024-01-01")
                    .adds(
                            Draft.clause("first", right("microsoft", "3 days")),
                            Draft.clause("second", right("softbank", "3 days"))),
            Paper.paper("q", "2024-03-10").ends("first")
        };
        assertEquals(Outcome.PERMITTED, outcome(signed("microsoft", papers), "2024-03-21"));
        assertEquals(Outcome.CONDITIONAL, outcome(signed("oracle", papers), "2024-03-21"));
    }

    /** Both holders left it, and sixty of the hundred were signed on 20 March. */
    private static Fixture signed(String with, Paper... papers) {
        var left = step(new Happening.Declined(), "2024-03-05");
        return of(papers)
                .round(round("n-1", "first", "2024-03-04", left, step(new Happening.Signed(60L, with), "2024-03-20")))
                .round(round("n-2", "second", "2024-03-04", left));
    }
}
