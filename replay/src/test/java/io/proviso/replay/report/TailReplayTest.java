package io.proviso.replay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Direction;
import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Tail;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.agreement.clause.Preemption.Trigger;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.desk.Tail.Metric;
import io.proviso.replay.Holding;
import io.proviso.replay.Powers;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.ScenarioReplay;
import io.proviso.replay.ScenarioReplayTest;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.Traces;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.Study;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a refusal is worth: for how long, for which bargains, and what a holder does that sees them. */
class TailReplayTest {
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    /** As in {@link ScenarioReplayTest}: on 16 January at nine, 52 GPUs are asked for; the holder lets it lapse on the 21st. */
    private static final Trace TRACE =
            Traces.of(new int[] {0, 10 * DAY, 4}, new int[] {HOUR, 2 * DAY, 4}, new int[] {60 * DAY, HOUR, 4});

    private static final Floor NOTHING = new Floor(null, null, null, null, false);
    private static final Floor FIVE_PERCENT =
            new Floor(new Tolerance(new BigDecimal("0.05"), Direction.LOWER), null, null, null, false);

    private static Preemption tail(int days, Floor floor) {
        return Preemption.PLAIN.with(Stated.of(new Tail(days, floor)));
    }

    private static final Preemption.Matching MATERIAL = new Preemption.Matching(
            Preemption.Matching.Standard.MATERIAL_TERMS,
            BigDecimal.ZERO,
            Preemption.Matching.NonCash.EXCLUDED,
            Preemption.Alternates.BLIND);
    private static final Preemption LAST_LOOK =
            Preemption.PLAIN.with(Trigger.THIRD_PARTY_OFFER).with(MATERIAL);

    private static Market market(Market.Answering answering, Duration signing) {
        var bargaining = new Market.Bargaining(Market.Discount.NONE, 0, new Market.Delay(signing, signing));
        var bidding = new Market.Bidding(Worlds.days(0, 0), 1, Duration.ofDays(1), bargaining);
        return new Market(Worlds.market(answering).supplies(), answering, bidding);
    }

    private static ScenarioResult run(Market market, Preemption right) {
        return run(market, right, 1);
    }

    private static ScenarioResult run(Market market, Preemption right, long seed) {
        var portfolio = Pact.withRight(new Window.BusinessDays(2), right);
        return ScenarioReplay.run(
                Worlds.scenario("tested", Worlds.FIRST_REFUSAL, market), portfolio, TRACE, market.most(), seed);
    }

    private static ReplayedRound.Offer lapsed(String made, long gpus, ReplayedRound.Cause cause, String deadline) {
        var due = Pact.at(deadline);
        var outcome = new ReplayedRound.Outcome(ReplayedRound.Ending.LAPSED, due.plusSeconds(1), 0);
        return new ReplayedRound.Offer(Pact.at(made), gpus, cause, due, outcome);
    }

    private static ReplayedRound.Offer need() {
        return lapsed("2025-01-16T09:00:00", 52, new ReplayedRound.Cause.Need(), "2025-01-21T17:00:00");
    }

    @Test
    void aBargainForLessThanWasRefusedIsOfferedAgainBeforeItIsSigned() {
        // Refused at the limit of 3 USD; Oracle bids 2, which is more than 5 % less. The bids are compared a day after
        // the
        // lapse, one second too late for that day: two business days from Thursday the 23rd are Monday the 27th.
        var result = run(market(Worlds.SILENT, Duration.ZERO), tail(90, FIVE_PERCENT));
        var bargain = new ReplayedRound.Cause.Bargain(Worlds.usd("2"), Worlds.usd("3"), List.of(Metric.PRICE));
        var again = lapsed("2025-01-22T17:00:01", 4, bargain, "2025-01-27T17:00:00");
        var reopening = new ReplayedRound.Reopening(0, Duration.ofDays(5));
        assertEquals(
                List.of(new ReplayedRound(1, List.of(need(), again), reopening)),
                result.rightsUse().rounds().subList(0, 1));
        var oracle = result.account().holdings().get(1);
        assertEquals(new Provider("oracle"), oracle.provider());
        assertEquals(Pact.at("2025-01-28T17:00:01"), oracle.from());
    }

    @Test
    void aBargainWithinTheToleranceIsSignedWithoutAnotherWord() {
        var third = new Floor(new Tolerance(new BigDecimal("0.34"), Direction.LOWER), null, null, null, false);
        var result = run(market(Worlds.SILENT, Duration.ZERO), tail(90, third));
        assertEquals(0, result.rightsUse().offersAgain());
        assertEquals(
                Pact.at("2025-01-23T17:00:01"),
                result.account().holdings().get(1).from());
    }

    @Test
    void lessThanWasRefusedIsAnotherQuantityAndALateStartAnotherStart() {
        var floor = new Floor(
                null, new Tolerance(new BigDecimal("0.1"), Direction.EITHER), Duration.ofDays(7), null, false);
        var again = run(market(Worlds.SILENT, Duration.ZERO), tail(90, floor))
                .rightsUse()
                .offers()
                .get(1);
        // 4 of 52 GPUs; and eight days after the 16th, when they were wanted.
        assertEquals(List.of(Metric.QUANTITY, Metric.START), again.departures());
    }

    @Test
    void aTailThatEndsBeforeTheSignatureMakesTheNeedAnotherOffer() {
        // Refused on the 21st, the tail of two days ends on the 23rd at 17:00; the signature would be on the 25th.
        var use =
                run(market(Worlds.SILENT, Duration.ofDays(3)), tail(2, NOTHING)).rightsUse();
        var round = use.rounds().getFirst();
        var again = lapsed("2025-01-23T17:00:01", 52, new ReplayedRound.Cause.TailExpired(), "2025-01-28T17:00:00");
        assertEquals(List.of(need(), again), round.offers().subList(0, 2));
    }

    @Test
    void aNeedThatIsNeverSignedInTimeIsGivenUpAfterTwentyOffers() {
        var use =
                run(market(Worlds.SILENT, Duration.ofDays(3)), tail(2, NOTHING)).rightsUse();
        var round = use.rounds().getFirst();
        assertEquals(20, round.offers().size());
        assertEquals(19, round.reopening().tails());
        assertEquals(0, use.offersAgain());
    }

    /** Azure bids 52 of its 200 GPUs at 3 USD, Oracle all 52 at 2. */
    private static Market dearerHolder(double downTo) {
        var answering = new Market.Answering(Worlds.days(1, 1), 0, 0, new Market.Matching(1, downTo));
        return new Market(
                List.of(Worlds.supply("azure", 4, 200, "3"), Worlds.supply("oracle", 0, 60, "2")),
                answering,
                Worlds.PROMPT);
    }

    @Test
    void aHolderThatMatchesTakesTheBargainAtItsPrice() {
        var result = run(dearerHolder(0), LAST_LOOK);
        var matched = new ReplayedRound.Offer(
                Pact.at("2025-01-17T09:00:00"),
                52,
                new ReplayedRound.Cause.Bargain(Worlds.usd("2"), Worlds.usd("3"), List.of()),
                Pact.at("2025-01-22T17:00:00"),
                new ReplayedRound.Outcome(ReplayedRound.Ending.ACCEPTED, Pact.at("2025-01-18T09:00:00"), 52));
        assertEquals(ReplayedRound.of(1, matched), result.rightsUse().rounds().getFirst());
        var holding = result.account().holdings().get(1);
        // It says that it can deliver a day after the acceptance, which its clause allows.
        assertEquals(Pact.at("2025-01-19T09:00:00"), holding.from());
        assertEquals(new Holding(new Provider("azure"), 52, Worlds.usd("2"), holding.from(), holding.to()), holding);
        assertEquals(1.0 / 3, result.rightsUse().matchedBelowList(), 1e-12);
    }

    @Test
    void aHolderThatCannotDeliverOnTheDayOfTheBargainDoesNotMatchAllTerms() {
        // Oracle would deliver on the 18th, the day that Azure answers; Azure delivers a day after it has accepted.
        var result = run(dearerHolder(0), Preemption.PLAIN.with(Trigger.THIRD_PARTY_OFFER));
        var first = result.rightsUse().rounds().getFirst().first();
        assertEquals(ReplayedRound.Ending.DECLINED, first.outcome().ending());
        assertEquals(0, result.rightsUse().matched());
        assertEquals(new Provider("oracle"), result.account().holdings().get(1).provider());
    }

    @Test
    void aHolderKeepsAShareOfItsHeadroomForBargainsThatItMayMatch() {
        // Of 40 GPUs it bids 20, and matches 20 of the 32 that Oracle bids.
        var answering = new Market.Answering(Worlds.days(1, 1), 0, 0, new Market.Matching(1, 0, 0.5));
        var market = new Market(
                List.of(Worlds.supply("azure", 4, 40, "3"), Worlds.supply("oracle", 0, 32, "2")),
                answering,
                Worlds.PROMPT);
        var offer = run(market, LAST_LOOK).rightsUse().rounds().getFirst().first();
        assertEquals(32, offer.gpus());
        assertEquals(ReplayedRound.Ending.PARTIAL, offer.outcome().ending());
        assertEquals(20, offer.outcome().accepted());
    }

    @Test
    void aHolderMatchesNoPriceBelowItsLeastAndTheBargainIsSignedAsItWas() {
        var result = run(dearerHolder(0.67), Preemption.PLAIN.with(Trigger.THIRD_PARTY_OFFER));
        var first = result.rightsUse().rounds().getFirst();
        assertEquals(1, first.offers().size());
        assertEquals(ReplayedRound.Ending.DECLINED, first.last().outcome().ending());
        assertEquals(0, result.rightsUse().matched());
        assertEquals(new Provider("oracle"), result.account().holdings().get(1).provider());
    }

    @Test
    void anAlternateThatBettersItsBidMakesAnotherBargainAndAnotherCounterpartyIfItLostBefore() {
        // Two alternates have all that is asked for. Seed 1 lets the one that lost better its bid when bids are invited
        // again.
        var bargaining =
                new Market.Bargaining(new Market.Discount(0, 0.5), 1, new Market.Delay(Duration.ZERO, Duration.ZERO));
        var market = new Market(
                List.of(
                        Worlds.supply("azure", 4, 0, "3"),
                        Worlds.supply("oracle", 0, 60, "2"),
                        Worlds.supply("coreweave", 0, 60, "2")),
                new Market.Answering(Worlds.days(1, 1), 0, 0),
                new Market.Bidding(Worlds.days(0, 0), 1, Duration.ofDays(1), bargaining));
        var departures = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> run(market, Preemption.PLAIN.with(Trigger.THIRD_PARTY_OFFER), seed))
                .flatMap(result -> result.rightsUse().offers().stream())
                .map(ReplayedRound.Offer::departures)
                .filter(metrics -> !metrics.isEmpty())
                .distinct()
                .toList();
        assertTrue(
                departures.contains(List.of(Metric.PRICE, Metric.START, Metric.COUNTERPARTY)), departures.toString());
        assertTrue(departures.contains(List.of(Metric.PRICE, Metric.START)), departures.toString());
    }

    @Test
    void theTableShowsWhatCanHappenAndSaysWhatDidNot() {
        var plain = rows(Preemption.PLAIN, Duration.ZERO);
        assertEquals(
                List.of(
                        "requests that had to be offered to a holder: 2",
                        "offers made: 2",
                        "– accepted in full: none",
                        "– accepted in part: none",
                        "– declined: none",
                        "– lapsed: 2",
                        "GPUs that the holder took: none"),
                plain);
        assertEquals(
                List.of(
                        "requests that had to be offered to a holder: 1",
                        "offers made: 2",
                        "– accepted in full: none",
                        "– accepted in part: none",
                        "– declined: none",
                        "– lapsed: 2",
                        "GPUs that the holder took: none",
                        "re-offers, for a bargain beyond what was refused: 1",
                        "– because of its price: 1",
                        "tails that expired before a signature: none",
                        "days that these added before an award: 5.0 days",
                        "bargains of others put to the holder: 1",
                        "– matched by it: none",
                        "– below its own price by: none"),
                rows(tail(90, FIVE_PERCENT), Duration.ZERO));
    }

    private static List<String> rows(Preemption right, Duration signing) {
        return new RightsTable(compared(right, signing))
                .rows().stream()
                        .map(row -> row.what() + ": " + row.cells().getFirst())
                        .toList();
    }

    private static ScenarioComparison compared(Preemption right, Duration signing) {
        var scenario = Worlds.scenario("tested", Worlds.FIRST_REFUSAL, market(Worlds.SILENT, signing));
        var study = new Study(
                List.of(new Study.Case(scenario, Pact.withRight(new Window.BusinessDays(2), right))),
                new Study.Varied(null, null),
                TRACE,
                new ScenarioComparison.Seeds(1, 1));
        return study.run(_ -> {});
    }

    @Test
    void thePageSaysWhatWasAssumedOfTheMarketAndHowOftenTheHolderWasAskedAgain() {
        var page = page(tail(90, FIVE_PERCENT));
        assertTrue(
                page.contains("Under tested the holder was asked again once because a bargain went beyond what it had"
                        + " refused; that put off awards by 5.0 days in all, over 1 round (seed 1)."));
        assertTrue(
                page.contains("<li>The holder would accept none of the offers; it leaves all of them without an answer:"
                        + " assumed.</li>"));
        assertTrue(page.contains("<li>Bids are at list prices: assumed.</li>"));
        assertTrue(page.contains("<li>A contract is signed as soon as the bids are compared: assumed.</li>"));
        assertTrue(page.contains("<li>A bid stands as it was made until it is signed: assumed.</li>"));
        assertTrue(page.contains("<li>The holder matches none of the bargains that are put to it: assumed.</li>"));
        assertTrue(page.contains("<li>A need that was offered 20 times is given up: assumed.</li>"));
        assertTrue(page.contains("later ones of the same need are orange"));
        assertFalse(page(Preemption.PLAIN).contains("asked again"));
    }

    private static String page(Preemption right) {
        return ReportPage.of(
                compared(right, Duration.ZERO), new ReportPage.Inputs(TRACE, Map.of(), Pact.ZONE, List.of()));
    }

    @Test
    void aRightThatStandsBeforeNothingCanDoNothing() {
        var open = Worlds.scenario("open", Worlds.OPEN, Worlds.market(Worlds.SILENT));
        var portfolio = Pact.withWindow(new Window.BusinessDays(2));
        var powers =
                ScenarioReplay.run(open, portfolio, TRACE, 8, 1).rightsUse().powers();
        assertEquals(new Powers(false, false, Set.of(), false), powers);
    }
}
