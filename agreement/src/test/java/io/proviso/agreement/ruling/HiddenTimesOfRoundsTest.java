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
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.rounds.RoundCited.Remark;
import io.proviso.calendar.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 100 GPUs put to Microsoft on 4 March 2024, and asked on 20 March whether they may go elsewhere, where the clause hides a time. */
class HiddenTimesOfRoundsTest {
    private static final Stated<Window> TEN_DAYS = Stated.of(new Window.Days(10));
    private static final Stated<Window> HIDDEN = Stated.undisclosed();

    private Stated<Window> window = TEN_DAYS;
    private FirstRefusal.OnLapse onLapse = FirstRefusal.OnLapse.DECLINE;
    private @Nullable Stated<Preemption.Tail> tail;
    private List<Round.Step> steps = List.of();

    private static Stated<Preemption.Tail> tail(@Nullable Stated<Window> period) {
        return Stated.of(new Preemption.Tail(period, Preemption.Tail.From.REFUSAL, Preemption.Floor.NONE));
    }

    private void declined() {
        steps = List.of(new Round.Step(new Happening.Declined(), day("2024-03-06"), day("2024-03-06")));
    }

    private Ruling ruled(String... clauses) {
        var terms = Fixture.firstRefusal(on("host", any()), window, onLapse).with(Preemption.PLAIN.with(tail));
        var paper = Paper.paper("p", "2024-01-01");
        List.of(clauses).forEach(clause -> paper.adds(Draft.clause(clause, terms)));
        var fixture = Fixture.portfolio(Deal.deal("a", paper));
        var sent = day("2024-03-04");
        for (var clause : clauses) {
            fixture.round(new Round(
                    "n-" + clause,
                    new ClauseName("a", clause),
                    null,
                    Map.of("gpus", new Term.Amount(100)),
                    new Round.Notice(sent, sent, List.of(), sent),
                    steps,
                    Fixture.SOURCE));
        }
        return fixture.ask("2024-03-20", "2024-12-01", "act=host provider=aws gpus=100");
    }

    private static List<String> split(Ruling ruling) {
        return ruling.split().stream()
                .map(branch -> branch.outcome() + " if "
                        + branch.given().entrySet().stream()
                                .map(given -> given.getKey().holds(given.getValue()))
                                .collect(Collectors.joining(" and ")))
                .toList();
    }

    private static List<Remark> remarks(Ruling ruling) {
        return ruling.telling().rounds().getFirst().remarks();
    }

    @Test
    void aRefusalFreesAsLongAsAnUndisclosedTailRuns() {
        declined();
        tail = tail(HIDDEN);
        var ruling = ruled("right");
        assertEquals(
                List.of(
                        "PERMITTED if undisclosed tail of a/right is still running",
                        "CONDITIONAL if undisclosed tail of a/right is over"),
                split(ruling));
        assertEquals(List.of(new Remark.UntilUndisclosed()), remarks(ruling));
    }

    @Test
    void whereNothingIsPublishedOfATailItMayBeOver() {
        declined();
        tail = Stated.undisclosed();
        assertEquals(
                List.of(
                        "PERMITTED if undisclosed tail of a/right is still running",
                        "CONDITIONAL if undisclosed tail of a/right is over"),
                split(ruled("right")));
        assertEquals(List.of(new Remark.UntilUndisclosed()), remarks(ruled("right")));
    }

    @Test
    void withoutATailARefusalFreesForGoodAndWithAnEndlessOneWithoutEnd() {
        declined();
        assertEquals(List.of(), split(ruled("right")));
        assertEquals(List.of(new Remark.ForGood()), remarks(ruled("right")));
        tail = tail(null);
        assertEquals(List.of(), split(ruled("right")));
        assertEquals(List.of(new Remark.WithoutEnd()), remarks(ruled("right")));
    }

    @Test
    void whereTheWindowIsUndisclosedTheHolderMayStillAnswer() {
        window = HIDDEN;
        assertEquals(
                List.of(
                        "CONDITIONAL if undisclosed window of a/right is still running",
                        "PERMITTED if undisclosed window of a/right is over"),
                split(ruled("right")));
    }

    @Test
    void aSilenceThatAcceptsTakesItOnceTheWindowIsOver() {
        window = HIDDEN;
        onLapse = FirstRefusal.OnLapse.ACCEPT;
        assertEquals(
                List.of(
                        "FORBIDDEN if undisclosed window of a/right is over",
                        "CONDITIONAL if undisclosed window of a/right is still running"),
                split(ruled("right")));
    }

    @Test
    void whatASilenceFreedWhoseDayNobodyKnowsMayBeOverByItsTail() {
        window = HIDDEN;
        tail = tail(TEN_DAYS);
        assertEquals(
                List.of(
                        "CONDITIONAL if undisclosed window of a/right is still running",
                        "PERMITTED if undisclosed window of a/right is over and undisclosed tail of a/right is still"
                                + " running",
                        "CONDITIONAL if what is on record of right is otherwise"),
                split(ruled("right")));
        tail = tail(null);
        assertEquals(
                List.of(
                        "CONDITIONAL if undisclosed window of a/right is still running",
                        "PERMITTED if undisclosed window of a/right is over"),
                split(ruled("right")));
    }

    @Test
    void twoTailsThatNobodyKnowsBothHaveToRun() {
        declined();
        tail = tail(HIDDEN);
        assertEquals(
                List.of(
                        "PERMITTED if undisclosed tail of a/first is still running and undisclosed tail of a/second"
                                + " is still running",
                        "CONDITIONAL if what is on record of first, second is otherwise"),
                split(ruled("first", "second")));
    }
}
