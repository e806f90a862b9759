package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Field;
import io.proviso.agreement.clause.Stated;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.Tail;
import io.proviso.desk.Terms;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a notice must state, and who sees what: edge case 32. */
class NoticeTest {
    private static Contract wanting(Field... fields) {
        return Contract.standard()
                .preemption(right -> right.with(new Preemption.Conduct(
                        Preemption.Counter.DECLINES,
                        Set.of(fields),
                        null,
                        List.of(),
                        Preemption.OnFailure.THIS_NEED,
                        1)));
    }

    @Test
    void aRequestThatLeavesOpenWhatTheNoticeMustStateIsRefused() {
        var open = terms(10_000, 1_000, Terms.Price.toBeQuoted(Currency.getInstance("USD")));
        var refused = (Decision.Refused) new Round(wanting(Field.PRICE, Field.RAMP)).decide(request(open, "oracle"));
        assertEquals(Rule.A_NOTICE_STATES_WHAT_THE_CLAUSE_WANTS, refused.rule());
        assertEquals(true, refused.message().contains("[price, ramp]"), refused.message());
    }

    @Test
    void aRequestThatStatesItIsOffered() {
        var round = Round.received(wanting(Field.PRICE, Field.FABRIC, Field.REGION, Field.LATEST_START));
        assertEquals("Requested Offered Received", round.story());
    }

    @Test
    void aNoticeThatTheClauseInForceAtItsReceiptFindsDefectiveStartsNoClock() {
        var later = wanting(Field.RAMP).restated(Contract.day("2025-01-16"));
        later.preemption(right -> Preemption.PLAIN);
        var round = Round.requested(later).at("2025-01-16T09:00:00");
        round.then(Round.delivered(round.now())).then(Round.delivered(round.now()));
        assertEquals("Requested Offered Defective", round.story());
        assertNull(round.request().offers().getLast().receipt());
    }

    @Test
    void aBlindBargainCannotStateTheCounterparty() {
        var round = new Round(wanting(Field.COUNTERPARTY).bidsFirst())
                .then(request(terms(10_000, 1_000), "oracle"))
                .then(quote("oracle", 10_000, "2.00"))
                .then(new Command.Award());
        round.then(Round.delivered(round.now()));
        assertEquals(List.of("counterparty"), round.last(Event.Defective.class).missing());
    }

    @Test
    void bidsAreSealedFromTheHolderAndFromOneAnother() {
        var round = Round.received(Contract.standard().tail());
        round.then(round.answerNow(new Response.Declines()))
                .then(quote("oracle", 10_000, "3.00"))
                .then(new Command.Award());
        var holder = round.history().stream()
                .filter(event -> event.audience() == Event.Audience.HOLDER)
                .map(event -> event.getClass().getSimpleName())
                .toList();
        assertEquals(List.of("Offered", "Received", "Declined", "TailOpened"), holder);
        assertEquals(Event.Audience.ITS_BIDDER, round.last(Event.Quoted.class).audience());
        assertEquals(
                Event.Audience.CUSTOMER_ALONE, round.last(Event.Awarded.class).audience());
    }

    /** Microsoft may match blindly; it refused Oracle's bargain, then CoreWeave's, and both tails are over. */
    private static Round refusedTwice() {
        var floor = Preemption.Floor.THAT_BARGAIN_ONLY;
        var round = new Round(Contract.standard()
                        .bidsFirst()
                        .preemption(right -> right.with(Stated.of(new Preemption.Tail(90, floor)))))
                .then(request(terms(10_000, 1_000), "oracle", "coreweave"));
        for (var bid : List.of(quote("oracle", 10_000, "2.50"), quote("coreweave", 10_000, "2.40"))) {
            round.then(bid).then(new Command.Award());
            var offer = round.last(Event.OfferedToMatch.class).offer();
            round.then(new Command.ConfirmDelivery(offer, round.now(), List.of()))
                    .then(new Command.Answer(offer, offer, Contract.MICROSOFT, round.now(), new Response.Declines()));
        }
        return round.at("2025-05-01T09:00:00").then(new Command.Expire(round.now()));
    }

    @Test
    void aHolderThatMatchesBlindlyNeverLearnsWithWhomNorWhatOthersBid() {
        var round = refusedTwice();
        var reopened = round.last(Event.OfferedToMatch.class).because();
        assertTrue(reopened.stream().anyMatch(one -> one.metric() == Tail.Metric.COUNTERPARTY), reopened.toString());
        var seen = round.history().stream()
                .filter(event -> event.audience() == Event.Audience.HOLDER)
                .toList();
        assertEquals(
                "OfferedToMatch Received Declined TailOpened OfferedToMatch Received Declined TailOpened TailExpired",
                String.join(
                        " ",
                        seen.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .toList()));
        for (var event : seen) {
            var told = event.shown().toString();
            assertFalse(told.contains("oracle") || told.contains("coreweave"), told);
        }
    }

    @Test
    void aHolderLearnsThatItsOpenOfferWasWithdrawnButNotWhy() {
        var round = Round.received(Contract.standard());
        var withdrawn =
                round.then(new Command.Withdraw("no budget", round.now())).last(Event.Withdrawn.class);
        assertEquals(Event.Audience.HOLDER_ASKED, withdrawn.audience());
        assertEquals(new Event.Withdrawn(round.now(), ""), withdrawn.shown());
    }
}
