package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.bid;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Matching;
import io.proviso.desk.Bid;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Quantities;
import io.proviso.desk.Response;
import io.proviso.desk.Tail;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Others bid first, and the holder may match: edge cases 14, 21, 22 and 32. */
class ThirdPartyTest {
    /** Bids of that price are in, and the best is with Microsoft, received. */
    private static Round asked(Contract contract, String price) {
        var round = new Round(contract).then(request(terms(10_000, 1_000), "oracle", "coreweave", "azure"));
        return put(round.then(quote("oracle", 10_000, price)));
    }

    private static Round put(Round round) {
        round.then(new Command.Award());
        return round.then(new Command.ConfirmDelivery(open(round), round.now(), List.of()));
    }

    private static String open(Round round) {
        return Objects.requireNonNull(round.request().openOffer()).id();
    }

    private static Round answers(Round round, Response response) {
        return round.then(
                new Command.Answer(open(round), "answer-" + open(round), Contract.MICROSOFT, round.now(), response));
    }

    private static Contract matching(Matching.Standard standard, String tolerance, Matching.NonCash nonCash) {
        return Contract.standard()
                .bidsFirst()
                .preemption(right -> right.with(
                        new Matching(standard, new BigDecimal(tolerance), nonCash, Preemption.Alternates.BLIND)));
    }

    @Test
    void theNeedItselfIsOfferedToNobodyAndOthersBid() {
        var round = new Round(Contract.standard().bidsFirst()).then(request(terms(10_000, 1_000), "oracle"));
        assertEquals("Requested Invited", round.story());
        assertEquals(new Quantities(10_000, 0, 0, 0, 0), round.request().quantities());
    }

    @Test
    void theWinningBargainIsOfferedToTheHolderBeforeItIsMade() {
        var round = asked(Contract.standard().bidsFirst(), "2.50");
        assertEquals("Requested Invited Quoted OfferedToMatch Received", round.story());
        var offered = round.last(Event.OfferedToMatch.class);
        assertEquals(usd("2.50"), offered.bargain().price());
        assertEquals(List.of(), offered.because());
        assertEquals(10_000, offered.comparison().awarded());
        assertEquals(List.of(), round.request().reservations());
    }

    @Test
    void theHolderThatMatchesServesTheNeedAtThatPrice() {
        var round = answers(asked(Contract.standard().bidsFirst(), "2.50"), Response.Accepts.asOffered(10_000));
        var reserved = round.request().reservations().getFirst();
        assertEquals(new Provider("azure"), reserved.provider());
        assertEquals(usd("2.50"), reserved.price());
        assertEquals(Event.Closed.Outcome.SERVED, round.last(Event.Closed.class).outcome());
    }

    @Test
    void theHolderThatDoesNotMatchLeavesThatBargainToThatThirdParty() {
        var round = answers(asked(Contract.standard().bidsFirst(), "2.50"), new Response.Declines());
        round.then(new Command.Award());
        assertEquals(
                new Provider("oracle"),
                round.request().reservations().getFirst().provider());
        assertEquals(new Quantities(0, 0, 0, 10_000, 0), round.request().quantities());
    }

    @Test
    void aDifferentThirdPartyIsADifferentBargain() {
        var round = answers(asked(Contract.standard().bidsFirst(), "2.50"), new Response.Declines());
        round.then(new Command.Quote(new Bid(
                        "coreweave-bid",
                        new Provider("coreweave"),
                        bid("oracle", 1, 1, "1", Round.START).accelerator(),
                        new Bid.Lot(1, 10_000),
                        usd("2.50"),
                        Round.START.minus(Duration.ofDays(1)))))
                .then(new Command.Award());
        var because = round.last(Event.OfferedToMatch.class).because();
        assertEquals(Tail.Metric.COUNTERPARTY, because.getFirst().metric());
    }

    @Test
    void aBargainForMoreThanTheHolderRefusedIsOfferedAgain() {
        var round = new Round(Contract.standard().bidsFirst())
                .then(request(terms(10_000, 1_000), "oracle", "coreweave"))
                .then(quote("oracle", 7_000, "2.50"));
        answers(put(round), new Response.Declines());
        assertEquals(new Quantities(3_000, 0, 7_000, 0, 0), round.request().quantities());
        round.then(quote("oracle", 10_000, "2.50")).then(new Command.Award());
        assertEquals(
                List.of(Tail.Metric.QUANTITY),
                round.last(Event.OfferedToMatch.class).because().stream()
                        .map(Tail.Departure::metric)
                        .toList());
    }

    @Test
    void whatTheBidsDoNotCoverStaysUnmetThoughNobodyWasAskedForIt() {
        var round = new Round(Contract.standard().bidsFirst())
                .then(request(terms(10_000, 1_000), "oracle"))
                .then(quote("oracle", 7_000, "2.50"));
        answers(put(round), new Response.Declines()).then(new Command.Award());
        assertEquals(new Quantities(0, 0, 0, 7_000, 3_000), round.request().quantities());
    }

    @Test
    void theHoldersOwnSupplyBidsWithoutAnybodyToMatchIt() {
        var round = new Round(Contract.standard().bidsFirst())
                .then(request(terms(10_000, 1_000), "oracle", "azure"))
                .then(quote("azure", 10_000, "2.50"))
                .then(new Command.Award());
        assertEquals("Requested Invited Quoted RemainderReleased Awarded Reserved Closed", round.story());
    }

    @Test
    void aRightThatEndsBeforeTheAwardHasNothingToMatch() {
        var round = new Round(Contract.standard().bidsFirst().until(Contract.day("2025-01-20")))
                .then(request(terms(10_000, 1_000), "oracle"))
                .then(quote("oracle", 10_000, "2.50"))
                .at("2025-01-20T00:00:00")
                .then(new Command.Award());
        assertEquals(10_000, round.request().quantities().awarded());
    }

    @Test
    void aMatchIsMeasuredByTheStandardOfTheClauseAndItsTolerance() {
        var late = Round.START.plus(Duration.ofDays(1));
        var tooLate = Round.START.plus(Duration.ofDays(91));
        var dear = new Response.Accepts(10_000, usd("2.55"), null);
        for (var standard : Matching.Standard.values()) {
            assertEquals(10_000, accepted(standard, "0.02", dear), standard + " within 2 %");
            assertEquals(0, accepted(standard, "0.01", dear), standard + " beyond 1 %");
        }
        assertEquals(0, accepted(Matching.Standard.ALL_TERMS, "0", new Response.Accepts(10_000, null, late)));
        assertEquals(10_000, accepted(Matching.Standard.MATERIAL_TERMS, "0", new Response.Accepts(10_000, null, late)));
        assertEquals(0, accepted(Matching.Standard.MATERIAL_TERMS, "0", new Response.Accepts(10_000, null, tooLate)));
        assertEquals(
                10_000, accepted(Matching.Standard.ECONOMIC_ONLY, "0", new Response.Accepts(10_000, null, tooLate)));
    }

    private static long accepted(Matching.Standard standard, String tolerance, Response response) {
        var round = answers(asked(matching(standard, tolerance, Matching.NonCash.EXCLUDED), "2.50"), response);
        if (round.request().quantities().accepted() == 0) {
            assertEquals(Because.NOT_MATCHED, round.last(Event.Declined.class).because());
        }
        return round.request().quantities().accepted();
    }

    @Test
    void whatOneBidderAloneCanGiveIsLeftOutOrValuedOrMustBeReplicated() {
        assertEquals(usd("2.50"), price(Matching.NonCash.EXCLUDED));
        assertEquals(usd("2.75"), price(Matching.NonCash.VALUED));
        var replicate = withWarrants(Matching.NonCash.MUST_REPLICATE);
        answers(replicate, Response.Accepts.asOffered(10_000));
        assertEquals(Because.NOT_MATCHED, replicate.last(Event.Declined.class).because());
        var replicated = withWarrants(Matching.NonCash.MUST_REPLICATE);
        answers(replicated, new Response.Accepts(10_000, null, null, List.of("warrants")));
        assertEquals(10_000, replicated.request().quantities().accepted());
    }

    private static Money price(Matching.NonCash treatment) {
        return Objects.requireNonNull(withWarrants(treatment)
                .last(Event.OfferedToMatch.class)
                .bargain()
                .price());
    }

    private static Round withWarrants(Matching.NonCash treatment) {
        var plain = bid("oracle", 1, 10_000, "2.50", Round.START);
        var warrants = new Bid.Beyond(null, new Bid.NonCash("warrants", usd("0.25")));
        var round = new Round(matching(Matching.Standard.ALL_TERMS, "0", treatment))
                .then(request(terms(10_000, 1_000), "oracle"))
                .then(new Command.Quote(new Bid(
                        plain.id(),
                        plain.provider(),
                        plain.accelerator(),
                        plain.lot(),
                        plain.price(),
                        plain.ready(),
                        warrants)));
        return put(round);
    }

    @Test
    void theHolderLearnsWhoMadeTheBargainOnlyWhereTheClauseNamesAlternates() {
        var blind = asked(Contract.standard().bidsFirst(), "2.50").last(Event.OfferedToMatch.class);
        assertEquals(List.of(), blind.shown().bargain().with());
        assertEquals(List.of(), blind.shown().comparison().lines());
        assertEquals(List.of(new Provider("oracle")), blind.bargain().with());
        var strict = Matching.STRICT;
        var named = Contract.standard()
                .bidsFirst()
                .preemption(right -> right.with(new Matching(
                        strict.standard(), strict.tolerance(), strict.nonCash(), Preemption.Alternates.NAMED)));
        assertEquals(
                List.of(new Provider("oracle")),
                asked(named, "2.50")
                        .last(Event.OfferedToMatch.class)
                        .shown()
                        .bargain()
                        .with());
    }

    @Test
    void aLastLookIsRepeatedForEachImprovedBid() {
        var round = answers(
                asked(Contract.standard().preemption(right -> right.with(Preemption.Kind.LAST_LOOK)), "2.50"),
                new Response.Declines());
        for (var price : List.of("2.40", "2.30")) {
            answers(put(round.then(quote("oracle", 10_000, price))), new Response.Declines());
        }
        assertEquals(3, round.request().offers().size());
        assertEquals(4, round.request().standing().epoch());
        round.then(new Command.Award());
        assertEquals(usd("2.30"), round.request().reservations().getFirst().price());
        assertNull(round.request().openOffer());
    }

    @Test
    void silenceIsNoMatchUnlessTheClauseSaysSo() {
        var round =
                asked(Contract.standard().bidsFirst().silenceAccepts(), "2.50").at("2025-01-30T17:00:01");
        round.then(new Command.Expire(round.now()));
        assertEquals(10_000, round.request().quantities().accepted());
        var other = asked(Contract.standard().bidsFirst(), "2.50").at("2025-01-30T17:00:01");
        other.then(new Command.Expire(other.now()));
        assertEquals(10_000, other.request().quantities().released());
    }

    @Test
    void anOfferThatWasTakenWholeIsNoRefusal() {
        var round = new Round(Contract.standard().bidsFirst())
                .then(request(terms(10_000, 1_000), "oracle"))
                .then(quote("oracle", 7_000, "2.00"))
                .then(new Command.Award());
        round.then(Round.delivered(round.now()))
                .then(round.answerNow(Response.Accepts.asOffered(7_000)))
                .under(Contract.standard().bidsFirst().except("oracle"))
                .then(quote("oracle", 3_000, "2.00"))
                .then(new Command.Award());
        assertEquals(Refusal.NONE, round.last(Event.RemainderReleased.class).freedBy());
    }
}
