package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.bid;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.question.Outcome;
import io.proviso.desk.Bid;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Comparison;
import io.proviso.desk.Comparison.WhyNot;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Quantities;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwardTest {
    /** Microsoft declined 10,000; these providers may bid. */
    private static Round declined(Contract contract) {
        var round = new Round(contract).then(request(terms(10_000, 1_000), "oracle", "coreweave", "aws", "google"));
        round.then(Round.delivered(round.now())).then(round.answerNow(new Response.Declines()));
        return round;
    }

    private static Comparison awarded(Round round, Bid... bids) {
        Arrays.stream(bids).map(Command.Quote::new).forEach(round::then);
        return round.then(new Command.Award()).last(Event.Awarded.class).comparison();
    }

    private static Map<String, Long> shares(Comparison comparison) {
        return comparison.lines().stream()
                .filter(line -> line.awarded() > 0)
                .collect(Collectors.toMap(line -> line.bid().provider().name(), Comparison.Line::awarded));
    }

    private static WhyNot whyNot(Comparison comparison, String provider) {
        var whyNot = comparison.lines().stream()
                .filter(line -> line.bid().provider().name().equals(provider))
                .findFirst()
                .orElseThrow()
                .whyNot();
        assertNotNull(whyNot);
        return whyNot;
    }

    private static Bid plain(String provider, long minimum, long gpus, String price) {
        return bid(provider, minimum, gpus, price, Round.START);
    }

    @Test
    void theCheapestCombinationThatCoversAllWinsAndTheOthersAreToldWhyNot() {
        var comparison = awarded(
                declined(Contract.standard()),
                plain("oracle", 1, 10_000, "2.50"),
                plain("coreweave", 1, 6_000, "2.00"),
                plain("aws", 1, 10_000, "2.90"));
        assertEquals(Map.of("coreweave", 6_000L, "oracle", 4_000L), shares(comparison));
        assertEquals(usd("2.00").times(6_000).plus(usd("2.50").times(4_000)).times(8_760), comparison.total());
        assertEquals(WhyNot.COSTS_MORE, whyNot(comparison, "aws"));
    }

    @Test
    void aCheapLotThatLeavesTooLittleForAnyOtherIsPassedOver() {
        var comparison = awarded(
                declined(Contract.standard()),
                plain("coreweave", 9_500, 9_500, "1.00"),
                plain("oracle", 1, 10_000, "2.90"));
        assertEquals(Map.of("oracle", 10_000L), shares(comparison));
    }

    @Test
    void noWinnerGetsLessThanAGang() {
        var comparison = awarded(
                declined(Contract.standard()),
                plain("coreweave", 1, 9_800, "1.00"),
                plain("oracle", 1, 10_000, "2.00"));
        assertEquals(Map.of("coreweave", 9_000L, "oracle", 1_000L), shares(comparison));
    }

    @Test
    void bidsThatDoNotFitAreKeptWithTheReason() {
        var round = declined(Contract.standard());
        var wrong = new Bid(
                "google-bid",
                new Provider("google"),
                new Accelerator("TPU"),
                new Bid.Lot(1, 10_000),
                usd("0.50"),
                Round.START);
        var comparison = awarded(
                round,
                wrong,
                plain("oracle", 1, 10_000, "3.01"),
                plain("aws", 1, 999, "1.00"),
                plain("coreweave", 1, 10_000, "3.00"));
        assertEquals(WhyNot.WRONG_ACCELERATOR, whyNot(comparison, "google"));
        assertEquals(WhyNot.ABOVE_PRICE_LIMIT, whyNot(comparison, "oracle"));
        assertEquals(WhyNot.BELOW_MINIMUM_GANG, whyNot(comparison, "aws"));
        assertEquals(Map.of("coreweave", 10_000L), shares(comparison));
    }

    @Test
    void aBidTooLateOrInLotsTooLargeIsKeptWithTheReason() {
        var comparison = awarded(
                declined(Contract.standard()),
                bid("oracle", 1, 10_000, "1.00", Contract.day("2026-01-01")),
                plain("aws", 20_000, 20_000, "1.00"),
                plain("coreweave", 1, 10_000, "3.00"));
        assertEquals(WhyNot.TOO_LATE, whyNot(comparison, "oracle"));
        assertEquals(WhyNot.LOT_TOO_LARGE, whyNot(comparison, "aws"));
    }

    @Test
    void aTieGoesToTheOneReadyFirstAndIsStated() {
        var comparison = awarded(
                declined(Contract.standard()),
                bid("coreweave", 1, 10_000, "2.00", Round.START.plusSeconds(1)),
                plain("oracle", 10_000, 10_000, "2.00"));
        assertEquals(Map.of("oracle", 10_000L), shares(comparison));
        assertEquals(WhyNot.LOST_A_TIE, whyNot(comparison, "coreweave"));
        assertEquals(List.of(List.of("coreweave-bid")), comparison.ties());
    }

    @Test
    void aTieOnEverythingGoesByName() {
        var comparison = awarded(
                declined(Contract.standard()),
                plain("oracle", 10_000, 10_000, "2.00"),
                plain("coreweave", 10_000, 10_000, "2.00"));
        assertEquals(Map.of("coreweave", 10_000L), shares(comparison));
    }

    @Test
    void whatTheBidsDoNotCoverStaysUnmet() {
        var round = declined(Contract.standard());
        awarded(round, plain("oracle", 1, 7_000, "2.00"));
        assertEquals(new Quantities(0, 0, 0, 7_000, 3_000), round.request().quantities());
        assertEquals(
                Event.Closed.Outcome.UNDERSUPPLIED,
                round.last(Event.Closed.class).outcome());
    }

    @Test
    void aLaterBidOfTheSameProviderReplacesTheFirstAndARepeatedOneDoesNothing() {
        var round = declined(Contract.standard()).then(quote("oracle", 10_000, "2.90"));
        round.then(quote("oracle", 10_000, "2.90"));
        assertEquals(
                1,
                round.history().stream().filter(Event.Quoted.class::isInstance).count());
        assertEquals(
                usd("2.10").times(10_000).times(8_760),
                awarded(round, plain("oracle", 1, 10_000, "2.10")).total());
    }

    @Test
    void eachWinnerIsRuledAgainAtTheAwardAndOneForbiddenSinceLosesToTheNext() {
        var round = declined(Contract.standard().forbidden("coreweave", Contract.day("2025-01-20")))
                .then(quote("coreweave", 10_000, "1.00"))
                .then(quote("oracle", 10_000, "2.00"))
                .at("2025-01-21T09:00:00");
        var comparison = awarded(round);
        assertEquals(Map.of("oracle", 10_000L), shares(comparison));
        assertEquals(WhyNot.NOT_PERMITTED, whyNot(comparison, "coreweave"));
        var kept = comparison.lines().getFirst().ruling();
        assertNotNull(kept);
        assertEquals(Outcome.FORBIDDEN, kept.outcome());
    }

    @Test
    void thereIsNoAwardWithoutAFittingBidNorWhileTheHolderIsStillAsked() {
        var open = Round.received(Contract.standard());
        open.refused(Rule.ONLY_THE_INVITED_BID, quote("oracle", 10_000, "2.00"))
                .refused(Rule.NO_BID_TO_AWARD, new Command.Award());
        declined(Contract.standard())
                .refused(Rule.NO_BID_TO_AWARD, new Command.Award())
                .then(quote("oracle", 10_000, "9.00"))
                .refused(Rule.NO_BID_TO_AWARD, new Command.Award());
    }

    @Test
    void aBidInAnotherCurrencyIsRefused() {
        var bid = plain("oracle", 1, 10_000, "2.00");
        var euros = new Bid(bid.id(), bid.provider(), bid.accelerator(), bid.lot(), Money.of("2", "EUR"), bid.ready());
        declined(Contract.standard()).refused(Rule.A_BID_FITS_ITS_REQUEST, new Command.Quote(euros));
    }

    private static Bid beyond(Bid plain, @Nullable Duration term, Bid.@Nullable NonCash nonCash) {
        return new Bid(
                plain.id(),
                plain.provider(),
                plain.accelerator(),
                plain.lot(),
                plain.price(),
                plain.ready(),
                new Bid.Beyond(term, nonCash));
    }

    @Test
    void aLowerPriceForLongerThanAskedCostsMore() {
        var comparison = awarded(
                declined(Contract.standard()),
                beyond(plain("oracle", 1, 10_000, "1.99"), Duration.ofDays(730), null),
                plain("coreweave", 1, 10_000, "2.00"));
        assertEquals(Map.of("coreweave", 10_000L), shares(comparison));
        assertEquals(usd("2.00").times(10_000).times(8_760), comparison.total());
        assertEquals(WhyNot.COSTS_MORE, whyNot(comparison, "oracle"));
    }

    @Test
    void aBidForLessThanTheTermAskedForIsRefused() {
        var hour = beyond(plain("oracle", 1, 10_000, "1.99"), Duration.ofHours(1), null);
        declined(Contract.standard()).refused(Rule.A_BID_FITS_ITS_REQUEST, new Command.Quote(hour));
    }

    @Test
    void whatABidderWantsBesideMoneyCountsAmongTheCost() {
        var comparison = awarded(
                declined(Contract.standard()),
                beyond(plain("oracle", 1, 6_000, "2.00"), null, new Bid.NonCash("warrants", usd("0.50"))),
                plain("coreweave", 1, 6_000, "2.40"));
        assertEquals(Map.of("coreweave", 6_000L, "oracle", 4_000L), shares(comparison));
        assertEquals(usd("2.40").times(6_000).plus(usd("2.50").times(4_000)).times(8_760), comparison.total());
    }

    @Test
    void aTermThatIsNotWholeHoursAndAWorthThatCannotBeAddedAreRefusedWithTheBid() {
        for (var term : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofMinutes(90))) {
            assertThrows(IllegalArgumentException.class, () -> new Bid.Beyond(term, null), term.toString());
        }
        var plain = plain("oracle", 1, 10_000, "2.00");
        var euros = new Bid.NonCash("warrants", Money.of("0.50", "EUR"));
        assertThrows(IllegalArgumentException.class, () -> beyond(plain, null, euros));
        var less = usd("-0.01");
        assertThrows(IllegalArgumentException.class, () -> new Bid.NonCash("warrants", less));
    }

    @Test
    void aBidMayHaveAnyIdAlsoThatOfAnOffer() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(Response.Accepts.asOffered(6_000)))
                .then(new Command.Quote(new Bid(
                        "offer-1",
                        new Provider("oracle"),
                        new Accelerator("H100"),
                        new Bid.Lot(1, 4_000),
                        usd("2"),
                        Round.START)))
                .then(new Command.Award());
        assertEquals(
                List.of("need-1/offer-1", "need-1/award-1/oracle"),
                round.request().reservations().stream().map(Reservation::id).toList());
        round.then(new Command.Fail("need-1/award-1/oracle", "bankrupt"));
        assertEquals(new Quantities(0, 6_000, 4_000, 0, 0), round.request().quantities());
    }

    @Test
    void whoIsNotInvitedAgainIsOutWithWhatItBid() {
        var round = declined(Contract.standard())
                .then(new Command.Quote(plain("oracle", 1, 10_000, "2.00")))
                .then(new Command.Quote(plain("coreweave", 1, 10_000, "2.50")));
        var first = round.last(Event.Invited.class);
        var second = new Event.Invited(
                round.now(),
                first.gpus(),
                first.invited().stream()
                        .filter(ruled -> !ruled.candidate().provider().name().equals("oracle"))
                        .toList(),
                List.of());
        var request = assertInstanceOf(CapacityRequest.class, Desk.evolve(round.request(), second));
        assertEquals(
                List.of("coreweave"),
                request.bids().stream().map(bid -> bid.provider().name()).toList());
    }

    @Test
    void aLateCopyOfABidThatWasReplacedDoesNotReplaceTheLaterOne() {
        var first = new Command.Quote(plain("oracle", 1, 10_000, "2.50"));
        var better = new Command.Quote(plain("oracle", 1, 10_000, "2.00"));
        var round = declined(Contract.standard()).then(first).then(better).then(first);
        assertEquals(List.of(better.bid()), round.request().bids());
    }
}
