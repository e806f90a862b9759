package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.norms.Step;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Until when one waits, at the longest, for who was asked on Monday 4 March 2024 and has ten days; asked on the sixth. */
class StepsOfRoundsTest {
    private static final Stated<Window> TEN_DAYS = Stated.of(new Window.Days(10));

    private List<Stated<Window>> talks = List.of();
    private FirstRefusal.From from = FirstRefusal.From.RECEIPT;
    private Preemption.Kind kind = Preemption.Kind.REFUSAL;
    private Preemption.OpenOffers openOffers = Preemption.OpenOffers.MOOT;
    private End until = new End.Never();
    private final List<Round.Step> steps = new ArrayList<>();

    private void step(Happening what, String at) {
        steps.add(new Round.Step(what, day(at), day(at)));
    }

    private Preemption preemption(int rank) {
        var conduct = new Preemption.Conduct(
                Preemption.Counter.DECLINES,
                Set.of(),
                null,
                List.of("strike"),
                Preemption.OnFailure.THIS_NEED,
                rank,
                Preemption.Looks.EACH_CHANGE,
                openOffers);
        return Preemption.PLAIN.with(kind).with(conduct);
    }

    private FirstRefusal right(Preemption preemption) {
        return new FirstRefusal(
                        Fixture.party("microsoft"),
                        on("host", any()),
                        new FirstRefusal.Answering(
                                TEN_DAYS,
                                talks,
                                FirstRefusal.TalksOpen.BY_PROPOSAL,
                                null,
                                DayTerms.Written.NOTHING,
                                from),
                        FirstRefusal.OnLapse.DECLINE,
                        FirstRefusal.Partial.ANY,
                        FirstRefusal.BelowGang.BINDS)
                .with(preemption);
    }

    private Step asked(@Nullable String received) {
        var sent = day("2024-03-04");
        var paper = Paper.paper("p", "2024-01-01")
                .adds(Draft.clause("right", right(preemption(1))).until(until));
        return Fixture.portfolio(Deal.deal("a", paper))
                .round(new Round(
                        "n-1",
                        new ClauseName("a", "right"),
                        null,
                        Map.of("gpus", new Term.Amount(100)),
                        new Round.Notice(sent, received == null ? null : day(received), List.of(), sent),
                        steps,
                        Fixture.SOURCE))
                .ask("2024-03-06", "2024-12-01", "act=host provider=aws gpus=100")
                .steps()
                .getFirst();
    }

    private static String certainBy(Step step) {
        return String.valueOf(step.certainBy());
    }

    @Test
    void oneWaitsForWhatIsInTheHoldersHandsUntilTheSecondAfterItsDeadline() {
        var step = asked("2024-03-04");
        assertEquals(Step.Kind.WAIT, step.kind());
        assertEquals("2024-03-14T17:00:01Z", certainBy(step));
        assertEquals(false, step.assumesReceipt());
    }

    @Test
    void whatIsOnItsWayIsTakenToArriveNow() {
        var step = asked(null);
        assertEquals("2024-03-16T17:00:01Z", certainBy(step));
        assertEquals(true, step.assumesReceipt());
    }

    @Test
    void aWindowFromTheGivingRunsWhereverTheNoticeIs() {
        from = FirstRefusal.From.GIVING;
        var step = asked(null);
        assertEquals("2024-03-14T17:00:01Z", certainBy(step));
        assertEquals(FirstRefusal.From.GIVING, step.from());
    }

    @Test
    void whileTheClockStandsStillNobodyKnowsHowLongEvenIfTheRightEnds() {
        until = Fixture.at("2024-06-01");
        step(new Happening.Tolled("strike"), "2024-03-05");
        assertEquals("null", certainBy(asked("2024-03-04")));
    }

    @Test
    void aRightThatEndsBeforeTheDeadlineIsWaitedForNoLonger() {
        until = Fixture.at("2024-03-10");
        assertEquals("2024-03-10T00:00:00Z", certainBy(asked("2024-03-04")));
    }

    @Test
    void anOpenOfferThatRunsOnIsWaitedForBeyondTheEndOfItsRight() {
        until = Fixture.at("2024-03-10");
        openOffers = Preemption.OpenOffers.RUN_ON;
        assertEquals("2024-03-14T17:00:01Z", certainBy(asked("2024-03-04")));
    }

    @Test
    void talksAreWaitedForThroughAllStagesThatAreLeft() {
        kind = Preemption.Kind.NEGOTIATION;
        talks = List.of(Stated.of(new Window.Days(5)), Stated.of(new Window.Days(3)));
        var first = asked("2024-03-04");
        assertEquals(open("10 days"), first.window());
        assertEquals("2024-03-22T17:00:01Z", certainBy(first));
        step(new Happening.Countered(), "2024-03-05");
        var second = asked("2024-03-04");
        assertEquals(open("5 days"), second.window());
        assertNull(second.from(), "its time runs from the counter, not from the receipt of the offer");
        // Five days from the fifth are over on Sunday the tenth, and what comes then counts as received on Monday.
        assertEquals("2024-03-14T17:00:01Z", certainBy(second));
    }

    @Test
    void whereAStageIsUndisclosedNobodyKnowsUntilWhenOneTalks() {
        kind = Preemption.Kind.NEGOTIATION;
        talks = List.of(Stated.undisclosed());
        assertEquals("null", certainBy(asked("2024-03-04")));
    }

    @Test
    void aRightWhoseTailIsOverBeforeAnotherHolderMustHaveAnsweredStandsAgain() {
        assertEquals(List.of(new ClauseName("a", "first")), stale(3, Preemption.Tail.From.REFUSAL, "30 days"));
        assertEquals(List.of(), stale(60, Preemption.Tail.From.REFUSAL, "30 days"));
        assertEquals(List.of(), stale(3, Preemption.Tail.From.END_OF_WINDOW, "30 days"));
    }

    @Test
    void noRightStandsAgainOnlyBecauseItsTailIsShorterThanItsOwnWindow() {
        assertEquals(List.of(), stale(3, Preemption.Tail.From.REFUSAL, null));
    }

    /** Of a right with ten days to answer and that tail, beside another with that window. */
    private List<ClauseName> stale(int days, Preemption.Tail.From from, @Nullable String other) {
        var tail = new Preemption.Tail(Stated.of(new Window.Days(days)), from, Preemption.Floor.NONE);
        var paper = Paper.paper("p", "2024-01-01")
                .adds(Draft.clause("first", right(preemption(1).with(Stated.of(tail)))));
        if (other != null) {
            paper.adds(Draft.clause("second", Fixture.firstRefusal(on("host", any()), other)));
        }
        return Fixture.portfolio(Deal.deal("a", paper))
                .ask("2024-03-06", "act=host provider=aws")
                .telling()
                .staleFirst();
    }

    @Test
    void aDeadlineThatIsCountedBeyondTheListOfItsCalendarTellsTheYear() {
        assertEquals(Set.of(), unlisted("10 business days"));
        assertEquals(Set.of(new ClauseName("a", "right")), unlisted("300 business days"));
    }

    private static Set<ClauseName> unlisted(String window) {
        var right = Fixture.firstRefusal(on("host", any()), window);
        return Fixture.portfolio(Deal.deal("a", Paper.paper("p", "2024-01-01").adds(Draft.clause("right", right))))
                .closed("2024-07-04", "2024-01-01")
                .ask("2024-03-06", "act=host provider=aws")
                .telling()
                .unlisted()
                .keySet();
    }

    @Test
    void aConsentHasItsTimeFromReceiptAndTheSilenceOfWhoIsAskedIsTold() {
        for (var silence : Prohibition.OnSilence.values()) {
            var consent = new Prohibition.Consent(
                    Fixture.party("microsoft"), new Prohibition.Answer(new Window.Days(10), silence));
            var step = Fixture.portfolio(Deal.deal(
                            "a",
                            Paper.paper("p", "2024-01-01")
                                    .adds(Draft.clause(
                                                    "consent",
                                                    new Prohibition(
                                                            Fixture.party("microsoft"), on("host", any()), consent))
                                            .until(Fixture.at("2024-06-01")))))
                    .ask("2024-03-06", "act=host provider=aws")
                    .steps()
                    .getFirst();
            assertEquals(FirstRefusal.From.RECEIPT, step.from());
            assertEquals(silence, step.silence());
            assertEquals(open("10 days"), step.window());
            assertEquals(silence == Prohibition.OnSilence.CONSENTS ? "2024-03-16T17:00:01Z" : "null", certainBy(step));
        }
    }
}
