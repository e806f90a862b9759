package io.proviso.agreement.clause;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.between;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Problem;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a pre-emptive right may say beyond one offer and one answer, and what of it a ruling shows. */
class PreemptionTest {
    private static final Preemption PLAIN = Preemption.PLAIN;

    @Test
    void bidsComeFirstForALastLookOrWhereAThirdPartysOfferIsTheTrigger() {
        var first = new ArrayList<String>();
        for (var kind : Preemption.Kind.values()) {
            for (var trigger : Preemption.Trigger.values()) {
                if (PLAIN.with(kind).with(trigger).bidsComeFirst()) {
                    first.add(kind + " " + trigger);
                }
            }
        }
        assertEquals(
                List.of(
                        "REFUSAL THIRD_PARTY_OFFER",
                        "OFFER THIRD_PARTY_OFFER",
                        "NEGOTIATION THIRD_PARTY_OFFER",
                        "LAST_LOOK NEED_FIRST",
                        "LAST_LOOK THIRD_PARTY_OFFER",
                        "OPTION THIRD_PARTY_OFFER"),
                first);
    }

    @Test
    void aCounterIsTalkInANegotiationAndOtherwiseWhatTheClauseSays() {
        var extending = PLAIN.with(countering(Preemption.Counter.EXTENDS));
        assertEquals(Preemption.Counter.DECLINES, PLAIN.counter());
        assertEquals(Preemption.Counter.EXTENDS, extending.counter());
        assertEquals(
                Preemption.Counter.NEGOTIATES,
                extending.with(Preemption.Kind.NEGOTIATION).counter());
    }

    @Test
    void thatBargainOnlyMeansThatNothingMayDepartAtAll() {
        var floor = Preemption.Floor.THAT_BARGAIN_ONLY;
        var exactly = new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.EITHER);
        assertEquals(new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.LOWER), floor.price());
        assertEquals(List.of(exactly, exactly), Arrays.asList(floor.quantity(), floor.term()));
    }

    @Test
    void changingOnePartOfARightLeavesTheOthers() {
        var reach = new Preemption.Reach(null, new Preemption.Bridge(14, new Quantity("gpus", 512)));
        var matching = new Preemption.Matching(
                Preemption.Matching.Standard.ECONOMIC_ONLY,
                new BigDecimal("0.05"),
                Preemption.Matching.NonCash.VALUED,
                Preemption.Alternates.NAMED);
        var tail = Stated.of(new Preemption.Tail(180, Preemption.Floor.THAT_BARGAIN_ONLY));
        var conduct = countering(Preemption.Counter.EXTENDS);
        var whole = new Preemption(
                Preemption.Kind.LAST_LOOK, Preemption.Trigger.THIRD_PARTY_OFFER, matching, tail, reach, conduct);
        assertEquals(
                whole,
                PLAIN.with(Preemption.Kind.LAST_LOOK)
                        .with(Preemption.Trigger.THIRD_PARTY_OFFER)
                        .with(matching)
                        .with(tail)
                        .with(reach)
                        .with(conduct));
        var right = firstRefusal(on("host", any()), "1 day");
        assertEquals(PLAIN, right.preemption());
        assertEquals(whole, right.with(whole).preemption());
        assertEquals(right, right.with(whole).with(PLAIN));
    }

    @Test
    void thatBargainOnlyToleratesNoDeparture() {
        var floor = Preemption.Floor.THAT_BARGAIN_ONLY;
        assertEquals(new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.LOWER), floor.price());
        assertEquals(new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.EITHER), floor.quantity());
        assertEquals(new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.EITHER), floor.term());
    }

    @Test
    void daysRanksAndTolerancesAreInRange() {
        refused("tail: 0 days", () -> new Preemption.Tail(0, Preemption.Floor.THAT_BARGAIN_ONLY));
        refused(
                "aggregation: 0 days",
                () -> new Preemption.Aggregation(0, new Limit("gpus", Stated.of(1L)), Set.of(), List.of()));
        refused("bridge: 0 days", () -> new Preemption.Bridge(0, null));
        refused("rank: 0", () -> ranked(0));
        refused(
                "tolerance: -0.01",
                () -> new Preemption.Tolerance(new BigDecimal("-0.01"), Preemption.Direction.LOWER));
        assertEquals(new Window.Days(1), new Preemption.Tail(1, Preemption.Floor.THAT_BARGAIN_ONLY).length());
        assertEquals(1, new Preemption.Aggregation(1, new Limit("gpus", Stated.of(1L)), Set.of(), List.of()).days());
        assertEquals(1, new Preemption.Bridge(1, null).days());
        assertEquals(1, ranked(1).rank());
    }

    @Test
    void whatARightAggregatesByAndWhatItsNoticeStatesIsKept() {
        var by = Set.of(Preemption.Aggregation.By.PROJECT, Preemption.Aggregation.By.ACTOR);
        assertEquals(by, new Preemption.Aggregation(1, new Limit("gpus", Stated.of(1L)), by, List.of()).by());
        var notice = Set.of(Preemption.Field.PRICE, Preemption.Field.REGION);
        var conduct = new Preemption.Conduct(
                Preemption.Counter.DECLINES, notice, null, List.of(), Preemption.OnFailure.THIS_NEED, 1);
        assertEquals(notice, conduct.notice());
        assertEquals(Set.of(), ranked(2).notice());
    }

    @Test
    void belowItsThresholdARightDoesNotStand() {
        var fixture = aggregating(Stated.of(100L), on("host", any()));
        assertEquals(Outcome.PERMITTED, fixture.ask("2024-06-01", hosting(99)).outcome());
        assertEquals(
                Outcome.CONDITIONAL, fixture.ask("2024-06-01", hosting(100)).outcome());
        assertEquals(
                Outcome.FORBIDDEN,
                fixture.ask("2024-06-01", hosting(100) + " fact:refusal=accepted")
                        .outcome());
    }

    @Test
    void aThresholdAndACountInTheScopeBothApply() {
        var fixture = aggregating(Stated.of(15L), on("host", between("gpus", 10, 20)));
        assertEquals(Outcome.PERMITTED, fixture.ask("2024-06-01", hosting(9)).outcome());
        assertEquals(Outcome.PERMITTED, fixture.ask("2024-06-01", hosting(14)).outcome());
        assertEquals(Outcome.CONDITIONAL, fixture.ask("2024-06-01", hosting(15)).outcome());
        assertEquals(Outcome.CONDITIONAL, fixture.ask("2024-06-01", hosting(19)).outcome());
        assertEquals(Outcome.PERMITTED, fixture.ask("2024-06-01", hosting(20)).outcome());
        var unknown = aggregating(Stated.undisclosed(), on("host", between("gpus", 10, 20)));
        assertEquals(Outcome.PERMITTED, unknown.ask("2024-06-01", hosting(9)).outcome());
        assertEquals(
                Outcome.UNDETERMINED, unknown.ask("2024-06-01", hosting(10)).outcome());
        assertEquals(Outcome.PERMITTED, unknown.ask("2024-06-01", hosting(20)).outcome());
    }

    @Test
    void aThresholdThatTheScopeNeverReachesIsRefused() {
        var at = "agreements/a/instruments/p/clauses/right/first-refusal/aggregation";
        for (long threshold : List.of(20L, 21L, 1_000L)) {
            var problems = aggregating(Stated.of(threshold), on("host", between("gpus", 10, 20)))
                    .problems();
            assertEquals(List.of(at), problems.stream().map(Problem::path).toList());
        }
        assertEquals(
                List.of(),
                aggregating(Stated.of(19L), on("host", between("gpus", 10, 20))).problems());
    }

    @Test
    void anUndisclosedThresholdLeavesOpenWhetherTheRightStands() {
        var ruling = aggregating(Stated.undisclosed(), on("host", any())).ask("2024-06-01", hosting(15));
        assertEquals(Outcome.UNDETERMINED, ruling.outcome());
        assertEquals(
                Set.of(new Given.Term(new ClauseName("a", "right"), "gpus", null)),
                ruling.split().getFirst().given().keySet());
    }

    @Test
    void aThresholdThatBecameKnownLaterIsUndisclosedBefore() {
        var fixture = aggregating(new Stated.Known<>(100L, Fixture.day("2024-05-01")), on("host", any()));
        assertEquals(
                Outcome.UNDETERMINED,
                fixture.ask("2024-06-01", "2024-04-30", hosting(99)).outcome());
        assertEquals(
                Outcome.PERMITTED,
                fixture.ask("2024-06-01", "2024-05-01", hosting(99)).outcome());
        assertEquals(Fixture.day("2024-05-01"), fixture.build().latestRecorded());
    }

    private static String hosting(int gpus) {
        return "act=host provider=aws gpus=" + gpus;
    }

    private static Fixture aggregating(Stated<Long> threshold, Scope scope) {
        var by = Set.of(Preemption.Aggregation.By.ACTOR);
        var reach =
                new Preemption.Reach(new Preemption.Aggregation(30, new Limit("gpus", threshold), by, List.of()), null);
        var right = firstRefusal(scope, "10 business days").with(PLAIN.with(reach));
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clause("right", right))));
    }

    private static Preemption.Conduct countering(Preemption.Counter counter) {
        return new Preemption.Conduct(
                counter,
                Set.of(Preemption.Field.PRICE),
                Window.parse("2 days"),
                List.of("force majeure"),
                Preemption.OnFailure.GENERALLY,
                2);
    }

    private static Preemption.Conduct ranked(int rank) {
        return new Preemption.Conduct(
                Preemption.Counter.DECLINES, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, rank);
    }

    private static void refused(String problem, Executable making) {
        var refused = assertThrows(IllegalArgumentException.class, making);
        assertTrue(String.valueOf(refused.getMessage()).startsWith(problem + " is out of range.\n"));
    }
}
