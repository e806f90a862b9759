package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Basis;
import io.proviso.desk.Command;
import io.proviso.desk.Comparison;
import io.proviso.desk.Comparison.WhyNot;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.units.Provider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A waiver of first refusal up to a quantity, drawn down by what is reserved under it. */
class WaivedTest {
    private static Contract waivedFor(long gpus) {
        return Contract.standard().waived(gpus, Contract.SIGNED);
    }

    /** A request that is bid for and awarded as far as it may be. */
    private static Round served(Rulings rulings, long gpus) {
        var round =
                new Round(Contract.standard()).under(rulings).then(request(terms(gpus, 1_000), "oracle", "coreweave"));
        if (round.request().openOffer() == null) {
            round.then(quote("oracle", gpus, "2.50")).then(new Command.Award());
        }
        return round;
    }

    @Test
    void aWaiverSparesTheOfferAsFarAsItGoes() {
        var round = served(waivedFor(3_000).rulings(), 3_000);
        assertEquals("Requested RemainderReleased Invited Quoted Awarded Reserved Closed", round.story());
    }

    @Test
    void aWaiverDoesNotSpareTheOfferOfOneGpuMore() {
        var round = served(waivedFor(2_999).rulings(), 3_000);
        assertEquals("Requested Offered", round.story());
    }

    @Test
    void twoRequestsCannotBothHaveTheSameQuantity() {
        var first = served(waivedFor(5_000).rulings(), 3_000);
        var second = served(first.left(), 3_000);
        assertEquals("Requested Offered", second.story());
        assertEquals(3_000, second.last(Event.Offered.class).gpus());
    }

    @Test
    void aWaiverIsDrawnDownOverTwoRoundsToTheLastGpu() {
        var first = served(waivedFor(5_000).rulings(), 3_000);
        var second = served(first.left(), 2_000);
        assertEquals("Requested RemainderReleased Invited Quoted Awarded Reserved Closed", second.story());
        var third = served(second.left(), 1_000);
        assertEquals("Requested Offered", third.story());
    }

    @Test
    void invitedToBothIsNotAwardedToBoth() {
        var rulings = waivedFor(5_000).rulings();
        var first = new Round(Contract.standard())
                .under(rulings)
                .then(request(terms(3_000, 1_000), "oracle"))
                .then(quote("oracle", 3_000, "2.50"));
        var second = new Round(Contract.standard())
                .under(rulings)
                .then(request(terms(3_000, 1_000), "oracle"))
                .then(quote("oracle", 3_000, "2.50"));
        first.then(new Command.Award());
        second.under(first.left()).refused(Decision.Rule.NO_BID_TO_AWARD, new Command.Award());
    }

    @Test
    void winnersOfOneAwardShareWhatIsLeft() {
        var round = new Round(waivedFor(5_000))
                .then(request(terms(5_000, 1_000), "oracle", "coreweave", "aws"))
                .then(quote("oracle", 3_000, "2.50"))
                .then(quote("coreweave", 3_000, "2.60"))
                .then(new Command.Award());
        assertEquals(
                List.of(3_000L, 2_000L),
                round.request().reservations().stream().map(Reservation::gpus).toList());
        assertEquals(
                List.of("waiver 2000", "waiver 3000"),
                round.left().portfolio().draws().stream()
                        .map(draw ->
                                draw.clause().clause() + " " + draw.quantity().number())
                        .sorted()
                        .toList());
    }

    @Test
    void aWinnerThatFindsTheWaiverUsedUpByTheOneBeforeItIsTurnedDown() {
        // Asked for while 5,000 were left; others have drawn since.
        var contract = waivedFor(6_000);
        var round = new Round(contract)
                .then(request(terms(6_000, 1_000), "oracle", "coreweave"))
                .then(quote("oracle", 3_000, "2.50"))
                .then(quote("coreweave", 3_000, "2.60"));
        round.under(served(contract.rulings(), 2_000).left()).then(new Command.Award());
        var lines = round.last(Event.Awarded.class).comparison().lines();
        assertEquals(
                List.of(3_000L, 0L),
                lines.stream().map(Comparison.Line::awarded).toList());
        assertNull(lines.getFirst().whyNot());
        assertEquals(WhyNot.NOT_PERMITTED, lines.getLast().whyNot());
    }

    @Test
    void whatNeedsNoWaiverDrawsNothing() {
        var round = Round.received(waivedFor(9_999));
        round.then(round.answerNow(new Response.Declines()))
                .then(quote("oracle", 10_000, "2.50"))
                .then(new Command.Award());
        assertEquals(List.of(), round.left().portfolio().draws());
        assertSame(round.left(), round.left(), "nothing was drawn, so that it is the same portfolio");
    }

    @Test
    void aWaiverWithoutALimitIsNotDrawnDown() {
        var unlimited = Contract.standard().waived(null, Contract.SIGNED);
        var round = served(unlimited.rulings(), 3_000);
        assertEquals(List.of(), round.left().portfolio().draws());
        assertEquals("digest", round.left().portfolio().digest());
    }

    @Test
    void aPortfolioThatWasDrawnOnIsAnotherOne() {
        var first = served(waivedFor(5_000).rulings(), 3_000);
        var digest = first.left().portfolio().digest();
        assertNotEquals("digest", digest);
        assertEquals(digest, first.left().portfolio().digest(), "the same draws, the same portfolio");
    }

    @Test
    void aReplayUnderOneDaysPortfolioSeesItsOwnDraws() {
        var frozen = new Basis.Frozen(Contract.day("2025-01-11"), Contract.day("2025-01-11"));
        var first = new Round(waivedFor(5_000))
                .on(frozen)
                .then(request(terms(3_000, 1_000), "oracle"))
                .then(quote("oracle", 3_000, "2.50"))
                .then(new Command.Award());
        var second =
                new Round(waivedFor(5_000)).on(frozen).under(first.left()).then(request(terms(3_000, 1_000), "oracle"));
        assertEquals("Requested Offered", second.story());
    }

    @Test
    void aRevokedWaiverSparesTheOfferUntilItsNoticeIsOver() {
        // Received on Wednesday the 15th at noon; three days later is Saturday the 18th, 17:00.
        var contract = waivedFor(5_000).revoked(Contract.at("2025-01-15T12:00:00"));
        var inTime = new Round(contract).at("2025-01-18T17:00:00").then(request(terms(3_000, 1_000), "oracle"));
        assertEquals("Requested RemainderReleased Invited", inTime.story());
        var late = new Round(contract).at("2025-01-18T17:00:01").then(request(terms(3_000, 1_000), "oracle"));
        assertEquals("Requested Offered", late.story());
    }

    @Test
    void anOfferThatAWaiverMadeMootIsNoRefusalOnceOthersHaveDrawnIt() {
        var known = Contract.at("2025-01-16T09:00:00");
        var contract = Contract.standard().waived(5_000L, known);
        var round = new Round(contract).then(request(terms(3_000, 1_000), "oracle"));
        round.then(Round.delivered(round.now())).at(known).then(new Command.Review(known));
        assertEquals("Requested Offered Received Moot RemainderReleased Invited", round.story());
        round.then(quote("oracle", 3_000, "2.50"));
        var other = new Round(contract).at(known).then(request(terms(3_000, 1_000), "oracle"));
        other.then(quote("oracle", 3_000, "2.50")).then(new Command.Award());
        round.under(other.left()).refused(Decision.Rule.NO_BID_TO_AWARD, new Command.Award());
    }

    @Test
    void aRightThatCameBackAfterItsOfferWasMootStandsUnrefused() {
        var ended = Contract.day("2025-01-20");
        var round = new Round(Contract.standard()).then(request(terms(3_000, 1_000), "oracle"));
        round.then(Round.delivered(round.now()))
                .under(Contract.standard().ended(ended, ended))
                .at("2025-01-21T09:00:00");
        round.then(new Command.Review(round.now())).then(quote("oracle", 3_000, "2.50"));
        round.under(Contract.standard()).refused(Decision.Rule.NO_BID_TO_AWARD, new Command.Award());
    }

    /** Two winners of 3,000 GPUs each, a waiver for 5,000, and a holder that may match what it does not cover. */
    private static Round partlyWaived() {
        return new Round(waivedFor(5_000).bidsFirst())
                .then(request(terms(6_000, 1_000), "oracle", "coreweave"))
                .then(quote("oracle", 3_000, "2.50"))
                .then(quote("coreweave", 3_000, "2.60"))
                .then(new Command.Award());
    }

    @Test
    void theHolderSeesWhatAWaiverNoLongerCoversWhenTheWinnerBeforeHasDrawnIt() {
        var put = partlyWaived().last(Event.OfferedToMatch.class);
        assertEquals(3_000, put.bargain().gpus());
        assertEquals(usd("2.60"), put.bargain().price());
    }

    @Test
    void whatIsOfferedBesideAWinnerThatDrawsTheWaiverStaysOffered() {
        var round = partlyWaived();
        round.then(new Command.Review(round.now()));
        assertEquals("Requested Invited Quoted Quoted OfferedToMatch", round.story());
    }

    @Test
    void whatTheHolderRefusedAndWhatItWaivedAddUpAndOnlyTheRestIsDrawn() {
        var round = partlyWaived();
        round.then(Round.delivered(round.now()))
                .then(round.answerNow(new Response.Declines()))
                .then(new Command.Award());
        assertEquals(6_000, round.request().quantities().awarded());
        assertEquals(
                List.of("waiver 3000"),
                round.left().portfolio().draws().stream()
                        .map(draw ->
                                draw.clause().clause() + " " + draw.quantity().number())
                        .toList());
    }

    @Test
    void nothingIsReservedUnderARulingThatDoesNotPermitIt() {
        var round = Round.requested(Contract.standard());
        var conditional = round.last(Event.Requested.class).ruled().getFirst().ruling();
        var reservation = new Reservation(
                "need-1/award-1/oracle", new Provider("oracle"), 10, usd("2.00"), Round.START, Duration.ofDays(1));
        assertThrows(IllegalArgumentException.class, () -> new Event.Reserved(round.now(), reservation, conditional));
    }
}
