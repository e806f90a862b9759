package io.proviso.agreement.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shorter window of a bargain that is put to a holder again. */
class ReofferTest {
    private static final FirstRefusal TERMS = new FirstRefusal(
                    Fixture.party("microsoft"),
                    Fixture.on("acquire", Fixture.not("provider", "azure")),
                    new FirstRefusal.Answering(
                            Stated.of(new Window.Days(10)), List.of(), null, DayTerms.Written.NOTHING),
                    FirstRefusal.OnLapse.DECLINE,
                    FirstRefusal.Partial.ANY,
                    FirstRefusal.BelowGang.BINDS)
            .with(Preemption.PLAIN.with(new Preemption.Conduct(
                    Preemption.Counter.DECLINES,
                    Set.of(),
                    new Window.Days(3),
                    List.of(),
                    Preemption.OnFailure.THIS_NEED,
                    1)));

    @Test
    void otherTermsInTheSameRequestHaveTheWindowOfAReoffer() {
        assertEquals("2026-03-05", lastDay(round("n-1", "r-1", "2.00", 10), round("n-2", "r-1", "1.80", 10)));
    }

    @Test
    void anotherRequestIsNoReoffer() {
        assertEquals("2026-03-12", lastDay(round("n-1", "r-1", "2.00", 10), round("n-2", "r-2", "1.80", 10)));
        assertEquals("2026-03-12", lastDay(round("n-1", null, "2.00", 10), round("n-2", null, "1.80", 10)));
    }

    @Test
    void theSameTermsAreOfferedAnewWithTheWholeWindow() {
        assertEquals("2026-03-12", lastDay(round("n-1", "r-1", "2.00", 10), round("n-2", "r-1", "2.00", 6)));
    }

    @Test
    void whatWasNotYetOnRecordCutsNoWindowShort() {
        var known = Fixture.day("2026-03-02");
        var late = round("n-1", "r-1", "2.00", 10);
        var told = new Round(
                late.id(),
                late.right(),
                late.request(),
                late.put(),
                new Round.Notice(late.notice().sent(), late.notice().received(), List.of(), Fixture.day("2026-03-04")),
                List.of(),
                Fixture.SOURCE);
        assertEquals("2026-03-12", lastDay(known, told, round("n-2", "r-1", "1.80", 10)));
    }

    private static String lastDay(Round... rounds) {
        return lastDay(Fixture.day("2026-03-02"), rounds);
    }

    /** Of the second round, which was received on Monday 2 March. */
    private static String lastDay(Instant known, Round... rounds) {
        var paper = Paper.paper("p", "2025-01-01").adds(Draft.clause("first", TERMS));
        var fixture = Fixture.portfolio(Deal.deal("a", paper).zone("UTC"));
        List.of(rounds).forEach(fixture::round);
        var cited = new CompiledPortfolio(fixture.build()).round("n-2", Fixture.day("2026-03-03"), known);
        return cited != null && cited.came() instanceof RoundCited.Came.Open(Instant deadline, String _)
                ? String.valueOf(deadline).substring(0, 10)
                : String.valueOf(cited);
    }

    private static Round round(String id, @Nullable String request, String price, long gpus) {
        var sent = Fixture.day(id.equals("n-1") ? "2026-02-10" : "2026-03-02");
        var declined = new Round.Step(new Happening.Declined(), Fixture.day("2026-02-12"), Fixture.day("2026-02-12"));
        return new Round(
                id,
                new ClauseName("a", "first"),
                request,
                Map.of("gpus", new Term.Amount(gpus), "price", new Term.Price(Money.of(price, "USD"))),
                new Round.Notice(sent, sent, List.of(), sent),
                id.equals("n-1") ? List.of(declined) : List.of(),
                Fixture.SOURCE);
    }
}
